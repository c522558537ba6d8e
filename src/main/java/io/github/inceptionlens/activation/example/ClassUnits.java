package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;

/**
 * Classes of a network, which rank whole pictures by their logits.
 *
 * @param classes indices among the logits
 */
public record ClassUnits(List<Integer> classes) implements RankedUnits {

  private static final int[] ONE = {0};

  public ClassUnits {
    classes = List.copyOf(classes);
  }

  @Override
  public List<String> names() {
    return List.of(Architecture.LOGITS);
  }

  @Override
  public List<String> units() {
    return classes.stream().map(index -> new Target.ClassIndex(index).toString()).toList();
  }

  @Override
  public SeenUnits on(final Seen<?> seen) {
    final float[] logits = seen.activations().logits();
    final float[][] values =
        classes.stream().map(index -> new float[] {logits[index]}).toArray(float[][]::new);
    return new SeenUnits(values, values, ONE, PlaceGrid.whole(seen.view()), 1);
  }
}
