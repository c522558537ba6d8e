package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.TraceLayer;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all traced layers compute on a picture, and what their nodes are held at. */
final class TraceValues {

  private final InceptionV1 network;
  private final TraceRequest request;
  private final NDManager scope;

  private TraceValues(
      final InceptionV1 network, final TraceRequest request, final NDManager scope) {
    this.network = network;
    this.request = request;
    this.scope = scope;
  }

  /**
   * The values, the lowest layer first.
   *
   * @param scope where they stay
   */
  static List<TracedLayer> of(
      final InceptionV1 network, final TraceRequest request, final NDManager scope) {
    return new TraceValues(network, request, scope).all();
  }

  private List<TracedLayer> all() {
    final List<String> rows = request.nodes().layers().stream().map(TraceLayer::row).toList();
    final Map<String, NDArray> values = run(request.picture(), rows);
    final Map<String, NDArray> others =
        request.reference().picture().map(picture -> run(like(picture), rows)).orElse(Map.of());
    final List<TracedLayer> all = new ArrayList<>();
    for (final TraceLayer layer : request.nodes().layers()) {
      final NodeCode code = new NodeCode(network, layer);
      final NDArray row = values.get(layer.row());
      final NDArray reference =
          others.containsKey(layer.row())
              ? code.encode(others.get(layer.row()))
              : scope.create(constants(layer), new Shape(1, layer.count(), 1, 1));
      all.add(new TracedLayer(code, row, code.encode(row), reference));
    }
    return all;
  }

  private Picture like(final Picture counterfactual) {
    final Picture own = request.picture();
    if (counterfactual.width() != own.width() || counterfactual.height() != own.height()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the counterfactual picture has %d x %d pixels, but the picture that is traced has"
                  + " %d x %d: give one of the same size",
              counterfactual.width(),
              counterfactual.height(),
              own.width(),
              own.height()));
    }
    return counterfactual;
  }

  private Map<String, NDArray> run(final Picture picture, final List<String> rows) {
    final NDArray input =
        PictureTensors.batch(scope, List.of(picture), network.architecture().preprocessing());
    return network.walk(Map.of(Architecture.INPUT, input), rows, network.operations()::compute);
  }

  private float[] constants(final TraceLayer layer) {
    if (request.reference().kind() == TraceReference.Kind.ZERO) {
      return new float[layer.count()];
    }
    final float[] means = request.reference().means().get(layer.name());
    if (means == null || means.length != layer.count()) {
      throw new IllegalArgumentException("no means of " + layer);
    }
    return means;
  }
}
