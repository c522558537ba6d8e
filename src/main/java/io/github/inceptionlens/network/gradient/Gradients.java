package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.engine.PictureTensors;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The derivatives of objectives with respect to pixels and layers, exact or by a {@link ReluRule}.
 *
 * <p>Only one gradient can be collected at a time in a process, so callers queue here.
 */
public final class Gradients {

  private static final Object ONE_AT_A_TIME = new Object();

  private Gradients() {}

  /**
   * An objective's value and its derivative.
   *
   * @param value the objective on the picture
   * @param pixels width x height x 3 (red, green, blue), change of the objective per step of the
   *     0-255 pixel scale
   */
  public record PixelGradient(double value, MapStack pixels) {}

  /**
   * Differentiates exactly, by the engine's automatic differentiation.
   *
   * @param picture width x height x 3, values 0 to 255
   * @throws UserError as {@link #of(InceptionV1, List, GradientRequest)}
   */
  public static PixelGradient of(
      final InceptionV1 network, final Picture picture, final Objective objective) {
    final Gradient gradient =
        of(network, List.of(picture), GradientRequest.pixels(objective)).get(0);
    return new PixelGradient(gradient.value(), gradient.pixels());
  }

  /**
   * Differentiates on several pictures in one pass.
   *
   * @param pictures at least one, all of one size, width x height x 3, values 0 to 255; {@link
   *     #batch} says how many fit into the memory
   * @return a gradient per picture
   * @throws UserError when a name does not exist, the pictures are too small for it or too large
   *     for the memory, or the objective does not depend on a layer that is asked for; a single one
   *     that is too large is differentiated in bands, if exactly
   */
  public static List<Gradient> of(
      final InceptionV1 network, final List<Picture> pictures, final GradientRequest request) {
    return of(network, pictures, request, Progress.NONE);
  }

  /** The same, with progress where one picture is so large that it is seen in bands. */
  public static List<Gradient> of(
      final InceptionV1 network,
      final List<Picture> pictures,
      final GradientRequest request,
      final Progress progress) {
    request.layers().forEach(layer -> checkReach(network.architecture(), layer, request));
    final Picture first = pictures.get(0);
    if (pictures.size() == 1 && isLarge(network, request, first.width(), first.height())) {
      final BackwardBands bands = BackwardBands.of(network, request, first.width(), first.height());
      return exclusively(() -> List.of(bands.run(network, first, request, progress)));
    }
    check(network.architecture(), pictures, request);
    final Preprocessing preprocessing = network.architecture().preprocessing();
    return exclusively(
        () -> {
          try (NDManager scope = network.engine().newManager()) {
            final NDArray input = PictureTensors.batch(scope, pictures, preprocessing);
            return gradients(derivatives(network, input, request), pictures, network);
          }
        });
  }

  /**
   * Differentiates with respect to native pictures, for those who compute them by means of the
   * engine and go on backwards from here: no collector may be open.
   *
   * @param input [picture, channel, row, column], preprocessed; left as it is
   * @param request with pixels
   * @return the derivative, in the shape of the input, in the input's manager
   */
  public static NDArray atInput(
      final InceptionV1 network, final NDArray input, final GradientRequest request) {
    return exclusively(
        () -> {
          try (NDManager scope = network.engine().newManager()) {
            final NDArray copy = input.stopGradient();
            copy.attach(scope);
            final NDArray gradient = derivatives(network, copy, request).input();
            gradient.attach(input.getManager());
            return gradient;
          }
        });
  }

  /**
   * Refuses pictures that are too large for the memory.
   *
   * @param count how many pictures one pass is to take
   * @param width pixels
   * @param height pixels
   * @throws UserError when they are, or when they are too small for the objective
   */
  public static void check(
      final InceptionV1 network,
      final GradientRequest request,
      final int count,
      final int width,
      final int height) {
    check(network, request, count, width, height, 0);
  }

  /**
   * Refuses pictures that are too large for the memory.
   *
   * @param count how many pictures one pass is to take
   * @param width pixels
   * @param height pixels
   * @param more the bytes that the caller needs besides
   * @throws UserError when they are, or when they are too small for the objective
   */
  public static void check(
      final InceptionV1 network,
      final GradientRequest request,
      final int count,
      final int width,
      final int height,
      final long more) {
    final long need = GradientPlan.peak(network.architecture(), request, width, height);
    MemoryBudget.check(count * need + more, width, height);
  }

