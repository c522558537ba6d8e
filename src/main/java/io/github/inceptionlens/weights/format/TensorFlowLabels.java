package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.ClassLabels;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.content.ClassNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The class names that come with inception5h in a text file, one per line. */
public final class TensorFlowLabels {

  /** The file's name, beside the graph or in its zip. */
  public static final String FILE = "imagenet_comp_graph_label_strings.txt";

  private TensorFlowLabels() {}

  /**
   * Refuses a label file that cannot be one.
   *
   * @throws UserError when it is too large, or holds other than one name per class
   */
  public static void check(final Path file) throws IOException {
    try (InputStream text = Files.newInputStream(file)) {
      final byte[] bytes = text.readNBytes(ClassNames.MOST_BYTES + 1);
      if (!isList(bytes)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "\"%s\" lies beside the weights, but does not hold the %d class names of %s: take"
                    + " it away, or copy it again",
                file,
                ClassLabels.TENSORFLOW_NAMED,
                Training.TENSORFLOW.name()));
      }
    }
  }

  private static boolean isList(final byte[] bytes) {
    return ClassNames.isList(bytes)
        && ClassNames.lines(bytes).size() == ClassLabels.TENSORFLOW_NAMED;
  }

  /**
   * TensorFlow's training with the names of a label file.
   *
   * @param file whom a refusal names
   * @param text the label file's bytes
   * @throws UserError when it does not hold one name for each class
   */
  static Training read(final WeightSource file, final InputStream text) throws IOException {
    final byte[] bytes = text.readNBytes(ClassNames.MOST_BYTES + 1);
    if (!isList(bytes)) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "does not hold the %d class names of %s in %s; download or copy it again",
              ClassLabels.TENSORFLOW_NAMED,
              Training.TENSORFLOW.name(),
              FILE));
    }
    return Training.TENSORFLOW.withLabels(ClassLabels.tensorflow(ClassNames.lines(bytes)));
  }
}
