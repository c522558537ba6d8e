package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Architecture;
import io.github.inceptionlens.network.Blueprint;
import io.github.inceptionlens.network.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Opens files of weights, whatever their format: the content decides, not the file's name. */
public final class WeightFiles {

  /** The formats that come with this plugin. */
  public static final List<WeightFormat> STANDARD =
      List.of(
          new CaffeModelFormat(),
          new GraphDefFormat(),
          new GraphZipFormat(),
          new SafetensorsFormat());

  private WeightFiles() {}

  /**
   * Reads a file in one of the {@link #STANDARD} formats.
   *
   * @throws UserError when it cannot be read, is of no known format, or does not hold exactly the
   *     architecture's tensors
   */
  public static Weights read(final Path file, final Architecture architecture) {
    return read(file, architecture, STANDARD);
  }

  /**
   * The training that a file holds, recognised by its content, with the class names that come with
   * it.
   *
   * @throws UserError when it cannot be read or is of no known format
   */
  public static Blueprint blueprint(final Path file) {
    try (WeightSource source = WeightSource.open(file)) {
      return format(source, STANDARD).blueprint(source);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  /**
   * Reads a file in one of the given formats, for instance those of a SciJava plugin service.
   *
   * @throws UserError as {@link #read(Path, Architecture)}
   */
  public static Weights read(
      final Path file, final Architecture architecture, final List<WeightFormat> formats) {
    try (WeightSource source = WeightSource.open(file)) {
      return format(source, formats).read(source, architecture);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  /**
   * The first format that recognises the source.
   *
   * @throws UserError when none does; the sentence lists the formats
   */
  static WeightFormat format(final WeightSource source, final List<WeightFormat> formats) {
    return formats.stream()
        .filter(format -> format.recognises(source))
        .findFirst()
        .orElseThrow(() -> source.refuse("is in no known format of weights" + known(formats)));
  }

  private static String known(final List<WeightFormat> formats) {
    return formats.stream()
        .map(WeightFormat::name)
        .collect(Collectors.joining(", ", "; known are: ", ""));
  }
}
