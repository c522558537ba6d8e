package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelContrastTest {

  private static final Geometry GRID =
      new Geometry(new Geometry.Axis(4, 4, 1, 0, 1, 1), new Geometry.Axis(1, 1, 1, 0, 1, 1));

  @Test
  void aChannelThatFiresEverywhereIsLessDistinctThanOneThatFiresInTheSelection() {
    final double[] contrast =
        ChannelContrast.of(map(new float[] {9, 9, 9, 9}, new float[] {0, 0, 2, 2}), view(2));
    assertThat(contrast[0]).isZero();
    final double size = Math.sqrt((4 * 81 + 2 * 4) / 8.0);
    assertThat(contrast[1]).isCloseTo(2 / size, within(1e-9));
  }

  @Test
  void theSpreadOnBothSidesCounts() {
    final double[] contrast =
        ChannelContrast.of(map(new float[] {1, 3, 5, 7}, new float[] {2, 2, 6, 6}), view(2));
    final double size = Math.sqrt((1 + 9 + 25 + 49 + 4 + 4 + 36 + 36) / 8.0);
    assertThat(contrast[0]).isCloseTo(4 / (1 + size), within(1e-9));
    assertThat(contrast[1]).isCloseTo(4 / size, within(1e-9));
  }

  @Test
  void withoutASelectionTheStrongestQuarterIsTakenAgainstTheMean() {
    final double[] contrast =
        ChannelContrast.of(map(new float[] {4, 4, 4, 4}, new float[] {0, 0, 6, 2}), view(0));
    final double size = Math.sqrt((4 * 16 + 36 + 4) / 8.0);
    assertThat(contrast[0]).isZero();
    assertThat(contrast[1]).isCloseTo((6 - 2) / size, within(1e-9));
  }

  /** The figures of the reference: {@link DistinctChannelTable} prints them. */
  @Test
  void theDistinctChannelFollowsKnownStructuresBetterThanTheStrongest() throws IOException {
    try (InceptionLens lens = InceptionLens.open("textures")) {
      final DistinctChannelTable.Areas areas =
          DistinctChannelTable.of(lens, DistinctChannelTable.LAYERS);
      assertThat(areas.distinct()).isGreaterThan(areas.strongest() + 0.05).isGreaterThan(0.82);
      assertThat(areas.distinctAlone()).isGreaterThan(areas.strongestAlone() + 0.03);
    }
  }

  @Test
  void aSilentLayerHasNoContrast() {
    assertThat(ChannelContrast.of(map(new float[4], new float[4]), view(2))).containsExactly(0, 0);
  }

  private static FeatureMap map(final float[]... channels) {
    return new FeatureMap(
        new Layer("mixed4c", channels.length, List.of()),
        GRID,
        new MapStack(4, 1, List.of(channels)));
  }

  /** A view of which the columns from one on are selected. */
  private static View view(final int from) {
    return new View() {
      @Override
      public Picture picture() {
        throw new AssertionError("not asked for");
      }

      @Override
      public int width() {
        return 4;
      }

      @Override
      public int height() {
        return 1;
      }

      @Override
      public Placement placement() {
        return Placement.identity(4, 1);
      }

      @Override
      public boolean contains(final int x, final int y) {
        return x >= from;
      }
    };
  }
}
