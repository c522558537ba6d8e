// Scenes with and without one of their structures, and what differs: nothing else.
//
// A labeled collection of all classes, and scenes with their masks, as files:
//   run("Make Sample Images...", "count=280 folder=/data/textures");
//   run("Make Sample Images...", "kind=scenes count=100 folder=/data/scenes");

scenes = "kind=scenes count=6 classes=[nuclei, rods, asters, honeycomb epithelium]";
run("Make Sample Images...", scenes);
with = getImageID();
run("Make Sample Images...", scenes + " without=nuclei");
without = getImageID();
imageCalculator("Difference create stack", with, without);
rename("what the nuclei add");
