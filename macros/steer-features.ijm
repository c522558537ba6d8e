// What becomes of the classes when a feature is held at four times its largest activation: a
// channel, on one image, then the entry of a dictionary, on many.
//
// Run it from a clone with
//   mvn -q -B package -DskipTests exec:exec@macro -Dmacro=macros/steer-features.ijm
//       -Darg=target/steering.csv

file = getArgument();
if (file == "") file = getDirectory("temp") + "steering.csv";
open("sample-images/scene-8bit.tif");
image = getImageID();
run("Steer Features...", "units=mixed4c:12 mode=clamp strength=4x classes=3 csv=[" + file + "]");
print("Where mixed4d and mixed4e change: " + getTitle());

// All slices of a stack, with the means: what the first entry of a dictionary of yours does.
run("Make Sample Images...", "count=3 kind=scenes size=160");
run("Make Dictionary...", "name=steered method=pca layer=mixed4c count=4 replace");
run("Steer Features...", "units=steered:0 mode=scale strength=3 images=stack classes=3 csv=[" + file + "]");
print(File.openAsString(replace(file, ".csv", "-means.csv")));
run("InceptionV1 Dictionaries...", "action=remove name=steered");
