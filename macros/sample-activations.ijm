// Vectors of a layer on many images, with their places, and a dictionary that is learned from them.
// The argument is the folder in which it is all made; without, the temporary folder.
folder = getArgument();
if (folder == "") folder = getDirectory("temp") + "inception-lens-sample";
File.makeDirectory(folder);
images = folder + "/textures";
sample = folder + "/sample.safetensors";
if (!File.exists(images)) run("Make Sample Images...", "count=28 size=96 folder=[" + images + "]");
run("Sample Activations...", "images=[" + images + "] layer=mixed3b per_picture=5 file=[" + sample + "]");
run("Make Dictionary...", "name=sampled layer=mixed3b method=kmeans count=8 replace sample=[" + sample + "]");
