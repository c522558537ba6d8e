// What the bundled network takes pictures of known classes for, and how often it is right.
// The argument is a folder for the pictures; without one they come into a temporary folder.
//
// For your own images, in folders called like the network's classes:
//   run("Classify Images...", "images=/data/photographs top=3 csv=/data/classes.csv");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-textures-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
}
run("Make Sample Images...", "count=56 size=192 folder=[" + folder + "]");
run("Classify Images...", "images=[" + folder + "]");
