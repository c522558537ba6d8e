// From a row of a table back to the pixels: where the second strongest network
// channel of an image is strongest, with the place selected.
//
// In a window a double click on the row does the same.

csv = getDirectory("temp") + "strongest-channels.csv";
run("Strongest Channels...", "layer=mixed3a count=3 csv=[" + csv + "]");
run("Go To Place...", "table=[" + csv + "] row=2");
getSelectionCoordinates(x, y);
print("the second channel is strongest at (" + x[0] + ", " + y[0] + ") of " + getTitle());

// A place that you know, in pixels:
run("Go To Place...", "image=[" + getTitle() + "] x=20 y=30");
deleted = File.delete(csv);
