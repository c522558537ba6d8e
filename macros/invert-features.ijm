// What layers keep of the current image: one slice per layer, lowest first.
//
// Each is a picture, made from noise, that the layer answers as it does the image. The slice's
// label tells how far the two answers still are from each other.

run("Invert Features...", "layers=[conv2d0, conv2d2, mixed3b, mixed4c] steps=256 seed=1");
