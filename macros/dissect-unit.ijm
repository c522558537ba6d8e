// Dissect a unit: from a place on an image to the unit that fires there, what drives it, what it is
// made of, the circuit that makes it fire, and the ablation that tests that circuit.
//
// The argument is a folder, into which every picture is written as PNG; without one, one of the
// temporary files' folder is made. For an image of your own give its path, its place and a folder
// of images like it in the lines below.

path = "sample-images/scene-8bit.tif";
unit = "mixed4c:97";
below = "mixed4b";

folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "inception-lens-dissect-" + d2s(getTime(), 0);
File.makeDirectory(folder);
images = folder + File.separator + "images";
File.makeDirectory(images);
run("Make Sample Images...", "count=168 size=128 folder=[" + images + "]");
open(path);
image = getTitle();

// 1. Which units fire at the selected place more than elsewhere? mixed4c:97 is among the first.
makeRectangle(36, 163, 72, 62);
run("What Fires Here...", "layer=mixed4c count=6");
keep("1-fires-here");

// 2. Where does it fire?
selectImage(image);
run("Select None");
run("Activation Overlay...", "unit=" + unit + " bar");
run("Flatten");
keep("2-overlay");

// 3. What drives it in a collection, what are all its values, what does it say of classes?
run("Unit Report...", "units=" + unit + " images=[" + images + "]");
keep("3-report");

// 4. What is it made of: the weights from the layer below, and two layers as a diagram.
run("Unit Weights...", "from=" + below + " to=" + unit + " strongest=6");
show("Montage of");
keep("4-weights");
run("Circuit Diagram...", "unit=" + unit + " depth=2 breadth=4");
keep("5-diagram");

// 5. Which of all units below made it fire on this image, and do they suffice?
selectImage(image);
run("Trace Answer...", "target=" + unit + " nodes=60 csv=[" + folder + File.separator + "trace.csv]");
show("Circuit of");
keep("6-circuit");
show("Faithfulness");
keep("7-faithfulness");

// 6. The test: what does the unit lose without those of the circuit one layer down, and what without
//    as many others of that layer?
inside = split(units(below), ";");
lost = change(String.join(inside, ";"));
keep("8-change");
others = newArray(inside.length);
channel = 0;
for (i = 0; i < others.length; i++) {
    while (isOneOf(below + ":" + channel, inside)) channel++;
    others[i] = below + ":" + channel;
    channel++;
}
control = change(String.join(others, ";"));
close();
print(unit + " changes by " + d2s(lost, 2) + " in the mean over the image without the "
    + inside.length + " units of " + below + " in its circuit, by " + d2s(control, 2)
    + " without " + others.length + " others");

// By how much the unit changes in the mean over the image where some units are 0; its map is shown.
function change(ablated) {
    selectImage(image);
    run("Ablate Units...", "units=" + ablated + " mode=zero show=mixed4c top=3");
    slice = 1;
    for (i = 1; i <= nSlices; i++) {
        setSlice(i);
        if (matches(getInfo("slice.label"), unit + "\\b.*")) slice = i;
    }
    setSlice(slice);
    run("Duplicate...", "title=change");
    getStatistics(area, mean);
    return mean;
}

// The units of a layer in the circuit, as Ablate Units... takes them.
function units(layer) {
    found = "";
    rows = split(File.openAsString(folder + File.separator + "trace.csv"), "\n");
    for (i = 1; i < rows.length; i++) {
        cells = split(rows[i], ",");
        for (j = 0; j < cells.length; j++)
            if (startsWith(cells[j], layer + ":")) found = found + ";" + cells[j];
    }
    return substring(found, 1);
}

function isOneOf(name, names) {
    for (j = 0; j < names.length; j++)
        if (names[j] == name) return true;
    return false;
}

// Brings the picture with these words in its title to the front.
function show(words) {
    for (i = 1; i <= nImages; i++) {
        selectImage(i);
        if (indexOf(getTitle(), words) >= 0) i = nImages + 1;
    }
}

// Writes the picture in front.
function keep(name) {
    saveAs("PNG", folder + File.separator + name + ".png");
    close();
}
