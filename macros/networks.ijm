// Which networks there are, and which of them are on this computer.
//
// The table has one row per network. To fetch one, once and verified:
//   run("InceptionV1 Networks...", "action=download name=imagenet-tf");
// To add a file of your own under a name:
//   run("InceptionV1 Networks...", "action=add name=mine file=[/data/my.safetensors]");
// The names of its classes are copied along where they lie beside it, in /data/my.labels.txt.

run("InceptionV1 Networks...", "action=list");
