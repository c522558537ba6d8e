package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.PluginLookup;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.content.Resemblance;
import io.github.inceptionlens.weights.download.FileDigest;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.WeightFormat;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens files of weights, whatever their format: the content decides, not the file's name. */
public final class WeightFiles {

  private WeightFiles() {}

  /** The formats on the class path, by priority, then by name. */
  public static List<WeightFormat> standard() {
    return PluginLookup.all(WeightFormat.class);
  }

  /**
   * Reads a file in one of the {@link #standard} formats.
   *
   * @throws UserError when it cannot be read, is of no known format, or does not hold exactly the
   *     architecture's tensors
   */
  public static Weights read(final Path file, final Architecture architecture) {
    return with(
        file, () -> WeightSource.open(file), source -> format(source).read(source, architecture));
  }

  /** As {@link #read(Path, Architecture)}, from wherever the weights are. */
  static Weights read(final Origin origin, final Architecture architecture) {
    return with(origin, origin::open, source -> format(source).read(source, architecture));
  }

  /**
   * Reads a file in one of the given formats, for instance those of a SciJava plugin service.
   *
   * @throws UserError as {@link #read(Path, Architecture)}
   */
  public static Weights read(
      final Path file, final Architecture architecture, final List<WeightFormat> formats) {
    return with(
        file,
        () -> WeightSource.open(file),
        source -> format(source, formats).read(source, architecture));
  }

  /**
   * The training that a file holds, recognized by its content, with the class names that come with
   * it.
   *
   * @throws UserError when it cannot be read or is of no known format
   */
  public static Training training(final Path file) {
    return with(file, () -> WeightSource.open(file), source -> format(source).training(source));
  }

  /** As {@link #training(Path)}, from wherever the weights are. */
  static Training training(final Origin origin) {
    return with(origin, origin::open, source -> format(source).training(source));
  }

  /** The SHA-256 digest of the bytes from which weights are read. */
  static String digest(final Origin origin) {
    return with(origin, origin::open, source -> FileDigest.of(source.stream()));
  }

  private static <T> T with(final Object file, final Opening opening, final Question<T> question) {
    try (WeightSource source = opening.open()) {
      return question.ask(source);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  /** How a source is opened. */
  @FunctionalInterface
  private interface Opening {
    WeightSource open() throws IOException;
  }

  /** What is asked of a source while it is open. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(WeightSource source) throws IOException;
  }

  /** Asks for the other formats only where need be: they need libraries that this one does not. */
  private static WeightFormat format(final WeightSource source) {
    final WeightFormat safetensors = new SafetensorsFormat();
    return safetensors.recognizes(source) ? safetensors : format(source, standard());
  }

  /**
   * The first format that recognizes the source.
   *
   * @throws UserError when none does; the sentence lists the formats
   */
  public static WeightFormat format(final WeightSource source, final List<WeightFormat> formats) {
    return formats.stream()
        .filter(format -> format.recognizes(source))
        .findFirst()
        .orElseThrow(() -> source.refuse(unknown(source, formats)));
  }

  private static String unknown(final WeightSource source, final List<WeightFormat> formats) {
    return "is in no known format of weights"
        + Resemblance.ofBytes(source.head())
            .or(() -> Resemblance.ofName(source.name()))
            .map(", but looks like "::concat)
            .orElse("")
        + known(formats);
  }

  private static String known(final List<WeightFormat> formats) {
    return formats.stream()
        .map(WeightFormat::name)
        .collect(Collectors.joining(", ", "; known are: ", ""));
  }
}
