// Does a saliency map of the current image tell something of the network?
//
// The table has the map's figures beside those of random numbers and of edges,
// which know nothing of the network; the plots show the curves behind them.
// With mask=[title of an open mask], or mask=roi for the selection, the map is
// also held against the truth.

run("Evaluate Saliency...", "method=Grad-CAM target=top measures=[insertion, deletion, randomization]");