  /** Runs work that opens a gradient collector when no other such work runs. */
  public static <T> T exclusively(final Supplier<T> work) {
    synchronized (ONE_AT_A_TIME) {
      return work.get();
    }
  }

  /**
   * How many pictures of a size one pass can take.
   *
   * @param width pixels
   * @param height pixels
   * @return at least 1
   * @throws UserError when not even one picture fits into the memory, or the picture is too small
   */
  public static int batch(
      final InceptionV1 network, final GradientRequest request, final int width, final int height) {
    return batch(network, request, width, height, 0);
  }

  /**
   * How many pictures of a size one pass can take.
   *
   * @param width pixels
   * @param height pixels
   * @param more the bytes that the caller needs for each besides
   * @return at least 1
   * @throws UserError when not even one picture fits into the memory, or the picture is too small
   */
  public static int batch(
      final InceptionV1 network,
      final GradientRequest request,
      final int width,
      final int height,
      final long more) {
    if (more == 0 && isLarge(network, request, width, height)) {
      BackwardBands.of(network, request, width, height);
      return 1;
    }
    return MemoryBudget.batch(
        GradientPlan.peak(network.architecture(), request, width, height) + more, width, height);
  }

  private static boolean isLarge(
      final InceptionV1 network, final GradientRequest request, final int width, final int height) {
    return GradientPlan.peak(network.architecture(), request, width, height) > MemoryBudget.bytes();
  }

  /** Whether an objective depends on a layer. */
  public static boolean reaches(
      final Architecture architecture, final String layer, final Objective objective) {
    final List<String> names =
        objective.names().stream().map(name -> architecture.node(name).name()).toList();
    return new Walk(architecture, List.of(Architecture.INPUT), names)
        .path().stream().anyMatch(node -> node.name().equals(layer));
  }

  private static void check(
      final Architecture architecture,
      final List<Picture> pictures,
      final GradientRequest request) {
    final int width = (int) pictures.get(0).dimension(0);
    final int height = (int) pictures.get(0).dimension(1);
    final long need = GradientPlan.peak(architecture, request, width, height);
    MemoryBudget.check(pictures.size() * need, width, height);
  }

  private static void checkReach(
      final Architecture architecture, final String layer, final GradientRequest request) {
    if (!reaches(architecture, layer, request.objective())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "layer is \"%s\", but the target reads %s, which does not depend on it: choose a"
                  + " lower layer",
              layer,
              String.join(" and ", request.objective().names())));
    }
  }

  private static Derivatives derivatives(
      final InceptionV1 network, final NDArray input, final GradientRequest request) {
    try (GradientCollector collector = network.engine().newGradientCollector()) {
      return request.rule() == ReluRule.EXACT
          ? ExactBackward.run(network, input, request, collector)
          : RuleBackward.run(network, input, request, collector);
    }
  }

  static List<Gradient> gradients(
      final Derivatives derivatives, final List<Picture> pictures, final InceptionV1 network) {
    final float[] values = derivatives.values().toFloatArray();
    final List<Gradient> gradients = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      final Picture picture = pictures.get(i);
      final Map<String, Gradient.AtLayer> layers = new HashMap<>();
      for (final String name : derivatives.gradients().keySet()) {
        final Layer layer = network.architecture().layer(name);
        final Geometry geometry = Geometry.of(layer, picture.width(), picture.height());
        layers.put(
            name,
            new Gradient.AtLayer(
                new FeatureMap(layer, geometry, planes(derivatives.activations().get(name), i)),
                new FeatureMap(layer, geometry, planes(derivatives.gradients().get(name), i))));
      }
      final MapStack pixels =
          derivatives.input() == null
              ? null
              : rgb(planes(derivatives.input(), i), network.architecture().preprocessing());
      gradients.add(new Gradient(values[i], pixels, layers));
    }
    return gradients;
  }

  private static MapStack planes(final NDArray batch, final int picture) {
    try (NDArray own = batch.get(new NDIndex("{}:{}", picture, picture + 1))) {
      return PictureTensors.planes(own);
    }
  }

  static MapStack rgb(final MapStack planes, final Preprocessing preprocessing) {
    final float[][] sorted = new float[3][];
    for (int channel = 0; channel < 3; channel++) {
      sorted[preprocessing.source(channel)] = planes.plane(channel);
    }
    final List<float[]> rgb = Arrays.asList(sorted);
    return new MapStack(planes.width(), planes.height(), rgb);
  }
}
