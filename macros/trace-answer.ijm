// Which units made the network give its answer on this image, and do they suffice?
//   run("Trace Answer...", "target=top nodes=60 reference=/data/photographs");
//   run("Trace Answer...", "target=class:3 counterfactual=[without fibers.tif] file=circuit.svg");

open("sample-images/scene-8bit.tif");
// What of this image, beyond what is there everywhere in it, makes the unit answer?
run("Trace Answer...", "target=mixed3b:0 reference=stack nodes=12 steps=5 draws=1 icons=kept");
