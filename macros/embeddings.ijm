// Embeddings that are kept under a name: what atlases are made of.
//
// To take one to another computer:
//   run("InceptionV1 Embeddings...", "action=export name=slides file=[/data/slides.safetensors]");
//   run("InceptionV1 Embeddings...", "action=import name=slides file=[/data/slides.safetensors]");
run("InceptionV1 Embeddings...", "action=list");
