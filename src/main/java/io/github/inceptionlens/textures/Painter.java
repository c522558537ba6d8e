package io.github.inceptionlens.textures;

/** How one class paints its structure. Lengths below are in pixels at size 1. */
@FunctionalInterface
interface Painter {
  void paint(Sketch sketch);
}
