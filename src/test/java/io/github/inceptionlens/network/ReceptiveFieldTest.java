package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the geometry computed from the table is what the network's own values show. */
class ReceptiveFieldTest {

  private static final String TABLE =
      """
      conv2d0, 7, 2
      maxpool0, 11, 4
      conv2d1, 11, 4
      conv2d2, 19, 4
      maxpool1, 27, 8
      mixed3a_1x1, 27, 8
      mixed3a_3x3, 43, 8
      mixed3a_pool_reduce, 43, 8
      mixed3a, 59, 8
      mixed3b, 91, 8
      maxpool4, 107, 16
      mixed4a, 171, 16
      mixed4b, 235, 16
      mixed4c, 299, 16
      mixed4d, 363, 16
      mixed4e, 427, 16
      maxpool10, 459, 32
      mixed5a, 587, 32
      mixed5b, 715, 32
      """;

  @ParameterizedTest
  @CsvSource(textBlock = TABLE)
  void theLiteraturesTableHoldsOnMultiplesOf32(
      final String layer, final int field, final int stride) {
    assertPlaces(Training.CAFFE, layer, field, stride, stride - 2);
    assertPlaces(Training.TENSORFLOW, layer, field, stride, stride - 1);
  }

  /** By hand: each module adds a kernel of 3, the last pool one of 2. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          conv2d2, 19, 4, 2
          maxpool1, 27, 8, 6
          mixed3a, 43, 8, 6
          mixed3a_5x5, 43, 8, 6
          mixed3b, 59, 8, 6
          maxpool4, 75, 16, 14
          mixed4c, 171, 16, 14
          mixed4e, 235, 16, 14
          maxpool10, 251, 32, 22
          mixed5a, 315, 32, 22
          mixed5b, 379, 32, 22
          """)
  void torchvisionsUnitsSeeLess(
      final String layer, final int field, final int stride, final int offset) {
    assertPlaces(Training.TORCH, layer, field, stride, offset);
  }

  private static void assertPlaces(
      final Training training,
      final String layer,
      final int field,
      final int stride,
      final int offset) {
    final Geometry geometry = geometry(training.architecture(), layer, 224, 320);
    for (final Geometry.Axis axis : List.of(geometry.x(), geometry.y())) {
      assertThat(axis.receptiveField()).isEqualTo(field);
      assertThat(axis.stride()).isEqualTo(stride);
      assertThat(axis.offset()).isEqualTo(offset);
      assertThat(axis.size()).isEqualTo(axis.input() / stride);
    }
  }

  private static Geometry geometry(
      final Architecture architecture, final String layer, final int width, final int height) {
    return Geometry.of(architecture.layer(layer), width, height);
  }

  @Test
  void sameOffsetsChangeOnOtherSizes() {
    final Geometry geometry = geometry(Training.TENSORFLOW.architecture(), "mixed5b", 225, 224);

    assertThat(geometry.x().offset()).isZero();
    assertThat(geometry.y().offset()).isEqualTo(31);
  }

  @ParameterizedTest
  @CsvSource({
    "224, 224",
    "225, 225",
    "113, 113",
    "61, 61",
    "113, 225",
    "225, 61",
    "61, 113",
    "801, 95"
  })
  void inputGradientsReachTheReceptiveFieldsBordersAndNoFurther(final int width, final int height) {
    for (final FrameworkConventions conventions : FrameworkConventions.values()) {
      final Architecture architecture = SmallNetworks.narrowTable(conventions);
      try (InceptionV1 network = positive(architecture)) {
        for (final String layer :
            List.of("conv2d0", "conv2d2", "mixed3a_1x1", "mixed3b", "mixed4c", "mixed5b")) {
          assertReached(network, layer, geometry(architecture, layer, width, height), 0.5);
        }
        final Geometry geometry = geometry(architecture, "mixed3a", width, height);
        assertReached(network, "mixed3a", geometry, 0);
        assertReached(network, "mixed3a", geometry, 1);
      }
    }
  }

  private static InceptionV1 positive(final Architecture architecture) {
    return new InceptionV1(
        SmallNetworks.engine(), architecture, SmallNetworks.positiveWeights(architecture));
  }

  /**
   * Checks the unit at a relative place, 0 for the first and 1 for the last on each axis. Max
   * pooling passes the gradient to one winner, so pictures that slant towards either corner draw
   * the winners there, and a bright frame makes up for the zeros that convolutions see beyond it.
   */
  private static void assertReached(
      final InceptionV1 network, final String layer, final Geometry geometry, final double place) {
    final int column = (int) Math.round(place * (geometry.x().size() - 1));
    final int row = (int) Math.round(place * (geometry.y().size() - 1));
    final Objective allChannels =
        new Objective(
            List.of(layer), values -> values.get(layer).get("0, :, {}, {}", row, column).sum());

    final Extent seen = new Extent();
    for (final int slant : new int[] {-1, 1}) {
      for (final int frame : new int[] {1, 20}) {
        seen.add(Gradients.of(network, ramp(geometry, slant, frame), allChannels).pixels());
      }
    }

    assertThat(seen.columns())
        .as("columns of %s:%d on %s", layer, column, geometry.x())
        .isEqualTo(clipped(geometry.x(), column));
    assertThat(seen.rows())
        .as("rows of %s:%d on %s", layer, row, geometry.y())
        .isEqualTo(clipped(geometry.y(), row));
  }

