// What the entries of a dictionary are called: by hand, and by the label of the pictures that each
// tells best. The argument is a folder for pictures; without one a folder of its own is made.
//
// By the names of ROIs on your own images, in the ROI Manager or in a file:
//   run("Label Entries...", "name=learned by=regions images=/data/cells regions=/data/RoiSet.zip");
folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-labeled-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
}
run("Make Sample Images...", "count=24 size=96 classes=[nuclei, rods] folder=[" + folder + "]");
run("Make Dictionary...", "name=called layer=mixed4a method=nmf count=12 images=[" + folder + "] replace");
run("Label Entries...", "name=called text=[0=the strongest; 3=what I saw first, on the left]");
// Labels given by hand stay; a folder's name is the label of its pictures.
run("Label Entries...", "name=called by=labels images=[" + folder + "]");
// Entries are named in titles, slices, overlays and tables from now on.
run("Make Sample Images...", "count=1 kind=scenes size=160");
run("Activation Maps...", "layer=called channels=0-3");
