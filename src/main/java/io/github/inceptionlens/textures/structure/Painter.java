package io.github.inceptionlens.textures.structure;

/** How one class paints its structure. Lengths below are in pixels at size 1. */
@FunctionalInterface
interface Painter {
  void paint(Sketch sketch);
}
