// A window with all units of a layer: what each looks for, where it fires on the
// current image, and what of your own images drives it most.
//
// The window stays open and follows the image: select another place, turn to
// another slice, and the units are sorted anew. It is for eyes and hands, so that
// without a display there is nothing to open.

if (call("java.awt.GraphicsEnvironment.isHeadless") == "true" || is("Batch Mode"))
	print("Layer Browser... needs a display");
else
	run("Layer Browser...", "layer=mixed4c");
