package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.band.NativeRows;
import io.github.inceptionlens.network.band.RowFlow;
import io.github.inceptionlens.network.band.StageState;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An exact gradient on a picture of any size, in bands of its rows. The bands are to each other
 * what the steps of a recurrent network are: the rows that a band leaves to the next one are its
 * state. So the way forward keeps these states, and the way back computes each band once more, from
 * the last to the first, and hands on the derivatives with respect to its state (backpropagation
 * through time; Chen et al. 2016, checkpoints).
 *
 * @see <a href="https://arxiv.org/abs/1604.06174">Training deep nets with sublinear memory cost</a>
 */
final class BandedGradient {

  private static final double FORWARD = 1.0 / 3;

  private final InceptionV1 network;
  private final Architecture architecture;
  private final PictureRows picture;
  private final GradientRequest request;
  private final int rows;
  private final Progress progress;
  private final ObjectiveHead head;
  private final List<Map<String, StageState<NDArray>>> states = new ArrayList<>();
  private final Map<String, Gradient.AtLayer> layers = new HashMap<>();
  private final MapStack pixels;

  private BandedGradient(
      final InceptionV1 network,
      final PictureRows picture,
      final GradientRequest request,
      final int rows,
      final Progress progress) {
    this.network = network;
    this.architecture = network.architecture();
    this.picture = picture;
    this.request = request;
    this.rows = rows;
    this.progress = progress;
    this.head = new ObjectiveHead(network, request.objective());
    request
        .layers()
        .forEach(layer -> layers.put(layer, new Gradient.AtLayer(map(layer), map(layer))));
    this.pixels = request.pixels() ? planes() : null;
  }

  /**
   * Differentiates; no collector may be open.
   *
   * @param request exact
   * @param rows pixels of the picture in a band
   */
  static Gradient run(
      final InceptionV1 network,
      final PictureRows picture,
      final GradientRequest request,
      final int rows,
      final Progress progress) {
    try (NDManager scope = network.engine().newManager()) {
      return new BandedGradient(network, picture, request, rows, progress).run(scope);
    }
  }

  private FeatureMap map(final String layer) {
    return FeatureMap.empty(architecture.layer(layer), picture.width(), picture.height());
  }

  private MapStack planes() {
    final List<float[]> planes = new ArrayList<>();
    for (int channel = 0; channel < 3; channel++) {
      planes.add(new float[picture.width() * picture.height()]);
    }
    return new MapStack(picture.width(), picture.height(), planes);
  }

  private Gradient run(final NDManager scope) {
    final Map<String, NDArray> starts = forward(scope);
    final ObjectiveHead.Slopes slopes;
    try (GradientCollector collector = network.engine().newGradientCollector()) {
      slopes = head.slopes(starts, collector);
    }
    Map<String, List<NDArray>> later = Map.of();
    for (int band = states.size() - 1; band >= 0; band--) {
      final double done = (double) (states.size() - 1 - band) / states.size();
      progress.at(FORWARD + (1 - FORWARD) * done, words(band, "back"));
      later = backward(scope, band, slopes.atStarts(), later);
    }
    final MapStack rgb =
        pixels == null ? null : Gradients.rgb(pixels, architecture.preprocessing());
    return new Gradient(slopes.value(), rgb, layers);
  }

  private String words(final int band, final String way) {
    return String.format(
        Locale.ROOT, "The gradient's way %s, band %d of %d ...", way, band + 1, bands());
  }

  private int bands() {
    return (picture.height() + rows - 1) / rows;
  }

  private NDArray input(final NDManager manager, final int band) {
    final int top = band * rows;
    final int count = Math.min(rows, picture.height() - top);
    return PictureTensors.input(manager, picture.rows(top, count), architecture.preprocessing());
  }

  /** The values from which the head starts; keeps the states before each band. */
  private Map<String, NDArray> forward(final NDManager scope) {
    final Map<String, NDList> parts = new LinkedHashMap<>();
    final NativeRows arithmetic = new NativeRows(network.operations(), Map.of());
    try (RowFlow<NDArray> flow =
        new RowFlow<>(architecture, head.starts(), picture.height(), arithmetic)) {
      for (int band = 0; band < bands(); band++) {
        progress.at(FORWARD * band / bands(), words(band, "there"));
        states.add(copies(flow.states()));
        try (NDArray input = input(scope, band)) {
          flow.next(input).forEach((name, made) -> add(parts, name, made));
        }
      }
    }
    final Map<String, NDArray> starts = new HashMap<>();
    parts.forEach((name, blocks) -> starts.put(name, joined(blocks)));
    return starts;
  }

  /** The states of the layers that the head reads, and of those below. */
  private Map<String, StageState<NDArray>> copies(final Map<String, StageState<NDArray>> before) {
    final Map<String, StageState<NDArray>> copies = new HashMap<>();
    for (final Node node :
        new Walk(architecture, List.of(Architecture.INPUT), head.layers()).path()) {
      copies.put(node.name(), before.get(node.name()).with(NDArray::duplicate));
    }
    return copies;
  }

  private static void add(final Map<String, NDList> parts, final String name, final NDArray made) {
    if (made != null) {
      parts.computeIfAbsent(name, one -> new NDList()).add(made);
    }
  }

  private static NDArray joined(final NDList blocks) {
    if (blocks.size() == 1) {
      return blocks.get(0);
    }
    try (blocks) {
      return NDArrays.concat(blocks, 2);
    }
  }

  /**
   * Goes back through one band.
   *
   * @param scope holds the result
   * @param later the derivatives with respect to the states after it; let go
   * @return those with respect to the states before it
   */
  private Map<String, List<NDArray>> backward(
      final NDManager scope,
      final int band,
      final Map<String, NDArray> slopes,
      final Map<String, List<NDArray>> later) {
    try (NDManager own = network.engine().newManager();
        GradientCollector collector = network.engine().newGradientCollector()) {
      final BandBackward way =
          new BandBackward(network, head, request, picture.width(), picture.height());
      final NDArray input = input(own, band);
      way.there(own, input, states.get(band));
      final boolean isReached = way.back(slopes, later, collector);
      later.values().forEach(BandedGradient::close);
      if (!isReached) {
        return Map.of();
      }
      keep(input, band, way.probes());
      return way.slopes(scope);
    }
  }

  private static void close(final List<NDArray> arrays) {
    arrays.stream().filter(Objects::nonNull).forEach(NDArray::close);
  }

  private void keep(final NDArray input, final int band, final List<GradientRows.Probe> probes) {
    if (request.pixels()) {
      PictureTensors.copy(input.getGradient(), pixels, band * rows);
    }
    for (final GradientRows.Probe probe : probes) {
      final Gradient.AtLayer layer = layers.get(probe.layer());
      PictureTensors.copy(probe.value(), layer.activation().maps(), probe.first());
      PictureTensors.copy(probe.leaf().getGradient(), layer.gradient().maps(), probe.first());
    }
  }
}
