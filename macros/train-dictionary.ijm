// A sparse dictionary of a layer, learned from scenes whose truth is known, and where its first
// entry fires. Real work takes the default of 3,000 steps, on a folder of images:
//   run("Train Dictionary...", "name=learned images=/data/photographs");
run("Make Sample Images...", "count=6 kind=scenes size=160");
image = getImageID();
run("Train Dictionary...", "name=learned layer=mixed3b size=60 k=4 steps=100 replace");
selectImage(image);
run("Activation Overlay...", "unit=learned:0");
// Entries that are mixtures of places of the images, each with its places in a table.
selectImage(image);
run("Train Dictionary...", "name=places layer=mixed3b method=archetypal size=40 k=4 steps=100 replace");
