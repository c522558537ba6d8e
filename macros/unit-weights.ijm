// How is a unit made of those of the layer below? The weights between, as kernels.
//   run("Unit Weights...", "from=mixed4b to=mixed4c:447");
//   run("Unit Weights...", "from=mixed4b to=mixed4c:447 how=data images=/data/photographs");

run("Unit Weights...", "from=conv2d1 to=conv2d2:3 strongest=2");
run("Unit Weights...", "from=input to=conv2d0 how=direct strongest=3 icons=kept");
