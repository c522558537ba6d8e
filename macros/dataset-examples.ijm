// What of many images drives each unit of a layer most, least, and in between.
// The argument is a folder of pictures, perhaps in sub-folders, one per label; without one, pictures
// are made.
//
// For your own images:
//   run("Dataset Examples...", "images=/data/photographs layer=mixed4c units=strongest:16 csv=/data/examples.csv");
//   run("Dataset Examples...", "images=/data/photographs layer=mixed4c folder=/data/examples");
//   run("Dataset Examples...", "network=imagenet-caffe images=/data/photographs units=[class:'zebra','tiger']");

folder = getArgument();
if (folder == "") {
    folder = getDirectory("temp") + "inception-lens-examples-" + d2s(getTime(), 0);
    File.makeDirectory(folder);
    run("Make Sample Images...", "count=56 size=192 folder=[" + folder + "]");
}
run("Dataset Examples...", "images=[" + folder + "] layer=mixed5a units=strongest:8 count=5");
