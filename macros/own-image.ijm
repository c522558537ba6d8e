// One's own image through the network's eyes: the image, its dream, what a
// layer keeps of it and the layer's caricature, side by side.
//
// Give a file for the picture as the macro's argument.

file = getArgument();
if (file == "") exit("Give a file for the picture as the macro's argument.");
samples = "sample-images/";
if (!File.exists(samples + "scene-rgb.png")) exit("Run this macro with the repository as the current folder: " + samples + " is missing.");

setBatchMode(true);
open(samples + "scene-rgb.png");
rename("image");
run("DeepDream...", "seed=1");
rename("DeepDream");
selectImage("image");
run("Invert Features...", "layers=mixed3b seed=1");
rename("mixed3b inverted");
selectImage("image");
run("Caricature...", "layers=mixed3b power=1 seed=1");
rename("mixed3b caricature");
run("Images to Stack", "name=panels title=[] use");
run("Make Montage...", "columns=4 rows=1 scale=1 font=14 border=2 label use");
saveAs("PNG", file);
close("*");
