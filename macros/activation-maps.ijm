// Where the twelve channels of mixed4c that fire most on the current image do so.
//
// The result is a 32-bit stack as large as the image (or the selection), one
// channel per slice, labelled "mixed4c:447", each value at the centre of what
// its unit sees.

run("Activation Maps...", "layer=mixed4c channels=strongest:12");
