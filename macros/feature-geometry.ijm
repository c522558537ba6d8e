// How a dictionary's directions share the dimensions of their layer, beside random directions; on
// images also which entries fire together, and whether these point the same way. Real work:
//   run("Feature Geometry...", "name=learned images=/data/photographs");
run("Make Sample Images...", "count=6 kind=scenes size=160");
image = getImageID();
run("Train Dictionary...", "name=measured layer=mixed3b size=60 k=4 steps=100 replace");
// Without images: only how the directions lie.
run("Feature Geometry...", "name=measured");
selectImage(image);
run("Feature Geometry...", "name=measured images=stack");
