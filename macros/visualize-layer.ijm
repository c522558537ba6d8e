// What the channels of a layer look for: a picture of each, as a stack and as a
// montage with captions.
//
// No image is needed, but with an image open channels=strongest:12 shows those
// that respond most to it. Finished pictures are kept on the disk: the same line
// run again is immediate, and one that was stopped goes on where it was.

run("Visualize Layer...", "layer=mixed3b channels=0-3 size=64 steps=64 montage");
