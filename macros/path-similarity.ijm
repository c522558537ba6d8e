// Does the network process a unit's visualization as it processes natural images?
//
// The argument is a folder of at least 20 images of one kind, for instance your own micrographs.
// Where Normalised is near 0 the visualization takes another way through the network than the
// images that drive the unit: there it tells little of them.

folder = getArgument();
run("Path Similarity...", "objective=mixed4c:12 size=128 steps=256 natural=[" + folder + "] examples=8");
for (i = 0; i < Table.size; i++) {
    print(Table.getString("Layer", i), Table.get("Visualization", i), Table.get("Top", i),
        Table.get("Others", i), Table.get("Normalised", i));
}
