package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.PictureSeries;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.Relevance;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One attribution under way: passes through the network in batches that fit into the memory. */
public final class AttributionContext {

  private final BoundRequest bound;
  private final IntConsumer report;

  private int done;
  private boolean responsive;

  /**
   * @param report called before each batch with the passes that are done
   */
  AttributionContext(final BoundRequest bound, final IntConsumer report) {
    this.bound = bound;
    this.report = report;
  }

  public InceptionV1 network() {
    return bound.network();
  }

  public Picture picture() {
    return bound.picture();
  }

  public AttributionRequest request() {
    return bound.request();
  }

  /** The target with canonical names and classes by index. */
  public Target target() {
    return bound.target();
  }

  public Objective objective() {
    return bound.objective();
  }

  public int width() {
    return bound.width();
  }

  public int height() {
    return bound.height();
  }

  /** How many passes were made. */
  int done() {
    return done;
  }

  /** Whether any derivative or any difference of values was not zero. */
  boolean isResponsive() {
    return responsive;
  }

  public List<Picture> baselines() {
    return bound.baselines();
  }

  /**
   * The only baseline.
   *
   * @throws UserError when several pictures were given
   */
  public Picture baseline() {
    final List<Picture> baselines = baselines();
    if (baselines.size() != 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "baseline \"%s\" holds %d pictures, but this method takes one",
              request().baseline().label(),
              baselines.size()));
    }
    return baselines.get(0);
  }

  /** A baseline that is made for the picture, whatever the request says. */
  public Picture made(final Baseline.Plain plain) {
    return bound.baselines(plain).get(0);
  }

  /** The derivatives on the picture. */
  public Gradient gradient(final GradientRequest wanted) {
    final Gradient[] only = new Gradient[1];
    gradients(wanted, 1, i -> picture(), (i, gradient) -> only[0] = gradient);
    return only[0];
  }

  /** Receives one picture's derivatives. */
  @FunctionalInterface
  public interface Listener {
    void receive(int index, Gradient gradient);
  }

  /** The derivatives on pictures that are made when they are needed. */
  public void gradients(
      final GradientRequest wanted,
      final int count,
      final IntFunction<Picture> pictures,
      final Listener listener) {
    final int batch = Gradients.batch(network(), wanted, width(), height());
    for (int start = 0; start < count; start += batch) {
      report.accept(done);
      final int end = Math.min(count, start + batch);
      final List<Gradient> gradients =
          Gradients.of(
              network(),
              IntStream.range(start, end).mapToObj(pictures).toList(),
              wanted,
              (fraction, what) -> report.accept(done));
      for (int i = start; i < end; i++) {
        final Gradient gradient = gradients.get(i - start);
        responsive |= isResponsive(gradient);
        listener.receive(i, gradient);
      }
      done += end - start;
    }
  }

  private static boolean isResponsive(final Gradient gradient) {
    return gradient.pixels() != null && !isZero(gradient.pixels())
        || gradient.layers().values().stream().anyMatch(at -> !isZero(at.gradient().maps()));
  }

  private static boolean isZero(final MapStack values) {
    final float[] range = PlaneArithmetic.range(values);
    return range[0] == 0 && range[1] == 0;
  }

  /** How a layer responds to the picture. */
  public FeatureMap map(final String layer) {
    report.accept(done);
    final FeatureMap map =
        network()
            .run(picture(), List.of(layer), (fraction, what) -> report.accept(done))
            .map(layer);
    done++;
    return map;
  }

  /** The target's value, shared among the pixels. */
  public Relevance relevance() {
    report.accept(done);
    final Relevance relevance = Relevance.of(network(), picture(), objective(), List.of());
    responsive |= !isZero(relevance.pixels());
    done++;
    return relevance;
  }

  /** The target's value on the picture. */
  public double value() {
    return values(1, i -> picture())[0];
  }

  /** The target's values on pictures that are made when they are needed. */
  public double[] values(final int count, final IntFunction<Picture> pictures) {
    return values(objective(), count, pictures);
  }

  /** The values of an objective on pictures that are made when they are needed. */
  public double[] values(
      final Objective objective, final int count, final IntFunction<Picture> pictures) {
    final int before = done;
    final double[] values =
        new PictureSeries(width(), height(), count, pictures)
            .values(network(), objective, some -> report.accept(before + some));
    done += count;
    for (final double value : values) {
      responsive |= value != values[0];
    }
    return values;
  }
}
