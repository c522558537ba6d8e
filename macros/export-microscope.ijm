// A website of units on images, which opens without a server: index.html in a folder.
// The argument is the folder for the website; without one it lies among the temporary files.
//
// For your own images, with all units of two layers and of a dictionary:
//   run("Export Microscope...", "images=/data/photographs layers=mixed4b,mixed4c,mydict folder=/data/microscope");

site = getArgument();
if (site == "")
    site = getDirectory("temp") + "inception-lens-microscope-" + d2s(getTime(), 0);
pictures = getDirectory("temp") + "inception-lens-textures-" + d2s(getTime(), 0);
File.makeDirectory(pictures);
run("Make Sample Images...", "count=28 size=128 depth=rgb folder=[" + pictures + "]");
run("Export Microscope...", "images=[" + pictures + "] layers=mixed4b,mixed4c units=0-3"
    + " folder=[" + site + "] steps=32 size=96");
print("Open " + site + "/index.html");
