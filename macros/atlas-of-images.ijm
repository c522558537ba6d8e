// A map of what a layer sees in a collection: where images of a kind lie together, what the layer
// sees there, which places speak for a class, and what tells two classes apart.
//
// The argument is a folder, into which every picture is written as PNG; without one, one of the
// temporary files' folder is made. For images of your own give their folder (a folder in it for
// each label), a layer, and one place of each picture where there are thousands.

folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "inception-lens-atlas-" + d2s(getTime(), 0);
File.makeDirectory(folder);
images = folder + File.separator + "images";
File.makeDirectory(images);
run("Make Sample Images...", "kind=textures count=840 size=96 folder=[" + images + "]");

// 1. Which places are alike to the layer, and how good is the map?
run("Embed Activations...",
    "images=[" + images + "] layer=mixed4c per_picture=3 neighbors=15 name=atlas_guide replace");
keep("1-embedding");

// 2. What does the layer see in each part of it?
run("Activation Atlas...",
    "embedding=atlas_guide grid=12 csv=[" + folder + File.separator + "atlas.csv]");
keep("2-atlas");

// 3. Which places speak for a class, and what tells two classes apart?
run("Activation Atlas...", "embedding=atlas_guide class=vesicles grid=8 least=4");
keep("3-vesicles");
run("Activation Atlas...", "embedding=atlas_guide class=[spirals,concentric rings] grid=8 least=4");
keep("4-spirals-and-rings");

// 4. Back to an image: the typical place of a cell.
run("Go To Place...", "table=[" + folder + File.separator + "atlas.csv] row=1");
keep("5-place");

// 5. Where in an image does what lie? A scene that the map was not made of, by its groups of places.
run("Make Sample Images...", "kind=scenes count=1 size=384");
selectImage("sample-scenes");
run("Project Onto Atlas...", "embedding=atlas_guide cells=kmeans grid=5");
selectImage("sample-scenes-Cells");
keep("6-cells");
run("InceptionV1 Embeddings...", "action=remove name=atlas_guide");

function keep(name) {
    saveAs("PNG", folder + File.separator + name + ".png");
}
