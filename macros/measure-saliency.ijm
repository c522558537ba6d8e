// From a map to numbers: where do the strongest 5 % of its values lie, and how
// much of the attribution do they hold?
//
// The current image is a map, for instance of Saliency Map...; the result is a
// mask and a table of its regions in calibrated units. With a display,
// result=both also adds their outlines below whatever the ROI Manager holds.

run("Measure Saliency...", "threshold=otsu smallest=20");
