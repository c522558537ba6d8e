// What a layer sees in scenes, laid out so that what is alike lies together, colored by a unit's
// value. Real work takes one place of each of many images, in a folder for each label:
//   run("Embed Activations...", "images=/data/photographs layer=mixed4d");
run("Make Sample Images...", "count=6 kind=scenes size=160");
run("Embed Activations...", "layer=mixed3b per_picture=40 neighbors=15 color=mixed3b:0");
