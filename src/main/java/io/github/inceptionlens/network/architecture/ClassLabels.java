package io.github.inceptionlens.network.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names of the classes that the trainings know, in the order of their logits. */
public final class ClassLabels {

  /** The 1000 classes of ILSVRC 2012, ordered by WordNet id, as the WordNet synsets read. */
  public static final List<String> IMAGENET = read("imagenet-labels.txt", 1000);

  /** The WordNet 3.0 ids of {@link #IMAGENET}, such as {@code n02123045}, strictly increasing. */
  public static final List<String> IMAGENET_IDS = read("imagenet-wordnet-ids.txt", 1000);

  private static final int TENSORFLOW_OUTPUTS = 1008;

  /** How many of inception5h's outputs have a name; the rest was never trained. */
  public static final int TENSORFLOW_NAMED = 1001;

  /** Stand-ins for the 1008 outputs of inception5h, whose names come with its file. */
  public static final List<String> TENSORFLOW_UNNAMED =
      tensorflow(IntStream.range(0, TENSORFLOW_NAMED).mapToObj(i -> "class " + i).toList());

  /** The classes of the generated textures that our own training knows. */
  public static final List<String> TEXTURES = read("textures-labels.txt", 28);

  private ClassLabels() {}

  /**
   * The labels of inception5h's 1008 outputs: the names of its label file, then {@code unused 1001}
   * to {@code unused 1007}.
   *
   * @param names {@link #TENSORFLOW_NAMED} names, the first of them the dummy class
   */
  public static List<String> tensorflow(final List<String> names) {
    if (names.size() != TENSORFLOW_NAMED) {
      throw new IllegalArgumentException(names.size() + " names");
    }
    final Stream<String> unused =
        IntStream.range(TENSORFLOW_NAMED, TENSORFLOW_OUTPUTS).mapToObj(i -> "unused " + i);
    return Stream.concat(names.stream(), unused).toList();
  }

  private static List<String> read(final String resource, final int count) {
    try (InputStream in = ClassLabels.class.getResourceAsStream(resource)) {
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
