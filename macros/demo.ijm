// The main job: every command on the sample images, saved as tables and
// pictures into the folder given as argument.
//
// Run it from a clone with
//   mvn -q -B package -DskipTests exec:exec@macro -Dmacro=macros/demo.ijm
//       -Darg=target/demo -Dinceptionlens.weights=FILE
// or in ImageJ with the repository as the current folder.

folder = getArgument();
if (folder == "") exit("Give the folder for the results as the macro's argument.");
File.makeDirectory(folder);
if (!File.isDirectory(folder)) exit("The folder " + folder + " cannot be made.");
sample = "sample-images/cat.png";
if (!File.exists(sample)) exit("Run this macro with the repository as the current folder: " + sample + " is missing.");

setBatchMode(true);
open(sample);
image = getImageID();

// What the network takes the image for.
run("Classify with InceptionV1...", "top=5");
// (Without a display ImageJ has only the Results table; with one the table has its own window.)
if (isOpen("InceptionV1 Classes")) Table.rename("InceptionV1 Classes", "Results");
saveAs("Results", folder + "/classes.csv");
print("The best class is " + getResultString("Label", 0) + " with probability " + d2s(getResult("Probability", 0), 3) + ".");

// Where the strongest channels of mixed4c fire, registered to the pixel.
selectImage(image);
run("Activation Maps...", "layer=mixed4c channels=strongest:12");
saveAs("Tiff", folder + "/activation-maps.tif");
print("The strongest channel is " + getInfo("slice.label") + ".");

// The image and the first three maps side by side.
maps = getImageID();
run("Make Montage...", "columns=3 rows=1 scale=1 last=3 increment=1 border=0");
saveAs("PNG", folder + "/activation-maps.png");

print("Saved classes.csv, activation-maps.tif and activation-maps.png into " + folder);
