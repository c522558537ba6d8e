package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.format.MemoryChannel;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The training that comes inside the jar: {@link Training#TEXTURES}, ready on a fresh machine
 * without any download.
 */
public final class BundledWeights {

  private static final String FILE = "textures.safetensors";
  private static final String CARD = "textures-model-card.md";

  private BundledWeights() {}

  /**
   * The weights of {@link Training#TEXTURES}.
   *
   * @throws io.github.inceptionlens.core.UserError when the jar is damaged
   */
  public static Weights textures() {
    return read(FILE, bytes(FILE), Training.TEXTURES.architecture());
  }

  /**
   * Opens a resource of weights.
   *
   * @throws UserError when the jar does not hold it
   */
  static WeightSource open(final String resource) throws IOException {
    if (BundledWeights.class.getResource(resource) == null) {
      throw new UserError(
          "the plugin's jar does not hold "
              + resource
              + "; install the plugin again, or name another network");
    }
    return new WeightSource(resource, new MemoryChannel(bytes(resource)));
  }

  static Weights read(final String name, final byte[] file, final Architecture architecture) {
    try (WeightSource source = new WeightSource(name, new MemoryChannel(file))) {
      return WeightFiles.format(source, List.of(new SafetensorsFormat()))
          .read(source, architecture);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the training saw, how well it does, and what it cannot tell; Markdown. */
  public static String card() {
    return new String(bytes(CARD), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(final String resource) {
    try (InputStream in = BundledWeights.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
