package io.github.inceptionlens.attribution.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.inceptionlens.Golden;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * LRP against {@code src/test/python/lrp_golden.py}, which computes in double precision.
 *
 * <p>Both agree but where two values of conv2d0 that a max-pool compares are equal to single
 * precision: rounding decides then which of them gets the whole relevance, and the pixels that only
 * one of them sees, a spot of about ten pixels' width, differ by up to a thousandth of the map's
 * largest value. Every implementation in single precision has such spots, each its own.
 */
final class LrpGoldenTest {

  private static final String GOLDEN = "/io/github/inceptionlens/golden/lrp-cat-224.json";
  private static final int PICTURE = 224;
  private static final double SAME = 1e-5;

  /** The largest difference where a tie was decided otherwise. */
  private static final double TIED = 1e-3;

  /** Closer values are a tie: some roundings of a sum of 147 products. */
  private static final double TIE = 3e-6;

  private static final int KERNEL = 7;
  private static final int STRIDE = 2;
  private static final int POOL = 3;

  @Test
  void onlyTiesAreDecidedOtherwiseThanInDoublePrecision() throws Exception {
    final JsonObject golden;
    try (InputStream in = LrpGoldenTest.class.getResourceAsStream(GOLDEN)) {
      golden = JsonParser.parseReader(new InputStreamReader(in)).getAsJsonObject();
    }
    final JsonArray sums = golden.getAsJsonArray("sums");
    final int side = golden.get("side").getAsInt();
    try (InceptionV1 network = Golden.network()) {
      final Attribution lrp =
          AttributionMethods.named("LRP")
              .attribute(
                  network, Golden.picture(), AttributionRequest.of("class:285"), Progress.NONE);
      assertThat(lrp.value()).isCloseTo(golden.get("logit").getAsDouble(), within(1e-4));
      final double[] blocks = blocks(lrp.map().values(), side);
      double largest = 0;
      for (int i = 0; i < blocks.length; i++) {
        largest = Math.max(largest, Math.abs(sums.get(i).getAsDouble()));
      }
      final boolean[] tied = tied(network, side);
      int ties = 0;
      for (int i = 0; i < blocks.length; i++) {
        ties += tied[i] ? 1 : 0;
        assertThat(blocks[i])
            .as("block %d, tied: %s", i, tied[i])
            .isCloseTo(sums.get(i).getAsDouble(), within((tied[i] ? TIED : SAME) * largest));
      }
      assertThat(ties).isBetween(1, blocks.length / 4);
    }
  }

  private static double[] blocks(final MapStack map, final int side) {
    final double[] sums = new double[PICTURE * PICTURE / side / side];
    for (int color = 0; color < 3; color++) {
      final float[] plane = map.plane(color);
      for (int i = 0; i < plane.length; i++) {
        sums[block(i % PICTURE, i / PICTURE, side)] += plane[i];
      }
    }
    return sums;
  }

  private static int block(final int column, final int row, final int side) {
    return row / side * (PICTURE / side) + column / side;
  }

  /** The blocks that a unit sees which ties with another one for a maximum. */
  private static boolean[] tied(final InceptionV1 network, final int side) {
    final FeatureMap units = network.run(Golden.picture(), List.of("conv2d0")).map("conv2d0");
    final int size = PICTURE / STRIDE;
    final boolean[] tied = new boolean[PICTURE * PICTURE / side / side];
    for (int channel = 0; channel < units.layer().channels(); channel++) {
      final float[] values = units.channel(channel);
      for (int row = 0; row < size; row += STRIDE) {
        for (int column = 0; column < size; column += STRIDE) {
          mark(values, size, row, column, tied, side);
        }
      }
    }
    return tied;
  }

  private static void mark(
      final float[] values,
      final int size,
      final int row,
      final int column,
      final boolean[] tied,
      final int side) {
    float best = 0;
    for (int i = 0; i < POOL * POOL; i++) {
      best = Math.max(best, value(values, size, row + i / POOL, column + i % POOL));
    }
    int close = 0;
    for (int i = 0; i < POOL * POOL; i++) {
      close += value(values, size, row + i / POOL, column + i % POOL) >= best * (1 - TIE) ? 1 : 0;
    }
    if (best == 0 || close < 2) {
      return;
    }
    for (int y = STRIDE * row - 3; y < STRIDE * (row + POOL - 1) + KERNEL - 3; y++) {
      for (int x = STRIDE * column - 3; x < STRIDE * (column + POOL - 1) + KERNEL - 3; x++) {
        if (x >= 0 && y >= 0 && x < PICTURE && y < PICTURE) {
          tied[block(x, y, side)] = true;
        }
      }
    }
  }

  private static float value(
      final float[] values, final int size, final int row, final int column) {
    return row < size && column < size ? values[row * size + column] : 0;
  }
}
