// Which kinds of units does a unit read, and where? A color for each kind.
//   run("Weight Groups...", "from=mixed4b to=mixed4c:447 groups=3 name=kinds");
//   run("Visualize Layer...", "layer=kinds channels=all montage");

run("Weight Groups...", "from=mixed4b to=mixed4c:3,5 groups=3 strongest=5");
