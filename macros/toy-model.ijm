// Superposition: more features than dimensions. Of five features in two dimensions, dense ones are
// kept two at most; the rarer they are, the more share the plane: pairs that lie opposite each other,
// then a pentagon. The defaults (ten sparsities) take about a minute:
//   run("Toy Model...");
run("Toy Model...", "sparsity=0,0.8,0.95 steps=2000 batch=256 learning_rate=0.005");
// How much of each feature comes through: the diagonal of each slice of the weights.
selectImage("Toy weights");
for (slice = 1; slice <= nSlices; slice++) {
	setSlice(slice);
	kept = "";
	for (i = 0; i < getHeight(); i++)
		kept += " " + d2s(getPixel(i, i), 2);
	print(getInfo("slice.label") + ":" + kept);
}
