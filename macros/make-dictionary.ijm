// Directions of a layer from the current image: principal components, then non-negative factors,
// and what the first of each responds to on the image.
//
// Of areas that you outlined and added to the ROI Manager, one direction each:
//   run("Make Dictionary...", "name=areas method=rois");
//   run("Activation Overlay...", "unit=areas:0");
image = getImageID();
run("Make Dictionary...", "name=components method=pca count=6 replace");
run("Make Dictionary...", "name=factors method=nmf count=6 replace");
run("Activation Maps...", "layer=components channels=all");
selectImage(image);
run("Activation Overlay...", "unit=factors:0");
