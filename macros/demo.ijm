// The main job: every command on the sample images, saved as tables and
// pictures into the folder given as argument.
//
// Run it from a clone with
//   mvn -q -B package -DskipTests exec:exec@macro -Dmacro=macros/demo.ijm
//       -Darg=target/demo
// or in ImageJ with the repository as the current folder.

folder = getArgument();
if (folder == "") exit("Give the folder for the results as the macro's argument.");
File.makeDirectory(folder);
if (!File.isDirectory(folder)) exit("The folder " + folder + " cannot be made.");
samples = "sample-images/";
if (!File.exists(samples + "scene-16bit.tif")) exit("Run this macro with the repository as the current folder: " + samples + " is missing.");

setBatchMode(true);

// 1. What the network takes each sample for.
// Each table goes into a file of its own, which is the same with a display and without.
names = newArray("nuclei-16bit.tif", "sarcomeres-8bit.tif", "composite.tif", "scene-8bit.tif", "scene-16bit.tif", "scene-rgb.png");
classes = "";
for (i = 0; i < names.length; i++) {
  open(samples + names[i]);
  run("Classify with InceptionV1...", "fit=[own size] top=3 csv=[" + folder + "/classes.csv]");
  close("*");
  rows = split(File.openAsString(folder + "/classes.csv"), "\n");
  if (i == 0) classes = rows[0];
  for (row = 1; row < rows.length; row++) classes = classes + "\n" + rows[row];
  label = cell(rows, "Label");
  probability = parseFloat(cell(rows, "Probability"));
  print(names[i] + " is " + label + " with probability " + d2s(probability, 3) + ".");
}
File.saveString(classes + "\n", folder + "/classes.csv");

// 2. Where the channels of a layer fire on a scene of four structures: for
//    each the channel that tells it best from the rest, by the known mask.
layer = "mixed5a";
scene = "scene-16bit";
units = "";
structures = newArray("asters", "triangular-mesh", "labyrinth-stripes", "vesicles");
open(samples + scene + ".tif");
run("Activation Maps...", "layer=" + layer + " channels=all");
rename("maps");
selectImage(scene + ".tif");
toPanel(scene);
for (i = 0; i < structures.length; i++) {
  open(samples + scene + "-mask-" + structures[i] + ".png");
  run("Multiply...", "value=0.4");
  toPanel(structures[i]);
}
newImage("channels of " + layer, "RGB black", 256, 256, 1);
for (i = 0; i < structures.length; i++) {
  best = channelFor(samples + scene + "-mask-" + structures[i] + ".png");
  selectImage("maps");
  run("Duplicate...", "title=map duplicate range=" + best + "-" + best);
  getStatistics(area, mean, min, max);
  setMinAndMax(0, max);
  run("Fire");
  toPanel(layer + ":" + (best - 1));
  print("Channel " + layer + ":" + (best - 1) + " tells " + structures[i] + " best.");
  units = units + "," + (best - 1);
}
selectImage("maps");
close();
run("Images to Stack", "name=panels title=[] use");
setForegroundColor(255, 255, 0);
run("Make Montage...", "columns=5 rows=2 scale=0.75 font=15 border=2 label use");
saveAs("PNG", folder + "/scene-and-channels.png");
close("*");

// The same channels' maps as numbers.
open(samples + scene + ".tif");
run("Activation Maps...", "layer=" + layer + " channels=" + substring(units, 1));
saveAs("Tiff", folder + "/activation-maps.tif");
close("*");

// 3. The channel that fires most, in colors over the image.
open(samples + "scene-8bit.tif");
run("Activation Overlay...", "layer=mixed4c bar");
run("Flatten");
saveAs("PNG", folder + "/activation-overlay.png");
close("*");

// 4. The strongest channels through time.
open(samples + "drift.tif");
run("Activation Maps...", "layer=mixed4c channels=strongest:4 stack");
saveAs("Tiff", folder + "/drift-maps.tif");
close("*");

// 5. Which pixels speak for each of a scene's classes, by three methods; and one
//    map as numbers.
open(samples + "scene-8bit.tif");
run("Compare Saliency...", "methods=[Gradient, Integrated Gradients, Grad-CAM] targets=[class:'nuclei'; class:'honeycomb epithelium'; class:'aligned fibres'] baseline=blurred sign=positive montage");
selectImage("scene-8bit-montage");
saveAs("PNG", folder + "/saliency.png");
selectImage("scene-8bit.tif");
run("Saliency Map...", "target=[class:'nuclei']");
saveAs("Tiff", folder + "/saliency-map.tif");
close("*");

// 6. What the channels look for that respond most to that scene.
open(samples + "scene-8bit.tif");
run("Visualize Layer...", "layer=mixed4c channels=strongest:8 montage");
selectImage("Montage of Visualizations of mixed4c");
saveAs("PNG", folder + "/visualizations.png");
close("*");

// 7. What a channel looks for, beside what of the samples drives it most.
for (i = 0; i < names.length; i++) open(samples + names[i]);
run("Visualize Channel...", "objective=mixed4a:12 size=160 evidence=open examples=5");
saveAs("PNG", folder + "/evidence.png");
close("*");

print("Saved classes.csv, scene-and-channels.png, activation-maps.tif, activation-overlay.png, drift-maps.tif, saliency.png, saliency-map.tif, visualizations.png and evidence.png into " + folder);

// The first row's text in a column of a table whose cells hold no commas.
function cell(rows, column) {
  headings = split(rows[0], ",");
  cells = split(rows[1], ",");
  for (j = 0; j < headings.length; j++) {
    if (headings[j] == column) return cells[j];
  }
  exit("The table has no column " + column + ".");
}

// Makes the current image a picture in colors, with a title.
function toPanel(title) {
  if (bitDepth() != 24) run("RGB Color");
  rename(title);
}

// The slice of "maps" whose mean in the mask lies highest above its mean, in deviations.
function channelFor(mask) {
  open(mask);
  setThreshold(255, 255);
  run("Create Selection");
  close();
  selectImage("maps");
  best = 1;
  highest = 0;
  for (slice = 1; slice <= nSlices; slice++) {
    setSlice(slice);
    run("Select None");
    getStatistics(area, mean, min, max, deviation);
    run("Restore Selection");
    getStatistics(area, inside);
    if (deviation > 0 && (inside - mean) / deviation > highest) {
      highest = (inside - mean) / deviation;
      best = slice;
    }
  }
  run("Select None");
  return best;
}
