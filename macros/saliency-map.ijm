// Which pixels of the current image speak for its most probable class.
//
// The result is a 32-bit map as large as the picture that the network saw, with
// raw values; the same map is laid over the image.

run("Saliency Map...", "method=Grad-CAM target=top overlay");
