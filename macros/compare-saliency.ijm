// What several methods say of the current image's most probable class.
//
// The stack has the raw values of one map per channel; the montage shows all of
// them beside the picture; the table tells how alike they are.

run("Compare Saliency...", "methods=[Gradient, Guided Backpropagation, Grad-CAM, LayerCAM] montage");
