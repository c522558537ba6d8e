// What InceptionV1 takes the current image for: its five most probable classes.
//
// The classes come as a table, one row per class; a second run adds rows.
// Give another network with network=[/path/to/file.caffemodel].

run("Classify with InceptionV1...", "top=5");
