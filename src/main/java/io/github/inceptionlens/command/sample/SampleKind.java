package io.github.inceptionlens.command.sample;

import java.util.Locale;

/** What a generated picture shows. */
public enum SampleKind {
  /** One class all over. */
  TEXTURES,
  /** Several classes, each in a region of its own on an empty background. */
  SCENES;

  /** As dialogs and macros write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
