// The current image as layers exaggerate it: one slice per layer, lowest first.
//
// The slice's label tells how many times more of the layer's response to the image it shows.

run("Caricature...", "layers=[conv2d2, mixed3b, mixed4c] steps=256 power=1 seed=1");
