// What the class and a later layer owe to the channels that fire most.
//
// Run it from a clone with
//   mvn -q -B package -DskipTests exec:exec@macro -Dmacro=macros/ablate-units.ijm
//       -Darg=target/ablation.csv

file = getArgument();
if (file == "") file = getDirectory("temp") + "ablation.csv";
open("sample-images/scene-8bit.tif");

// The three channels of mixed4c that are strongest on the image...
run("Strongest Channels...", "layer=mixed4c count=3 csv=[" + file + "]");
rows = split(File.openAsString(file), "\n");
column = -1;
header = split(rows[0], ",");
for (i = 0; i < header.length; i++) if (header[i] == "Channel") column = i;
units = "";
for (i = 1; i < rows.length; i++) {
  cells = split(rows[i], ",");
  if (i > 1) units = units + ",";
  units = units + cells[column];
}

// ... are taken away: which classes change, and where does mixed4d?
run("Ablate Units...", "units=mixed4c:" + units + " mode=zero show=mixed4d top=3 csv=[" + file + "]");
print("Without mixed4c:" + units + ": " + nSlices + " difference maps, and");
print(File.openAsString(file));
