// A variant of the bundled network without one of its channels, and what it
// makes of an image.
//
// Run it from a clone with
//   mvn -q -B package -DskipTests exec:exec@macro -Dmacro=macros/edit-network.ijm

file = getDirectory("temp") + "variant-classes.csv";
run("Edit Network...", "name=without-12 edits=[ablate mixed4c:12; scale mixed4d:3 by 2] replace");

open("sample-images/scene-8bit.tif");
run("Classify with InceptionV1...", "top=1 csv=[" + file + "]");
print("The network as it was trained:\n" + File.openAsString(file));
run("Classify with InceptionV1...", "network=without-12 top=1 csv=[" + file + "]");
print("Its variant:\n" + File.openAsString(file));

run("InceptionV1 Networks...", "action=remove name=without-12");
