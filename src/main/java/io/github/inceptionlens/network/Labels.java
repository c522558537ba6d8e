package io.github.inceptionlens.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names of the classes that the trainings know, in the order of their logits. */
public final class Labels {

  /** The 1000 classes of ILSVRC 2012, ordered by WordNet id, as the WordNet synsets read. */
  public static final List<String> IMAGENET = read("imagenet-labels.txt", 1000);

  /** The classes of the generated textures that our own training knows. */
  public static final List<String> TEXTURES = read("textures-labels.txt", 28);

  private Labels() {}

  private static List<String> read(final String resource, final int count) {
    try (InputStream in = Labels.class.getResourceAsStream(resource)) {
      final List<String> labels =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      if (labels.size() != count) {
        throw new IllegalStateException(resource + " holds " + labels.size() + " labels");
      }
      return labels;
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
