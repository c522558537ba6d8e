package io.github.inceptionlens.network.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.network.band.BandPlan;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Whether a gradient that goes back in bands is that of the picture as a whole. */
class BandedGradientTest {

  private static final double ROUNDING = 2e-5;

  /**
   * Overlapping pools give neighbors the same maximum, and so, where all that follows is the same,
   * equal values; which of these the next pool takes for its maximum, and so the rules' way back,
   * is decided by the last bit.
   */
  private static final double RULES_ROUNDING = 5e-3;

  private static final Map<FrameworkConventions, InceptionV1> NETWORKS =
      new EnumMap<>(FrameworkConventions.class);

  private static InceptionV1 network(final FrameworkConventions conventions) {
    return NETWORKS.computeIfAbsent(
        conventions, one -> SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(one)));
  }

  @AfterAll
  @AfterContainer
  static void close() {
    NETWORKS.values().forEach(InceptionV1::close);
    NETWORKS.clear();
  }

  /** What is differentiated. */
  enum Kind {
    LOGIT(() -> Objective.logit(3)),
    PROBABILITY(() -> Objective.probability(3)),
    CHANNEL(() -> Objective.channel("mixed4a", 2)),
    NEURON(() -> Objective.neuron("mixed3b", 1, 2, 3)),
    ENERGY(() -> Objective.energy("mixed4b")),
    TWO(() -> Objective.channel("mixed3b", 2).plus(Objective.logit(1)));

    private final Supplier<Objective> objective;

    Kind(final Supplier<Objective> objective) {
      this.objective = objective;
    }
  }

  @Property(tries = 60, seed = "1")
  void anyBandsGiveTheGradientOfTheWhole(
      @ForAll final FrameworkConventions conventions,
      @ForAll final Kind kind,
      @ForAll final boolean pixels,
      @ForAll @IntRange(min = 48, max = 100) final int width,
      @ForAll @IntRange(min = 48, max = 190) final int height,
      @ForAll @IntRange(min = 1, max = 100) final int rows) {
    final InceptionV1 network = network(conventions);
    final Picture picture = SmallNetworks.noise(width, height, rows);
    final List<String> layers = List.of("conv2d2", "mixed3a");
    final GradientRequest request =
        new GradientRequest(kind.objective.get(), ReluRule.EXACT, pixels, layers);

    final Gradient whole = Gradients.of(network, List.of(picture), request).get(0);
    final Gradient inBands =
        Gradients.exclusively(
            () -> BandedGradient.run(network, picture, request, rows, Progress.NONE));

    final double size = Math.max(1e-3, Math.abs(whole.value()));
    assertThat(inBands.value()).isCloseTo(whole.value(), within(ROUNDING * size));
    assertThat(inBands.pixels() == null).isEqualTo(whole.pixels() == null);
    if (pixels) {
      assertSame(inBands.pixels(), whole.pixels());
    }
    for (final String layer : layers) {
      final Gradient.AtLayer actual = inBands.layers().get(layer);
      final Gradient.AtLayer expected = whole.layers().get(layer);
      assertSame(actual.activation().maps(), expected.activation().maps());
      assertSameButForTies(actual, expected);
    }
  }

  /**
   * Where neighbors have equal values (see {@link #RULES_ROUNDING}), the derivative may go to one
   * or to the other; what it does to the objective is the same.
   */
  private static void assertSameButForTies(
      final Gradient.AtLayer actual, final Gradient.AtLayer expected) {
    double changed = 0;
    double whole = 0;
    double size = 0;
    for (int plane = 0; plane < expected.gradient().maps().planes(); plane++) {
      final float[] a = actual.gradient().channel(plane);
      final float[] b = expected.gradient().channel(plane);
      final float[] values = expected.activation().channel(plane);
      for (int i = 0; i < b.length; i++) {
        changed += (double) a[i] * values[i];
        whole += (double) b[i] * values[i];
        size += Math.abs((double) b[i] * values[i]);
      }
    }
    assertThat(changed).isCloseTo(whole, within(ROUNDING * size + 1e-30));
    assertThat(differing(actual, expected)).isLessThan(0.02);
  }

  /** The part of the values that differ. */
  private static double differing(final Gradient.AtLayer actual, final Gradient.AtLayer expected) {
    final MapStack whole = expected.gradient().maps();
    float largest = 0;
    for (final float[] plane : whole.arrays()) {
      for (final float value : plane) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    int count = 0;
    for (int plane = 0; plane < whole.planes(); plane++) {
      final float[] a = actual.gradient().channel(plane);
      for (int i = 0; i < a.length; i++) {
        count += Math.abs(a[i] - whole.plane(plane)[i]) > ROUNDING * largest ? 1 : 0;
      }
    }
    return (double) count / whole.planes() / whole.plane(0).length;
  }

  @Property(tries = 40, seed = "1")
  void anyBandsGiveTheRulesGradientOfTheWhole(
      @ForAll final FrameworkConventions conventions,
      @ForAll final Kind kind,
      @ForAll final boolean guided,
      @ForAll @IntRange(min = 48, max = 90) final int width,
      @ForAll @IntRange(min = 48, max = 160) final int height,
      @ForAll @IntRange(min = 1, max = 100) final int rows) {
    final InceptionV1 network = network(conventions);
    final Picture picture = SmallNetworks.noise(width, height, rows);
    final ReluRule rule = guided ? ReluRule.GUIDED : ReluRule.DECONVNET;
    final GradientRequest request = GradientRequest.pixels(kind.objective.get(), rule);

    final Gradient whole = Gradients.of(network, List.of(picture), request).get(0);
    final Gradient inBands =
        Gradients.exclusively(
            () -> BandedGradient.run(network, picture, request, rows, Progress.NONE));

    assertSame(inBands.pixels(), whole.pixels(), RULES_ROUNDING);
  }

  private static void assertSame(final MapStack actual, final MapStack expected) {
    assertSame(actual, expected, ROUNDING);
  }

  private static void assertSame(
      final MapStack actual, final MapStack expected, final double rounding) {
    double largest = 1e-30;
    double off = 0;
    assertThat(actual.planes()).isEqualTo(expected.planes());
    for (int plane = 0; plane < expected.planes(); plane++) {
      final float[] a = actual.plane(plane);
      final float[] b = expected.plane(plane);
      assertThat(a).hasSameSizeAs(b);
      for (int i = 0; i < b.length; i++) {
        largest = Math.max(largest, Math.abs(b[i]));
        off = Math.max(off, Math.abs(a[i] - b[i]));
      }
    }
    assertThat(off).isLessThanOrEqualTo(rounding * largest);
  }

  @Test
  void theMemoryCountsAllChannelsOfALayerThatTheObjectiveReads() {
    final InceptionV1 network = network(FrameworkConventions.CAFFE);
    final GradientRequest request = GradientRequest.pixels(Objective.energy("mixed3a"));
    final Layer layer = network.architecture().layer("mixed3a");
    final long low = BackwardBands.of(network, request, 256, 10_000, 32).bytes();
    final long high = BackwardBands.of(network, request, 256, 20_000, 32).bytes();
    final long units =
        Geometry.of(layer, 256, 20_000).y().size() - Geometry.of(layer, 256, 10_000).y().size();
    final List<String> names = List.of("mixed3a");
    final long kept =
        BandPlan.kept(network.architecture(), names, 256, 20_000, 32)
            - BandPlan.kept(network.architecture(), names, 256, 10_000, 32);

    final long row = (long) Float.BYTES * layer.channels() * 256 / 8;
    assertThat(high - low).isEqualTo(kept + 2 * units * row);
  }

  @Test
  void editsThatBandsCannotFollowAreRefused() {
    final InceptionV1 network = network(FrameworkConventions.CAFFE);
    final UnitSet unit = UnitSet.parse("mixed3a:1");
    final Geometry other = Geometry.of(network.architecture().layer("mixed3a"), 64, 96);
    final Places places =
        Places.of(other.x().size(), other.y().size(), new boolean[other.x().size()]);
    final GradientRequest request = GradientRequest.pixels(Objective.logit(0));

    try (InceptionV1 averaged = network.edited(new ChannelSplice(unit, ChannelChange.MEAN))) {
      assertThatThrownBy(() -> BackwardBands.of(averaged, request, 64, 128))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("channels of mixed3a are at their mean");
    }
    try (InceptionV1 placed =
        network.edited(new ChannelSplice(unit, ChannelChange.ZERO, Optional.of(places)))) {
      assertThatThrownBy(() -> BackwardBands.of(placed, request, 64, 128))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the edited places are of a layer of");
    }
  }
}
