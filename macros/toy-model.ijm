// Superposition: more features than dimensions. Of five features in two dimensions, dense ones are
// kept two at most; the rarer they are, the more share the plane: pairs that lie opposite each other,
// then a pentagon. The defaults (ten sparsities) take about half a minute:
//   run("Toy Model...");
run("Toy Model...", "sparsity=0,0.8,0.95 steps=2000 batch=256 learning_rate=0.005");
// The dimensionality of each feature at the last sparsity: 2/5 in a pentagon.
selectWindow("InceptionV1 Toy Model");
for (i = Table.size - 5; i < Table.size; i++)
	print("feature " + Table.get("Feature", i) + ": " + d2s(Table.get("Dimensionality", i), 2));
