// How good a dictionary is, beside what it must be better than. Real work takes the defaults, on a
// folder of images:
//   run("Evaluate Dictionary...", "names=learned images=/data/photographs");
run("Make Sample Images...", "count=6 kind=scenes size=160");
image = getImageID();
run("Train Dictionary...", "name=judged layer=mixed3b size=40 k=4 steps=100 replace");
// Its figures and those of principal components, random directions, the channels and others; with
// two seeds its training and its nulls are repeated once.
selectImage(image);
run("Evaluate Dictionary...", "names=judged seeds=2");
// What more active entries would explain, as a plot.
selectImage(image);
run("Evaluate Dictionary...", "names=judged nulls=false seeds=1 curve=2,4,8");
