// Macro lines as README.md and recorder gave them before keys and packages were renamed: they go on
// to work. The argument is FOLDER, or FOLDER and the file of the ImageNet weights after a "|".
args = split(getArgument(), "|");
folder = args[0] + "/";
setBatchMode(true);

function keep(name) {
  saveAs("Tiff", folder + name + ".tif");
  close();
}

function scene() {
  close("*");
  open("sample-images/scene-8bit.tif");
}

scene();
run("Classify with InceptionV1...", "top=3 csv=[" + folder + "classes.csv]");
run("Activation Maps...", "layer=mixed4c channels=31,12");
keep("maps");
if (args.length > 1) {
  run("Activation Maps...", "network=[" + args[1] + "] layer=mixed4c channels=447,12");
  keep("maps-imagenet");
}
scene();
run("Activation Overlay...", "layer=mixed4c bar");
keep("overlay");
scene();
run("Strongest Channels...", "layer=mixed4c count=5 by=peak csv=[" + folder + "channels.csv]");
run("Saliency Map...", "method=[Integrated Gradients] target=top sign=signed colour=max steps=8");
keep("integrated-gradients");
run("Saliency Map...", "method=SmoothGrad target=mixed4c:12 samples=3 seed=1 colour=l2");
keep("smoothgrad");
run("Compare Saliency...", "methods=[Gradient, Grad-CAM] targets=top montage csv=[" + folder + "comparison.csv]");
run("Close All");
scene();
run("Evaluate Saliency...", "method=Gradient target=mixed3a:1 measures=[sensitivity, randomisation] csv=[" + folder + "evaluation.csv]");
run("Close All");
scene();
run("DeepDream...", "objective=deepdream(mixed3b) octaves=2 steps=2 seed=1");
keep("dream");
scene();
run("Invert Features...", "layers=mixed3b steps=4 seed=1");
keep("inversion");
scene();
run("Caricature...", "layers=mixed3b power=1 steps=4 seed=1");
keep("caricature");
run("Visualize Channel...", "objective=mixed4c:31 size=64 steps=4 seed=1 raw");
keep("channel");
scene();
run("Visualize Layer...", "layer=mixed4c channels=strongest:2 size=48 steps=3 montage");
keep("layer");
run("Describe Network...", "size=224 csv=[" + folder + "layers.csv]");
print("done");
