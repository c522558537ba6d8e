// Which unit of a layer tells which class of pictures from all others, and how well.
// The argument is a folder of pictures in sub-folders, one per label; without one, pictures are made.
//
// For your own images:
//   run("Layer Statistics...", "images=/data/photographs layer=mixed5a csv=/data/units.csv");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-labels-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
    run("Make Sample Images...", "count=56 size=192 folder=[" + folder + "]");
}
run("Layer Statistics...", "images=[" + folder + "] layer=mixed5a");
