// Where the channel of mixed4c that fires most on the current image does so,
// as a layer of colors in the image's overlay, with a bar that tells their values.
//
// The image's pixels stay as they are. Another channel: unit=mixed4c:447.
// For the same colors on several images give the range: range=0-35.

run("Activation Overlay...", "unit=strongest layer=mixed4c bar");
