package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.band.BandedRun;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.PictureTensors;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Passes forward through a network: of pictures as a whole, or in bands where that takes too much
 * memory. Names are canonical here.
 *
 * @param watcher learns of each pass of one picture
 */
record Passes(
    TorchEngine engine,
    Architecture architecture,
    LayerOperations operations,
    Consumer<Pass> watcher) {

  private static final double NANOS = 1e9;

  /** Those of a changed network, with the same native weights where they are not others. */
  Passes edited(
      final Architecture changed,
      final Map<String, float[]> tensors,
      final Consumer<Pass> otherWatcher) {
    final LayerOperations own = operations.edited(engine.newManager(), changed, tensors);
    return new Passes(engine, changed, own, otherWatcher);
  }

  /** A picture of any size. */
  Activations one(final PictureRows picture, final List<String> names, final Progress progress) {
    final RunPlan plan = plan(picture, names);
    final long start = System.nanoTime();
    final TimedRows timed = new TimedRows(picture);
    final Activations answer =
        plan.bands().isPresent()
            ? inBands(timed, names, plan.bands().get().rows(), progress)
            : whole(List.of(timed.rows(0, timed.height())), names).get(0);
    watch(timed, names, plan, start);
    return answer;
  }

  private void watch(
      final TimedRows picture, final List<String> names, final RunPlan plan, final long start) {
    final double seconds = (System.nanoTime() - start - picture.nanos()) / NANOS;
    watcher.accept(
        new Pass(false, architecture, names, picture.width(), picture.height(), plan, seconds));
  }

  private RunPlan plan(final PictureRows picture, final List<String> names) {
    return RunPlan.of(architecture, names, picture.width(), picture.height());
  }

  /** A picture in bands of so many rows, whatever the memory. */
  Activations inBands(
      final PictureRows picture,
      final List<String> names,
      final int rows,
      final Progress progress) {
    try (NDManager scope = engine.newManager()) {
      final Activations answer = Activations.empty(architecture, picture.width(), picture.height());
      banded(picture, rows).run(scope, names, answer::receive, progress);
      return answer;
    }
  }

  /**
   * A layer of a picture, as it is computed.
   *
   * @param rows pixels of the picture in a band; empty for the picture as a whole, whose layer
   *     comes at once
   */
  void stream(
      final PictureRows picture,
      final String name,
      final OptionalInt rows,
      final BandedRun.Receiver receiver,
      final Progress progress) {
    final RunPlan plan = plan(picture, List.of(name));
    final long start = System.nanoTime();
    final TimedRows timed = new TimedRows(picture);
    try (NDManager scope = engine.newManager()) {
      if (rows.isPresent()) {
        banded(timed, rows.getAsInt()).run(scope, List.of(name), receiver, progress);
      } else {
        final NDArray input = input(scope, List.of(timed.rows(0, timed.height())));
        final Map<String, NDArray> given = Map.of(Architecture.INPUT, input);
        receiver.receive(name, evaluate(given, List.of(name)).get(name), 0);
      }
    }
    watch(timed, List.of(name), plan, start);
  }

  private BandedRun banded(final PictureRows picture, final int rows) {
    return new BandedRun(architecture, operations, picture, rows);
  }

  /** Pictures of one size. */
  List<Activations> all(final List<Picture> pictures, final List<String> names) {
    return pictures.size() == 1
        ? List.of(one(pictures.get(0), names, Progress.NONE))
        : whole(pictures, names);
  }

  private List<Activations> whole(final List<Picture> pictures, final List<String> names) {
    try (NDManager scope = engine.newManager()) {
      return Activations.of(
          architecture,
          evaluate(Map.of(Architecture.INPUT, input(scope, pictures)), names),
          pictures.get(0).width(),
          pictures.get(0).height());
    }
  }

  private NDArray input(final NDManager scope, final List<Picture> pictures) {
    return PictureTensors.batch(scope, pictures, architecture.preprocessing());
  }

  private Map<String, NDArray> evaluate(
      final Map<String, NDArray> given, final List<String> names) {
    return new Walk(architecture, given.keySet(), names)
        .run(given, operations::compute, NDArray::close);
  }

  /** On from a layer. */
  Activations on(final FeatureMap from, final List<String> names) {
    try (NDManager scope = engine.newManager()) {
      final NDArray start = PictureTensors.array(scope, from.maps());
      final Geometry geometry = from.geometry();
      return Activations.of(
              architecture,
              evaluate(Map.of(from.layer().name(), start), names),
              geometry.x().input(),
              geometry.y().input())
          .get(0);
    }
  }

  /** The numbers of an objective. */
  double[] values(
      final List<Picture> pictures, final Objective objective, final Progress progress) {
    final List<String> names =
        objective.names().stream().map(name -> architecture.node(name).name()).distinct().toList();
    try (NDManager scope = engine.newManager()) {
      final float[] floats =
          objective.value().of(places(scope, pictures, names, progress)).toFloatArray();
      return IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
    }
  }

  private Map<String, NDArray> places(
      final NDManager scope,
      final List<Picture> pictures,
      final List<String> names,
      final Progress progress) {
    final RunPlan plan = plan(pictures.get(0), names);
    if (pictures.size() > 1 || plan.bands().isEmpty()) {
      return evaluate(Map.of(Architecture.INPUT, input(scope, pictures)), names);
    }
    final long start = System.nanoTime();
    final Map<String, NDList> parts = new LinkedHashMap<>();
    final TimedRows timed = new TimedRows(pictures.get(0));
    banded(timed, plan.bands().get().rows())
        .run(
            scope,
            names,
            (name, rows, first) ->
                parts.computeIfAbsent(name, one -> new NDList()).add(rows.duplicate()),
            progress);
    final Map<String, NDArray> places = new LinkedHashMap<>();
    parts.forEach((name, blocks) -> places.put(name, joined(blocks)));
    watch(timed, names, plan, start);
    return places;
  }

  private static NDArray joined(final NDList blocks) {
    try (blocks) {
      return blocks.size() == 1 ? blocks.get(0).duplicate() : NDArrays.concat(blocks, 2);
    }
  }
}
