// Which units tell nuclei from all else? On pictures whose truth is known.
// The argument is a folder for the pictures; without one a folder of its own is made.
//
// For your own images, with ROIs in the ROI Manager:
//   run("Find Units...", "images=stack by=roi regions=manager");
// with masks beside them, or with a folder for each label:
//   run("Find Units...", "images=/data/cells by=mask regions=/data/masks");
//   run("Find Units...", "images=/data/photographs by=labels");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-scenes-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
}
run("Make Sample Images...", "kind=scenes count=12 size=160 classes=[nuclei, rods] folder=[" + folder + "]");
run("Find Units...", "images=[" + folder + "/scenes] by=mask regions=[" + folder + "/masks/*-mask-nuclei.tif] layer=mixed4a count=5");
