package io.github.inceptionlens.network.band;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The memory of a high picture's bands is that of all of them, though few are gone through. */
class BandPlanTest {

  private static final List<Architecture> TABLES =
      List.of(Training.CAFFE.architecture(), Training.TENSORFLOW.architecture());
  private static final List<String> NAMES =
      List.of("conv2d0", "conv2d2", "mixed3b", "mixed4c", "mixed5b", Architecture.LOGITS);

  @Property(tries = 40)
  void noHeightOfThePictureNeedsMoreThanIsTold(
      @ForAll @IntRange(min = 64, max = 4000) final int height,
      @ForAll @IntRange(min = 0, max = 3) final int doublings,
      @ForAll @IntRange(min = 0, max = 5) final int name,
      @ForAll @IntRange(min = 0, max = 1) final int table) {
    final int rows = 32 << doublings;
    final List<String> wanted = List.of(NAMES.get(name));
    assertThat(new BandPlan(TABLES.get(table), wanted, 500, height, rows).bytes())
        .isEqualTo(BandPlan.bytes(TABLES.get(table), wanted, 500, height, rows));
  }

  @Test
  void theBandsOfAHighPictureAreCountedAll() {
    final BandPlan plan = new BandPlan(TABLES.get(0), List.of("mixed4c"), 20_000, 100_000, 64);
    assertThat(plan.bands()).isEqualTo(1563);
    assertThat(BandPlan.telling(100_000, 64)).isEqualTo(1024 + 32);
    assertThat(BandPlan.telling(1000, 64)).isEqualTo(1000);
  }
}
