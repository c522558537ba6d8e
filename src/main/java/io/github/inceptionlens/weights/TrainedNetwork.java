package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Architecture;
import io.github.inceptionlens.network.Blueprint;
import io.github.inceptionlens.network.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A training of InceptionV1 that can be loaded: which architecture, and where its weights are.
 *
 * <p>Equal for the same, unchanged file.
 *
 * @param name how results name it
 * @param blueprint its architecture
 * @param file its weights
 * @param modified when the file was last changed
 */
public record TrainedNetwork(String name, Blueprint blueprint, Path file, FileTime modified) {

  /** The system property that names the default network's file. */
  public static final String DEFAULT = "inceptionlens.weights";

  /**
   * The network that a user names.
   *
   * @param text the path of a file of weights, or an empty text for the default
   * @throws UserError when there is no such network
   */
  public static TrainedNetwork named(final String text) {
    final String chosen = text.isBlank() ? System.getProperty(DEFAULT, "") : text;
    if (chosen.isBlank()) {
      throw new UserError(
          "network is empty and there is no default network yet: give the path of a file of"
              + " weights, for instance network=[/data/bvlc_googlenet.caffemodel], or start with -D"
              + DEFAULT
              + "=FILE");
    }
    return at(chosen.strip());
  }

  private static TrainedNetwork at(final String text) {
    try {
      final Path file = Path.of(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(file)) {
        final String name = file.getFileName().toString();
        return new TrainedNetwork(name, Blueprint.CAFFE, file, Files.getLastModifiedTime(file));
      }
    } catch (final InvalidPathException | IOException e) {
      throw missing(text, e);
    }
    throw missing(text, null);
  }

  private static UserError missing(final String text, final Exception cause) {
    return new UserError(
        "network is \""
            + text
            + "\", but there is no such file: give the path of a file of weights, for instance"
            + " network=[/data/bvlc_googlenet.caffemodel]",
        cause);
  }

  /** The table of the network. */
  public Architecture architecture() {
    return blueprint.architecture();
  }

  /**
   * Reads the weights.
   *
   * @throws UserError when the file is not a complete training of this architecture
   */
  public Weights read() {
    return WeightFiles.read(file, architecture());
  }
}
