package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Set;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.SciJavaPlugin;

/**
 * A way to say which parts of a picture a target depends on.
 *
 * <p>A new method is one new class with {@code @Plugin(type = AttributionMethod.class, name =
 * "...")}; {@link AttributionMethods} finds it, with or without a SciJava context.
 *
 * <pre>{@code
 * Attribution map = AttributionMethods.named("Grad-CAM").attribute(
 *     network, picture, AttributionRequest.of("class:285").layer("mixed4c"), Progress.NONE);
 * }</pre>
 */
public interface AttributionMethod extends SciJavaPlugin {

  /** The entries of a request that only some methods read; all read target and selection. */
  enum Option {
    LAYER,
    BASELINE,
    STEPS,
    SAMPLES,
    NOISE,
    WINDOW,
    STRIDE,
    SEED
  }

  /** The method's name in dialogs, macros and results. */
  default String name() {
    return getClass().getAnnotation(Plugin.class).name();
  }

  /** Which entries of a request this method reads. */
  Set<Option> options();

  /**
   * Whether the values are local: the target's change per step of a pixel's value, such as a
   * gradient. Otherwise they are global: what each pixel contributes to the target (Ancona et al.
   * 2018, arXiv:1711.06104).
   */
  default boolean isLocal() {
    return false;
  }

  /**
   * How many passes through the network an attribution will make, forward or forward and back, one
   * more for {@code top}; fewer where a layer has fewer channels than are asked for, and more where
   * the request leaves the steps to the method.
   *
   * @param width the picture's pixels
   * @param height the picture's pixels
   */
  int passes(AttributionRequest request, int width, int height);

  /**
   * Attributes the target to a picture.
   *
   * @param picture width x height x 3 (red, green, blue), values 0 to 255
   * @param progress is notified of every batch of passes
   * @throws io.github.inceptionlens.core.UserError when the request asks for what this network,
   *     picture or method does not have
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  Attribution attribute(
      InceptionV1 network, Picture picture, AttributionRequest request, Progress progress);
}
