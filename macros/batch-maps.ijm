// Where do two units fire in every image of a folder? One TIFF file per image,
// under its own name, and a table that says what is where.
//
// The argument is the folder for the files. The images are here pictures that
// are made; in earnest images= is a folder of your own. When the same call is
// made again, it goes on where it was ended.

folder = getArgument();
if (folder == "")
    folder = getDirectory("A folder for images and maps");

run("Make Sample Images...", "count=4 kind=scenes size=128 seed=7 folder=[" + folder + "/images]");
run("Batch Maps...", "images=[" + folder + "/images/scenes] kind=maps layer=mixed4c units=3,12"
    + " folder=[" + folder + "/maps] csv=[" + folder + "/maps.csv]");
