package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** Whether a layer that is read in part or by its rows has the values of its map. */
class LayerReadingTest {

  private static InceptionV1 network;

  private static InceptionV1 network() {
    if (network == null) {
      network = SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE));
    }
    return network;
  }

  @AfterContainer
  static void close() {
    network.close();
    network = null;
  }

  /** Rows below each other, as they came. */
  private static final class Joined implements LayerReading.RowReceiver {

    private final FeatureMap map;
    private int next;
    private int calls;

    Joined(final LayerReading reading) {
      map = new FeatureMap(reading.layer(), reading.geometry(), emptyMaps(reading));
    }

    private static MapStack emptyMaps(final LayerReading reading) {
      return FeatureMap.planes(reading.layer(), reading.geometry(), reading.layer().channels(), "");
    }

    @Override
    public void receive(final MapStack rows, final int first) {
      assertThat(first).isEqualTo(next);
      assertThat(rows.planes()).isEqualTo(map.layer().channels());
      for (int channel = 0; channel < rows.planes(); channel++) {
        final float[] part = rows.plane(channel);
        System.arraycopy(part, 0, map.channel(channel), first * rows.width(), part.length);
      }
      next += rows.height();
      calls++;
    }
  }

  @Property(tries = 25)
  void inBandsOrAsAWholeRowsAndChannelsAreThoseOfTheMap(
      @ForAll @IntRange(min = 32, max = 150) final int width,
      @ForAll @IntRange(min = 32, max = 260) final int height,
      @ForAll @IntRange(min = 0, max = 140) final int bandRows,
      @ForAll("layers") final String name) {
    final Picture picture = SmallNetworks.picture(width, height);
    final LayerReading reading = reading(picture, name, bandRows);
    final FeatureMap map =
        bandRows == 0
            ? network().run(picture, List.of(name)).map(name)
            : network().passes().inBands(picture, List.of(name), bandRows, Progress.NONE).map(name);

    final Joined rows = new Joined(reading);
    reading.rows(rows, Progress.NONE);
    final int last = map.layer().channels() - 1;

    assertThat(reading.geometry()).isEqualTo(map.geometry());
    assertThat(rows.next).isEqualTo(map.maps().height());
    assertThat(rows.map.maps().arrays()).isDeepEqualTo(map.maps().arrays());
    assertThat(reading.map(Progress.NONE).maps().arrays()).isDeepEqualTo(map.maps().arrays());
    assertThat(reading.channels(List.of(last, 0, last), Progress.NONE).arrays())
        .isDeepEqualTo(new float[][] {map.channel(last), map.channel(0), map.channel(last)});
  }

  private static LayerReading reading(
      final PictureRows picture, final String name, final int bandRows) {
    final OptionalInt rows = bandRows == 0 ? OptionalInt.empty() : OptionalInt.of(bandRows);
    return new LayerReading(
        network().passes(), picture, network().architecture().layer(name), rows);
  }

  @Provide
  Arbitrary<String> layers() {
    return Arbitraries.of(
        "conv2d0", "conv2d0_pre_relu", "maxpool0", "mixed3a", "mixed3b_pool", "mixed4c_5x5");
  }

  @Test
  void aPictureThatFitsComesAtOnceAndOneBeyondTheBudgetInRows() {
    final Picture picture = SmallNetworks.picture(400, 300);
    final Joined whole = new Joined(network().read(picture, "mixed3a"));
    network().read(picture, "mixed3a").rows(whole, Progress.NONE);
    assertThat(whole.calls).isOne();
    assertThat(network().read(picture, "mixed3a").isSmall()).isTrue();

    System.setProperty(MemoryBudget.PROPERTY, "1");
    try {
      final LayerReading reading = network().read(picture, "inception_3a/output");
      final Joined inBands = new Joined(reading);
      final List<Double> seen = new ArrayList<>();
      reading.rows(inBands, (fraction, what) -> seen.add(fraction));
      assertThat(inBands.calls).isGreaterThan(1);
      assertThat(seen).isSorted().hasSizeGreaterThan(inBands.calls - 1);
      final int height = inBands.map.maps().height();
      assertThat(inBands.next).isEqualTo(height).isEqualTo(whole.map.maps().height());
    } finally {
      System.clearProperty(MemoryBudget.PROPERTY);
    }
  }

  @Test
  void eachBandCanBeTheLast() {
    final LayerReading reading = reading(SmallNetworks.picture(64, 200), "mixed3a", 50);
    final List<Double> seen = new ArrayList<>();
    final Progress second =
        (fraction, what) -> {
          seen.add(fraction);
          if (seen.size() == 2) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> reading.channels(List.of(0), second))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).containsExactly(0.0, 0.25);
  }

  /** Black rows of any number. */
  private record Black(int width, int height) implements PictureRows {
    @Override
    public Picture rows(final int top, final int count) {
      final float[] plane = new float[width * count];
      return new Picture(width, count, List.of(plane, plane, plane));
    }
  }

  @Test
  void ofALayerThatJavaCannotHoldChannelsAndRowsAreReadAllTheSame() {
    final int channels = network().architecture().layer("mixed5b").channels();
    final int columns = 10;
    final long rows = Runtime.getRuntime().maxMemory() / (columns * channels * Float.BYTES);
    final Black picture = new Black(32 * columns, (int) (32 * (rows + 1)));
    final LayerReading reading = reading(picture, "mixed5b", 1024);

    assertThatThrownBy(() -> reading.map(Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("mixed5b (64 channels of 10 x " + reading.geometry().y().size());
    assertThat(reading.isSmall()).isFalse();
    final AtomicInteger came = new AtomicInteger();
    assertThatThrownBy(() -> reading.rows((some, first) -> came.addAndGet(some.height()), third()))
        .isInstanceOf(CancellationException.class);
    assertThat(came.get()).isBetween(32, 64);
    assertThatThrownBy(() -> reading.channels(List.of(7), third()))
        .isInstanceOf(CancellationException.class);
  }

  private static Progress third() {
    final AtomicInteger calls = new AtomicInteger();
    return (fraction, what) -> {
      if (calls.incrementAndGet() == 3) {
        throw new CancellationException();
      }
    };
  }
}
