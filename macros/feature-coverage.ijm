// Which angles of curves does no channel of a layer prefer, and do the entries of a dictionary?
// On your own images, with a dictionary that was trained on them:
//   run("Train Dictionary...", "name=learned layer=mixed3b images=/data/photographs");
//   run("Feature Coverage...", "layer=mixed3b dictionary=learned images=/data/photographs");

run("Make Sample Images...", "count=12 size=96");
run("Feature Coverage...", "layer=conv2d2 stimuli=edges angles=0-330-30 size=64 deviations=2 variance=0.8 randoms=1 images=stack");