  private static Picture ramp(final Geometry geometry, final int slant, final int frame) {
    final int width = geometry.x().input();
    final int height = geometry.y().input();
    return SmallNetworks.picture(
        width,
        height,
        (x, y) -> {
          final boolean border = Math.min(x, width - 1 - x) < 1 || Math.min(y, height - 1 - y) < 1;
          final double ramp = 300 + slant * (60.0 * x / width + 60.0 * y / height);
          return border ? frame * ramp : ramp;
        });
  }

  private static List<Integer> clipped(final Geometry.Axis axis, final int unit) {
    return List.of(Math.max(0, axis.first(unit)), Math.min(axis.input() - 1, axis.last(unit)));
  }

  /** The bounding box of everything that is not zero. */
  private static final class Extent {

    private int left = Integer.MAX_VALUE;
    private int right = -1;
    private int top = Integer.MAX_VALUE;
    private int bottom = -1;

    void add(final MapStack gradient) {
      final int width = gradient.width();
      for (int channel = 0; channel < 3; channel++) {
        final float[] plane = gradient.plane(channel);
        for (int i = 0; i < plane.length; i++) {
          if (plane[i] != 0) {
            left = Math.min(left, i % width);
            right = Math.max(right, i % width);
            top = Math.min(top, i / width);
            bottom = Math.max(bottom, i / width);
          }
        }
      }
    }

    List<Integer> columns() {
      return List.of(left, right);
    }

    List<Integer> rows() {
      return List.of(top, bottom);
    }
  }

  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void aConvolutionsGradientFillsItsBox(final FrameworkConventions conventions) {
    final Architecture architecture = SmallNetworks.narrowTable(conventions);
    final Geometry geometry = geometry(architecture, "conv2d0", 61, 33);
    try (InceptionV1 network = positive(architecture)) {
      final float[] gradient =
          Gradients.of(
                  network,
                  SmallNetworks.picture(61, 33, (x, y) -> 255),
                  Objective.neuron("conv2d0", 0, 7, 0))
              .pixels()
              .plane(1);

      for (int i = 0; i < gradient.length; i++) {
        final int column = i % 61;
        final int row = i / 61;
        final boolean inside =
            column >= geometry.x().first(7)
                && column <= geometry.x().last(7)
                && row <= geometry.y().last(0);
        assertThat(gradient[i] != 0).as("pixel %d, %d", column, row).isEqualTo(inside);
      }
    }
  }

  @Property(tries = 25)
  void sizesEqualTheNativeShapes(
      @ForAll @IntRange(min = 31, max = 160) final int width,
      @ForAll @IntRange(min = 31, max = 160) final int height) {
    for (final FrameworkConventions conventions : FrameworkConventions.values()) {
      final Architecture architecture = SmallNetworks.narrowTable(conventions);
      final List<String> layers =
          architecture.nodes().stream()
              .map(Node::name)
              .filter(name -> architecture.spatial(name).name().equals(name))
              .toList();
      try (InceptionV1 network = SmallNetworks.ofBothSigns(architecture)) {
        final Activations answers = network.run(SmallNetworks.picture(width, height), layers);
        for (final String layer : layers) {
          final FeatureMap map = answers.map(layer);
          assertThat(map.maps().dimensionsAsLongArray())
              .as("%s, %s, %d x %d", conventions, layer, width, height)
              .containsExactly(
                  map.geometry().x().size(),
                  map.geometry().y().size(),
                  architecture.node(layer).channels());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"conv2d0", "maxpool0", "mixed3a", "mixed4c_5x5", "mixed5b"})
  void theSmallestSizeWorksAndOneLessIsRefused(final String layer) {
    for (final FrameworkConventions conventions : FrameworkConventions.values()) {
      final Architecture architecture = SmallNetworks.narrowTable(conventions);
      final int smallest = Geometry.smallest(architecture.layer(layer));
      try (InceptionV1 network = SmallNetworks.ofBothSigns(architecture)) {
        final FeatureMap map =
            network.run(SmallNetworks.picture(smallest, smallest), List.of(layer)).map(layer);
        assertThat(map.channel(0)).hasSize(1);
        if (smallest > 1) {
          assertThatThrownBy(
                  () -> network.run(SmallNetworks.picture(smallest - 1, 200), List.of(layer)))
              .isInstanceOf(UserError.class)
              .hasMessage(
                  "the image is %d x 200 pixels, but %s needs at least %d x %d: enlarge it (scale)"
                          .formatted(smallest - 1, layer, smallest, smallest)
                      + " or choose a lower layer");
        }
      }
    }
  }

  @Test
  void caffesMixed5bNeeds31Pixels() {
    assertThat(Geometry.smallest(Training.CAFFE.architecture().layer("mixed5b"))).isEqualTo(31);
    assertThat(Geometry.smallest(Training.TENSORFLOW.architecture().layer("mixed5b"))).isEqualTo(1);
  }
}
