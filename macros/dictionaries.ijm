// Dictionaries of directions: what can be used as a layer of its own.
//
// Python writes one as safetensors (encoder, bias, metadata; see the reference). Then:
//   run("InceptionV1 Dictionaries...", "action=import name=mydict file=[/data/mydict.safetensors]");
//   run("Activation Overlay...", "unit=mydict:17");
//   run("Saliency Map...", "target=mydict:17");
//   run("Visualize Channel...", "objective=mydict:17");
run("InceptionV1 Dictionaries...", "action=list");
