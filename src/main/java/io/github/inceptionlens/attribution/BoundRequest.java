package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.objective.TargetBinding;
import java.util.List;

/**
 * A request tied to a network and a picture: for the method that fulfills it and for the tests that
 * judge the method's map.
 *
 * @param picture width x height x 3 (red, green, blue), values 0 to 255
 * @param target with canonical names and classes by index
 * @param objective the target's value
 */
public record BoundRequest(
    InceptionV1 network,
    Picture picture,
    AttributionRequest request,
    Target target,
    Objective objective) {

  /**
   * Binds a request's target; runs the network once if it speaks of {@code top}.
   *
   * @throws io.github.inceptionlens.core.UserError when the target speaks of something that does
   *     not exist here
   */
  public static BoundRequest of(
      final InceptionV1 network, final Picture picture, final AttributionRequest request) {
    final TargetBinding.Bound bound =
        TargetBinding.bind(request.target(), network, picture, request.selection());
    return new BoundRequest(network, picture, request, bound.target(), bound.objective());
  }

  public int width() {
    return picture.width();
  }

  public int height() {
    return picture.height();
  }

  /** The pictures without the features that the request asks for, at least one. */
  public List<Picture> baselines() {
    return baselines(request.baseline());
  }

  /** The pictures of a baseline, whatever the request says. */
  public List<Picture> baselines(final Baseline baseline) {
    return baseline.of(picture, network.architecture().preprocessing(), request.seed());
  }
}
