// A table for statistics: how much do three units respond to each nucleus?
//
// The labels are here two squares that are drawn; in earnest they are the label
// image of StarDist, Cellpose or Analyze Particles (Show: Count Masks), or the
// ROIs of the ROI Manager (regions=manager, which needs a display).

title = getTitle();
getDimensions(width, height, channels, slices, frames);
newImage("labels", "16-bit black", width, height, 1);
makeRectangle(width / 8, height / 8, width / 4, height / 4);
run("Set...", "value=1");
makeRectangle(width / 2, height / 2, width / 3, height / 4);
run("Set...", "value=2");
run("Select None");

selectImage(title);
run("Measure Activations...", "images=stack regions=labels layer=mixed4c units=strongest:3 by=mean");
