// The layers of a network as a table: kernel, stride, channels, receptive
// field, parameters and multiply-adds, for a picture of 224 x 224 pixels.

run("Describe Network...", "network=textures size=224");
