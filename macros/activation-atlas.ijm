// What a layer sees in textures: an atlas of icons, a map of densities, and for each cell how much
// of which texture it holds. Real work takes one place of each of many images, in a folder for each
// label, the grid as it is and more steps:
//   run("Activation Atlas...", "images=/data/photographs layer=mixed4d");
run("Make Sample Images...", "count=8 kind=textures size=160");
run("Activation Atlas...",
    "layer=mixed3b per_picture=40 neighbors=15 grid=4 steps=8 size=48 name=textures replace");
