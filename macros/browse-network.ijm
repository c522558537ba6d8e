// Browse a network on your images: makes a collection, scans it once for the units of a layer,
// and shows what drives them.
// The argument is the folder of a collection of your own; without one, pictures are made.

layer = "mixed5a";
collection = getArgument();
if (collection == "") {
    collection = getDirectory("temp") + "inception-lens-browse-" + getTime();
    File.makeDirectory(collection);
    run("Make Sample Images...", "count=112 size=192 folder=[" + collection + "]");
}

// 1. One scan: the crops that drive every unit most, least, and in between. They are kept.
run("Dataset Examples...", "images=[" + collection + "] layer=" + layer + " units=strongest:12 count=6");

// 2. Which units tell each label from the others, on pictures that had no part in the choice?
run("Find Units...", "images=[" + collection + "] by=labels layer=" + layer + " count=1");

// 3. Look around: a window with all units, and the tool that reads a place of an image.
if (!is("Batch Mode") && isOpen("InceptionV1 Units")) {
    run("Layer Browser...", "layer=" + layer);
}
