// What mixed4d sees in the current image, as six groups of network channels that
// fire together: where each one fires (colors over the image and 32-bit maps),
// what it looks for, and which classes it speaks for.
//
// With name=mygroups the groups stay as a dictionary, for other images.

run("Group Activations...", "layer=mixed4d count=6");
