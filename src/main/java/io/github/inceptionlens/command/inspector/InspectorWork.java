package io.github.inceptionlens.command.inspector;

/** What an inspector does off the event thread, the most urgent first. */
enum InspectorWork {
  /** A layer's map of what the image shows. */
  MAP,
  /** A channel's map, drawn over the image. */
  OVERLAY,
  /** The part of a field that carries the value. */
  PART
}
