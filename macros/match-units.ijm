// Which units of a layer does the next layer hand on? Two networks are compared in the same way:
//   run("Match Units...", "network=imagenet-caffe layer=mixed4c other=imagenet-tf images=/data/photographs");

run("Make Sample Images...", "kind=scenes count=8 size=160");
run("Match Units...", "images=stack layer=mixed4a other_layer=mixed4b");
