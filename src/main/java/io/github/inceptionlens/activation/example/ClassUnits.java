package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes of a network, which rank whole pictures by their logits.
 *
 * @param layer a unit per class, with one position that sees the whole picture
 * @param classes indices among the logits
 */
public record ClassUnits(Layer layer, List<Integer> classes) implements RankedUnits {

  private static final String NAME = "class";
  private static final int[] ONE = {0};

  public ClassUnits {
    classes = List.copyOf(classes);
  }

  /**
   * @param classes indices, none twice
   * @throws io.github.inceptionlens.core.UserError when the network has no such class
   */
  public static ClassUnits of(final Architecture network, final List<Integer> classes) {
    final Layer layer = new Layer(NAME, network.classes().size(), List.of());
    classes.forEach(layer::unit);
    return new ClassUnits(layer, classes);
  }

  @Override
  public List<String> names() {
    return List.of(Architecture.LOGITS);
  }

  @Override
  public List<String> units() {
    return classes.stream().map(index -> layer.unit(index).toString()).toList();
  }

  /** The logits of a picture, as a map of one position per class. */
  public FeatureMap map(final Seen<?> seen) {
    final float[] logits = seen.activations().logits();
    final View view = seen.view();
    return new FeatureMap(
        layer,
        new Geometry(whole(view.width()), whole(view.height())),
        new MapStack(
            1,
            1,
            IntStream.range(0, logits.length).mapToObj(i -> new float[] {logits[i]}).toList()));
  }

  private static Geometry.Axis whole(final int length) {
    return new Geometry.Axis(length, 1, length, (length - 1) / 2.0, length, 1);
  }

  @Override
  public SeenUnits on(final Seen<?> seen) {
    final FeatureMap map = map(seen);
    final float[][] values = classes.stream().map(map::channel).toArray(float[][]::new);
    return new SeenUnits(values, values, ONE, PlaceGrid.of(map.geometry(), seen.view()), 1);
  }
}
