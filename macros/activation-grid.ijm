// What mixed4d sees at each place of the current image: a mosaic that lies on the
// image, each cell the picture of all that the layer's channels say there together.
//
// A double click on a cell goes to that place. groups=6 shows six groups of channels
// instead of the places.

run("Activation Grid...", "layer=mixed4d steps=128");
