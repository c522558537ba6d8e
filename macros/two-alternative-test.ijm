// Could you predict how a unit answers to your images? And could something much simpler?
//
// The argument is a folder of your images, at least 20 slices; without one, tiles of the sample
// images are asked for (run it with the repository as the current folder).
//
// Here a macro answers in your place: it takes the crop with more contrast. If that predicts the
// unit well, it may see hardly more than contrast; try yourself against it by leaving out answers.

test = "objective=mixed3b:12 seed=1 trials=20";
folder = getArgument();
if (folder == "") {
    samples = newArray("nuclei-16bit.tif", "sarcomeres-8bit.tif", "scene-8bit.tif", "scene-16bit.tif", "scene-rgb.png", "composite.tif");
    setBatchMode(true);
    newImage("Tiles", "RGB black", 128, 128, 4 * samples.length);
    for (i = 0; i < 4 * samples.length; i++) {
        open("sample-images/" + samples[floor(i / 4)]);
        if (bitDepth() != 24) run("RGB Color");
        makeRectangle(128 * (i % 2), 128 * floor((i % 4) / 2), 128, 128);
        run("Copy");
        selectImage("Tiles");
        setSlice(i + 1);
        run("Paste");
        close("\\Others");
    }
    run("Select None");
} else {
    test = test + " natural=[" + folder + "]";
}

// The trials alone, which do not tell what is right: a slice each, two crops beside each other.
if (folder == "") own = getTitle();
run("Two-Alternative Test...", test + " answers=none");
answers = "";
for (trial = 1; trial <= nSlices; trial++) {
    setSlice(trial);
    if (contrast(0.25) > contrast(0.75)) answers = answers + "L"; else answers = answers + "R";
}
run("Clear Results");
if (folder == "") selectImage(own);
run("Two-Alternative Test...", test + " answers=" + answers);

// The standard deviation in the middle of a crop; crops at the border of an image are smaller.
function contrast(middle) {
    side = getHeight() / 2;
    makeRectangle(middle * getWidth() - side / 2, side / 2, side, side);
    getStatistics(area, mean, min, max, std);
    return std;
}
