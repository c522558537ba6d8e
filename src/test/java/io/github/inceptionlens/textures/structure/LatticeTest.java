package io.github.inceptionlens.textures.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.textures.random.SeededRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class LatticeTest {

  @Property(tries = 100)
  void looksUpTheNearestOfAllPoints(
      @ForAll final long seed,
      @ForAll @DoubleRange(min = 5, max = 40) final double spacing,
      @ForAll @IntRange(max = 59) final int x,
      @ForAll @IntRange(max = 39) final int y) {
    final Canvas canvas = new Canvas(60, 40);
    final Layout layout = Layout.draw(seed, "layout");
    final Lattice lattice = new Lattice(canvas, layout, spacing, 0.25, new SeededRandom(seed, "x"));
    final double[] nearest = {Double.MAX_VALUE, Double.MAX_VALUE};
    lattice.forEach(
        canvas,
        100,
        (px, py) -> {
          final double distance = Math.hypot(x - px, y - py);
          nearest[1] = Math.min(nearest[1], Math.max(nearest[0], distance));
          nearest[0] = Math.min(nearest[0], distance);
        });
    lattice.look(x, y);
    assertThat(lattice.distance).isCloseTo(nearest[0], within(1e-6));
    assertThat(lattice.edge).isBetween(0.0, nearest[1]);
  }
}
