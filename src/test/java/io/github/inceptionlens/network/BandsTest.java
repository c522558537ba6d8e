package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.architecture.channel.Places;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** Whether a picture that is seen in bands gives what it gives as a whole. */
class BandsTest {

  /** The engine sums in other orders for other sizes. */
  private static final float ROUNDING = 1e-5f;

  private static final Map<FrameworkConventions, InceptionV1> NETWORKS =
      new EnumMap<>(FrameworkConventions.class);

  private static InceptionV1 network(final FrameworkConventions conventions) {
    return NETWORKS.computeIfAbsent(
        conventions, one -> SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(one)));
  }

  @AfterContainer
  static void close() {
    NETWORKS.values().forEach(InceptionV1::close);
    NETWORKS.clear();
  }

  /** What pictures show. */
  enum Kind {
    NOISE {
      @Override
      float value(final int x, final int y, final Random random) {
        return 255 * random.nextFloat();
      }
    },
    STRIPES {
      @Override
      float value(final int x, final int y, final Random random) {
        return y / 5 % 2 * 255;
      }
    },
    SINGLE_ROWS {
      @Override
      float value(final int x, final int y, final Random random) {
        return y % 2 * 255 + (x % 7 == 0 ? -20 * (y % 2) : 0);
      }
    };

    abstract float value(int x, int y, Random random);

    Picture picture(final int width, final int height) {
      final Random random = new Random(width * 31L + height);
      final List<float[]> planes = new ArrayList<>();
      for (int channel = 0; channel < 3; channel++) {
        final float[] plane = new float[width * height];
        for (int i = 0; i < plane.length; i++) {
          plane[i] = value(i % width, i / width + channel, random);
        }
        planes.add(plane);
      }
      return new Picture(width, height, planes);
    }
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of(
            "conv2d0",
            "conv2d0_pre_relu",
            "maxpool0",
            "conv2d2",
            "mixed3a",
            "mixed3b_pool",
            "mixed4a_3x3_pre_relu",
            "mixed4c",
            "mixed4d_5x5",
            "mixed5b",
            Architecture.LOGITS,
            Architecture.PROBABILITIES)
        .set()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(List::copyOf);
  }

  @Property(tries = 60)
  void anyBandsGiveTheLayersOfTheWhole(
      @ForAll final FrameworkConventions conventions,
      @ForAll final Kind kind,
      @ForAll @IntRange(min = 32, max = 150) final int width,
      @ForAll @IntRange(min = 32, max = 260) final int height,
      @ForAll @IntRange(min = 1, max = 140) final int rows,
      @ForAll("names") final List<String> names) {
    final InceptionV1 network = network(conventions);
    final Picture picture = kind.picture(width, height);

    final Activations whole = network.run(picture, names);
    final Activations inBands = network.passes().inBands(picture, names, rows, Progress.NONE);

    names.forEach(name -> assertSame(inBands, whole, name));
  }

  @Property(tries = 15)
  void anyBandsGiveTheLayersOfAnEditedNetwork(
      @ForAll final FrameworkConventions conventions,
      @ForAll @IntRange(min = 60, max = 120) final int width,
      @ForAll @IntRange(min = 60, max = 200) final int height,
      @ForAll @IntRange(min = 1, max = 90) final int rows) {
    final Picture picture = Kind.NOISE.picture(width, height);
    final InceptionV1 trunk = network(conventions);
    final Geometry layer = Geometry.of(trunk.architecture().layer("mixed4a"), width, height);
    final boolean[] half = new boolean[layer.x().size() * layer.y().size()];
    Arrays.fill(half, half.length / 2, half.length, true);
    final int channels = trunk.architecture().layer("mixed4b").channels();
    final List<NetworkEdit> edits =
        List.of(
            new ChannelSplice(UnitSet.parse("mixed3a:0-5"), ChannelChange.MEAN),
            new ChannelSplice(
                UnitSet.parse("mixed4a:3"),
                ChannelChange.clamp(50),
                Optional.of(Places.of(layer.x().size(), layer.y().size(), half))),
            new ChannelSplice(UnitSet.parse("mixed4a:1"), ChannelChange.MEAN),
            dictionary(channels));
    try (InceptionV1 network = trunk.with(edits)) {
      final List<String> names = List.of("mixed3a", "mixed4a", "dict", Architecture.LOGITS);
      final Activations whole = network.run(picture, names);
      final Activations inBands = network.passes().inBands(picture, names, rows, Progress.NONE);

      names.forEach(name -> assertSame(inBands, whole, name));
    }
  }

  private static Graft dictionary(final int channels) {
    final float[] identity = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      identity[i * channels + i] = 1;
    }
    return new Graft(
        "dict",
        "mixed4b",
        new Graft.Affine(identity, new float[channels]),
        Nonlinearity.topK(3),
        Optional.empty());
  }

  @Test
  void rowsThatCannotBeReadEndTheRunWithTheirSentence() {
    final PictureRows broken =
        new PictureRows() {
          @Override
          public int width() {
            return 64;
          }

          @Override
          public int height() {
            return 200;
          }

          @Override
          public Picture rows(final int top, final int count) {
            if (top >= 96) {
              throw new UserError("slice 1 of \"torn.tif\" cannot be read");
            }
            return Kind.NOISE.picture(64, count);
          }
        };
    final Passes passes = network(FrameworkConventions.CAFFE).passes();

    assertThatThrownBy(() -> passes.inBands(broken, List.of("mixed3a"), 32, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage("slice 1 of \"torn.tif\" cannot be read");
  }

  @Test
  void eachBandReportsAndCanBeTheLast() {
    final Passes passes = network(FrameworkConventions.CAFFE).passes();
    final Picture picture = Kind.NOISE.picture(64, 200);
    final List<Double> seen = new ArrayList<>();
    final Progress third =
        (fraction, what) -> {
          seen.add(fraction);
          if (seen.size() == 3) {
            throw new CancellationException();
          }
        };

    assertThatThrownBy(() -> passes.inBands(picture, List.of("mixed3a"), 50, third))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).containsExactly(0.0, 0.25, 0.5);
  }

  private static void assertSame(
      final Activations inBands, final Activations whole, final String name) {
    if (name.equals(Architecture.LOGITS)) {
      assertClose(inBands.logits(), whole.logits(), name);
    } else if (name.equals(Architecture.PROBABILITIES)) {
      assertClose(inBands.probabilities(), whole.probabilities(), name);
    } else {
      final FeatureMap expected = whole.map(name);
      final FeatureMap actual = inBands.map(name);
      assertThat(actual.geometry()).as(name).isEqualTo(expected.geometry());
      assertClose(values(actual), values(expected), name);
    }
  }

  private static float[] values(final FeatureMap map) {
    final FloatBuffer all =
        FloatBuffer.allocate(map.layer().channels() * map.maps().width() * map.maps().height());
    for (int channel = 0; channel < map.layer().channels(); channel++) {
      all.put(map.channel(channel));
    }
    return all.array();
  }

  private static void assertClose(final float[] actual, final float[] expected, final String name) {
    assertThat(actual).as(name).hasSameSizeAs(expected);
    float largest = 1;
    for (final float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    final float off = ROUNDING * largest;
    final int worst =
        IntStream.range(0, expected.length)
            .boxed()
            .max((a, b) -> Float.compare(off(actual, expected, a), off(actual, expected, b)))
            .orElseThrow();
    assertThat(actual[worst]).as(name + " at " + worst).isCloseTo(expected[worst], within(off));
  }

  private static float off(final float[] actual, final float[] expected, final int i) {
    return Math.abs(actual[i] - expected[i]);
  }
}
