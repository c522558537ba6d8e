// One channel, five ways to look for its picture: Fourier coefficients; a pattern-producing
// network, drawn four times larger; phases alone, with the spectrum of photographs and with that
// of an image of one's own; and phases on crops, at many scales, with a map of what mattered.
//
// Give a file for the picture as the macro's argument.

file = getArgument();
if (file == "") exit("Give a file for the picture as the macro's argument.");
objective = "objective=mixed4c:31 seed=1";

samples = "sample-images/";
if (!File.exists(samples + "scene-rgb.png")) exit("Run this macro with the repository as the current folder: " + samples + " is missing.");

setBatchMode(true);
run("Visualize Channel...", objective);
panel("fourier");
run("Visualize Channel...", objective + " parameterization=cppn magnify=4");
panel("cppn");
run("Visualize Channel...", objective + " parameterization=maco transforms=standard");
panel("maco, standard");
open(samples + "scene-rgb.png");
run("Visualize Channel...", objective + " parameterization=maco transforms=standard spectrum=stack");
panel("maco, own spectrum");
close("scene-rgb.png");
run("Visualize Channel...", objective + " parameterization=maco importance");
panel("importance");
selectImage("mixed4c:31");
panel("maco, crops");
run("Images to Stack", "name=panels title=[] use");
run("Make Montage...", "columns=6 rows=1 scale=1 font=14 border=2 label use");
saveAs("PNG", file);
close("*");

// Gives the current image a title and a common size in colors.
function panel(title) {
    run("RGB Color");
    run("Size...", "width=192 height=192 interpolation=Bilinear average");
    rename(title);
}
