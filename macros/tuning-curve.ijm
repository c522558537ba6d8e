// Which angle does a unit prefer, and how sharply? In standard deviations over your own images:
//   run("Tuning Curve...", "layer=mixed3b units=all images=/data/photographs csv=/data/tuning.csv");
// A family's answer to its own top crops, turned (after Dataset Examples...):
//   run("Tuning Curve...", "units=mixed3b:379,385,388 turn=examples:3");

run("Make Stimuli...", "kind=edges size=96 angles=0-330-30 contrasts=0.5,1");
run("Tuning Curve...", "layer=conv2d2 units=0-11");
