// What a channel looks for: a picture, made from noise, on which it becomes large.
//
// No image is needed. The picture is the same for the same seed; its properties
// (Image > Show Info...) tell the value that the channel reaches on it.

run("Visualize Channel...", "objective=mixed4c:12 size=128 steps=256 seed=1");
