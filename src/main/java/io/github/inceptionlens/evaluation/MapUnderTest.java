package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.BoundRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import java.util.List;

/** A map under test, and all that made it. */
public final class MapUnderTest {

  private final BoundRequest bound;
  private final AttributionMethod method;
  private final MapReduction reading;
  private final Attribution attribution;

  private MapUnderTest(
      final BoundRequest bound,
      final AttributionMethod method,
      final MapReduction reading,
      final Attribution attribution) {
    this.bound = bound;
    this.method = method;
    this.reading = reading;
    this.attribution = attribution;
  }

  /**
   * Makes the map that is to be tested.
   *
   * @param picture width x height x 3 (red, green, blue), values 0 to 255
   * @param reading which side of the map's values counts
   * @throws io.github.inceptionlens.core.UserError as {@link AttributionMethod#attribute}
   */
  public static MapUnderTest of(
      final InceptionV1 network,
      final Picture picture,
      final AttributionMethod method,
      final AttributionRequest request,
      final MapReduction reading,
      final Progress progress) {
    final Attribution attribution = method.attribute(network, picture, request, progress);
    final BoundRequest bound =
        BoundRequest.of(network, picture, request.target(attribution.target()));
    return new MapUnderTest(bound, method, reading, attribution);
  }

  /** The map as its method made it. */
  public Attribution attribution() {
    return attribution;
  }

  /** The method. */
  public AttributionMethod method() {
    return method;
  }

  /** The map as it is read, one value per pixel of the picture. */
  public float[] plane() {
    return reading.plane(attribution, width(), height());
  }

  /** The same of another result of the method, with the given side of its values. */
  float[] plane(final Attribution other, final Sign sign) {
    return other.plane(reading.color(), sign, width(), height());
  }

  InceptionV1 network() {
    return bound.network();
  }

  Picture picture() {
    return bound.picture();
  }

  /** The request with the target bound: {@code top} is a class. */
  AttributionRequest request() {
    return bound.request();
  }

  /** What the method returns for another picture or network. */
  Attribution attribution(
      final InceptionV1 other, final Picture otherPicture, final Progress progress) {
    return method.attribute(other, otherPicture, request(), progress);
  }

  /** The target's value. */
  Objective objective() {
    return bound.objective();
  }

  /** The mean color of the training, which is zero for the network. */
  Picture meanColor() {
    return bound.baselines(Baseline.Plain.MEAN).get(0);
  }

  /**
   * The picture without the features: the mean of the method's baselines, or the mean color where
   * the method has none.
   */
  Picture absence() {
    if (!method.options().contains(AttributionMethod.Option.BASELINE)) {
      return meanColor();
    }
    final List<float[][]> planes = bound.baselines().stream().map(Picture::arrays).toList();
    return PlaneArithmetic.map(
        picture(),
        (channel, i) ->
            planes.stream().mapToDouble(one -> one[channel][i]).average().orElseThrow());
  }

  /** What {@link #absence} is, for notes. */
  String absenceName() {
    return method.options().contains(AttributionMethod.Option.BASELINE)
        ? "the baseline"
        : "the training's mean color (" + method.name() + " has no baseline)";
  }

  int width() {
    return bound.width();
  }

  int height() {
    return bound.height();
  }
}
