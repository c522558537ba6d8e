// Superposition, to teach: why a channel means several things, from a model of five features to a
// layer of a network on images, and what a dictionary of directions makes of it.
//
// The argument is a folder, into which every picture is written as PNG; without one, one of the
// temporary files' folder is made. For images of your own give their folder as images, a layer,
// and of its channels one of large Polysemanticity.

folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "inception-lens-superposition-" + d2s(getTime(), 0);
File.makeDirectory(folder);
images = folder + File.separator + "images";
File.makeDirectory(images);
run("Make Sample Images...", "kind=textures count=840 size=96 folder=[" + images + "]");
channel = "mixed4a:47";

// 1. Five features in two dimensions, from dense to rare.
run("Toy Model...");
selectImage("Toy models");
keep("1-toy-models");
selectImage("Toy dimensionality");
keep("2-dimensionality");
close("*");

// 2. A channel of a real layer: what makes it fire?
run("Dataset Examples...", "units=" + channel + " images=[" + images + "] quantiles=[]");
keep("3-channel");
close("*");

// 3. Directions of which a few at a time build what the layer says, and those that follow the channel.
run("Train Dictionary...",
    "name=lesson_sp layer=mixed4a images=[" + images + "] k=8 steps=1500 replace");
close("*");
run("Match Units...", "layer=lesson_sp other_layer=mixed4a images=[" + images + "]");
entries = "";
found = 0;
for (i = 0; i < Table.size && found < 3; i++) {
    if (Table.getString("Match", i) == channel) {
        if (found > 0) entries = entries + ";";
        entries = entries + Table.getString("Unit", i);
        found++;
    }
}
print(channel + " is followed by " + entries);
run("Dataset Examples...", "units=[" + entries + "] images=[" + images + "] quantiles=[]");
keep("4-entries");
close("*");

// 4. How the directions share the dimensions of the layer.
run("Feature Geometry...", "name=lesson_sp images=[" + images + "]");
keep("5-geometry");
close("*");

// 5. Orientations that no channel prefers, and those that an entry does.
run("Feature Coverage...",
    "layer=mixed4a dictionary=lesson_sp stimuli=edges images=[" + images + "]");
keep("6-coverage");
run("InceptionV1 Dictionaries...", "action=remove name=lesson_sp");

function keep(name) {
    saveAs("PNG", folder + File.separator + name + ".png");
}
