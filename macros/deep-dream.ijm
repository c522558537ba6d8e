// The current image with what layer mixed4c sees in it exaggerated.
//
// Try a channel (objective=mixed4c:12), a lower layer for textures
// (objective=deepdream(mixed3a)), or scale=2 for a larger picture with finer structures.

run("DeepDream...", "objective=deepdream(mixed4c) octaves=4 steps=10 seed=1");
