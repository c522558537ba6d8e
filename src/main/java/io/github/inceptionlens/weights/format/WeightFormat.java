package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import org.scijava.plugin.SciJavaPlugin;

/**
 * A kind of file that holds trained weights.
 *
 * <p>A new format is one new class with {@code @Plugin(type = WeightFormat.class, name = "...")}
 * and a test that extends {@code WeightFormatContract}.
 */
public interface WeightFormat extends SciJavaPlugin {

  /** The format as the user knows it, for instance {@code Caffe model (.caffemodel)}. */
  String name();

  /**
   * Whether a file looks like one of this format: judged by {@link WeightSource#head()}, not by
   * reading it.
   */
  boolean recognizes(WeightSource source);

  /**
   * The training that a file of this format holds, with the class names that come with it; judged
   * without reading values.
   *
   * @throws UserError when it is none that we know
   * @throws IOException when the disk fails
   */
  Training training(WeightSource source) throws IOException;

  /**
   * Reads every tensor of the architecture: touches at most twice the file's bytes, plus 256 kB,
   * and allocates no more than the file holds, plus a constant.
   *
   * @throws UserError when the file is damaged, or when a tensor is missing, there twice, of
   *     another shape or not finite; the sentence names file and tensor
   * @throws IOException when the disk fails
   */
  Weights read(WeightSource source, Architecture architecture) throws IOException;
}
