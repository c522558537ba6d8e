// Which units of a layer are turned copies of each other? On your own images, a few minutes:
//   run("Unit Families...", "layer=mixed3b_5x5 images=/data/photographs dictionary=curves");
//   run("Tuning Curve...", "units=curves:0-9 turn=selection");
// Or mirrored ones, about any axis:
//   run("Unit Families...", "layer=conv2d2 under=both step=30 images=/data/photographs");

run("Make Sample Images...", "count=12 size=96");
run("Unit Families...", "layer=conv2d0 step=30 places=200 icons=kept");
