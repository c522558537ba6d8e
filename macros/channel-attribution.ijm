// Which network channels of mixed4d, and which places of the current image, speak
// for its most probable class (red) and which against it (blue).
//
// With a point on the image the table lists the channels of that place.

run("Channel Attribution...", "layer=mixed4d target=top count=10");
