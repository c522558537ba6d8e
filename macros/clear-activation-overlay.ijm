// Takes the layers of "Activation Overlay..." off the current image's overlay.
// Your own elements of the overlay stay.

run("Clear Activation Overlay");
