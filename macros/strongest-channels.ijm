// The twenty channels of mixed4c with the largest mean activation over the
// selection of the current image (or all of it), as a table.
//
// X and Y say, in calibrated units, where the unit with the channel's largest
// activation looks.

run("Strongest Channels...", "layer=mixed4c count=20 by=mean");
