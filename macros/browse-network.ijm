// Browse a network on your images: makes a collection, scans it once for units of a layer, and
// shows what drives them.
// The argument is the folder of a collection of your own; without one, pictures are made.

layer = "mixed5a";
collection = getArgument();
units = "strongest:8";
if (collection == "") {
    collection = getDirectory("temp") + "inception-lens-browse-" + d2s(getTime(), 0);
    File.makeDirectory(collection);
    run("Make Sample Images...", "count=168 size=128 folder=[" + collection + "]");
    units = "148,112,185,206,59,134"; // nuclei, vesicles, dots, asters, honeycomb, rings
}

// 1. One scan: the crops that drive each unit most, least, and in between. They are kept.
run("Dataset Examples...", "images=[" + collection + "] layer=" + layer + " units=" + units + " count=6");

// 2. Which unit tells each label from the others, on pictures that had no part in the choice?
run("Find Units...", "images=[" + collection + "] by=labels layer=" + layer + " count=1");

// 3. Look around in a window with all units of the layer, where there is a display.
if (call("java.awt.GraphicsEnvironment.isHeadless") == "false" && !is("Batch Mode"))
    run("Layer Browser...", "layer=" + layer);
