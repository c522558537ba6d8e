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
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-dissect-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
}
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
selectImage("Montage of Expanded weights from " + below + " to " + unit);
keep("4-weights");
run("Circuit Diagram...", "unit=" + unit + " depth=2 breadth=4");
keep("5-diagram");

// 5. Which of all units below made it fire on this image, and do they suffice?
selectImage(image);
run("Trace Answer...", "target=" + unit + " nodes=60 csv=[" + folder + File.separator + "trace.csv]");
keep("6-circuit");

// 6. The test: how does the layer change without the units of the circuit one layer down?
selectImage(image);
run("Ablate Units...", "units=" + circuit(below) + " mode=zero show=mixed4c top=3");

// The units of a layer in the circuit, as Ablate Units... takes them.
function circuit(layer) {
    units = "";
    rows = split(File.openAsString(folder + File.separator + "trace.csv"), "\n");
    for (i = 1; i < rows.length; i++) {
        name = split(rows[i], ",");
        for (j = 0; j < name.length; j++)
            if (startsWith(name[j], layer + ":")) units = units + ";" + name[j];
    }
    return substring(units, 1);
}

// Writes the picture in front.
function keep(name) {
    saveAs("PNG", folder + File.separator + name + ".png");
    close();
}
