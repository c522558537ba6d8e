// What a layer gives at places of an image: the six strongest channels at the
// middle, and at each point of a multi-point selection.
//
// Run it on an image of yours.

run("Inspect Point...", "x=" + floor(getWidth() / 2) + " y=" + floor(getHeight() / 2) + " layer=mixed4c count=6");
makeSelection("point", newArray(getWidth() / 4, getWidth() / 2), newArray(getHeight() / 4, getHeight() / 2));
run("Inspect Point...", "layer=mixed3b count=3");
