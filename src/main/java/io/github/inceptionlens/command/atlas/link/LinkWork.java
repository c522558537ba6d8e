package io.github.inceptionlens.command.atlas.link;

/** What linked windows do off the event thread, the quickest first. */
enum LinkWork {
  /** Finds the places of cells in images. */
  PLACES,
  /** Reads crops. */
  CROPS
}
