package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Two channels of 3 x 2 units, which look at columns 4, 12, 20 and rows 4, 12 of a picture. */
final class ChannelStatisticsTest {

  private static final Geometry.Axis COLUMNS = new Geometry.Axis(24, 3, 8, 4, 9, 1);
  private static final Geometry.Axis ROWS = new Geometry.Axis(16, 2, 8, 4, 9, 1);
  private static final FeatureMap MAP =
      new FeatureMap(
          new Layer("l", 2, List.of()),
          new Geometry(COLUMNS, ROWS),
          new MapStack(
              3, 2, List.of(new float[] {0, 1, 2, 0, 9, 0}, new float[] {-1, 5, 0, 0, 0, 8})));

  private static List<ChannelStatistics> statistics(final BiPredicate<Integer, Integer> selected) {
    return ChannelStatistics.of(MAP, new Half(selected));
  }

  @Test
  void theWholeRegionCountsWithPlacesInItsOwnPixels() {
    assertThat(statistics((x, y) -> true))
        .containsExactly(
            new ChannelStatistics(new Unit("l", 0), 2, 9, 24.5, 24.5, 0.5),
            new ChannelStatistics(new Unit("l", 1), 2, 8, 40.5, 24.5, 2 / 6.0));
  }

  @Test
  void onlySelectedCentersCount() {
    assertThat(statistics((x, y) -> y < 20 && x > 20))
        .containsExactly(
            new ChannelStatistics(new Unit("l", 0), 1.5, 2, 40.5, 8.5, 1),
            new ChannelStatistics(new Unit("l", 1), 2.5, 5, 24.5, 8.5, 0.5));
  }

  @Test
  void theNearestUnitCountsWhereNoCenterIsSelected() {
    assertThat(statistics((x, y) -> x == 0 && y == 20))
        .containsExactlyElementsOf(statistics((x, y) -> x < 20 && y > 20));
  }

  @Test
  void equalChannelsKeepTheirOrderAndPeakMayDecideOtherwise() {
    final List<ChannelStatistics> all = statistics((x, y) -> y < 20 && x > 20);
    assertThat(ChannelStatistics.strongest(all, ChannelOrder.PEAK, 1))
        .extracting(ChannelStatistics::unit)
        .containsExactly(new Unit("l", 1));
    assertThat(ChannelStatistics.strongest(statistics((x, y) -> true), ChannelOrder.MEAN, 9))
        .extracting(one -> one.unit().channel())
        .containsExactly(0, 1);
  }

  @Test
  void strengthsHaveNames() {
    assertThat(ChannelOrder.named(" Peak ")).isEqualTo(ChannelOrder.PEAK);
    assertThatThrownBy(() -> ChannelOrder.named("sum"))
        .isInstanceOf(UserError.class)
        .hasMessage("by is \"sum\", expected one of: mean, peak");
  }

  /** A view of 24 x 16 pixels on a region of 48 x 32. */
  private record Half(BiPredicate<Integer, Integer> selected) implements View {
    @Override
    public Picture picture() {
      throw new UnsupportedOperationException("not looked at");
    }

    @Override
    public int width() {
      return 24;
    }

    @Override
    public int height() {
      return 16;
    }

    @Override
    public Placement placement() {
      return new Placement(48, 32, 0.5, 0.5, 0, 0);
    }

    @Override
    public boolean contains(final int x, final int y) {
      return selected.test(x, y);
    }
  }
}
