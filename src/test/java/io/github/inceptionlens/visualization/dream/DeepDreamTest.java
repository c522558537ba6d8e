package io.github.inceptionlens.visualization.dream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.objective.LayerObjectives;
import io.github.inceptionlens.visualization.dream.RandomTiling.Piece;
import io.github.inceptionlens.visualization.dream.TiledGradient.Roll;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class DeepDreamTest {

  private static final String OBJECTIVE = "deepdream(mixed3b)";
  private static final DreamRequest SHORT =
      DreamRequest.STANDARD.octaves(3, 1.4).steps(4, 1.5).jitter(8).seed(1);

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** Soft hills, far from black and white. */
  private static Picture hills(final int width, final int height) {
    return SmallNetworks.picture(
        width, height, (x, y) -> (float) (128 + 30 * Math.sin(x / 9.0) * Math.cos(y / 7.0)));
  }

  private static Dream dream(final String objective, final DreamRequest request) {
    return dream(objective, hills(72, 60), request, Progress.NONE);
  }

  private static Dream dream(
      final String objective,
      final Picture picture,
      final DreamRequest request,
      final Progress progress) {
    return DeepDream.of(network, picture, objective, request, StepListener.NONE, progress);
  }

  private static float[] green(final FloatPlanes<?> picture) {
    return picture.plane(1);
  }

  private static double energy(final Picture picture) {
    return network.values(List.of(picture), LayerObjectives.deepdream("mixed3b"))[0];
  }

  @Test
  void theObjectiveRisesByAWideMarginAndTheUsersPictureStays() {
    final Picture picture = hills(72, 60);
    final Dream dream = dream(OBJECTIVE, picture, SHORT, Progress.NONE);
    assertThat(energy(dream.picture())).isGreaterThan(1.5 * energy(picture));
    assertThat(dream.steps()).isEqualTo(12);
    assertThat(dream.picture().dimension(0)).isEqualTo(72);
    assertThat(dream.picture().dimension(1)).isEqualTo(60);
    for (final float value : green(dream.picture())) {
      assertThat(value).isBetween(0f, 255f);
    }
    assertThat(green(picture)).isEqualTo(green(hills(72, 60)));
  }

  @Test
  void theSameSeedMakesTheSamePictureAndAnotherAnother() {
    final float[] first = green(dream(OBJECTIVE, SHORT).picture());
    assertThat(green(dream(OBJECTIVE, SHORT).picture())).isEqualTo(first);
    final DreamRequest other =
        DreamRequest.STANDARD.octaves(3, 1.4).steps(4, 1.5).jitter(8).seed(2);
    assertThat(green(dream(OBJECTIVE, other).picture())).isNotEqualTo(first);
  }

  /** One step at one size is {@code rate * g / mean |g|}, whatever the roll. */
  @Test
  void aStepHasTheStatedHeightAndTheGradientsDirection() {
    final Picture picture = hills(72, 60);
    final MapStack gradient =
        Gradients.of(network, picture, LayerObjectives.deepdream("mixed3b")).pixels();
    double mean = 0;
    for (int color = 0; color < 3; color++) {
      for (final float value : gradient.plane(color)) {
        mean += Math.abs(value) / (3 * 72 * 60);
      }
    }
    final Dream dream =
        dream(OBJECTIVE, DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 1.5).jitter(0).seed(1));
    for (int i = 0; i < 72 * 60; i++) {
      final double change = green(dream.picture())[i] - green(picture)[i];
      assertThat(change).isCloseTo(1.5 * green(gradient)[i] / mean, within(2e-3));
    }
  }

  @Test
  void aRolledPicturesGradientIsRolledBack() {
    final Picture picture = hills(72, 60);
    final Picture rolled =
        SmallNetworks.picture(
            72,
            60,
            (x, y) -> green(picture)[Math.floorMod(y + 4, 60) * 72 + Math.floorMod(x - 7, 72)]);
    final TiledGradient gradient = new TiledGradient(network, Target.parse(OBJECTIVE), 72, 60, 512);
    final float[] back = green(slope(gradient, picture, new Roll(7, -4)));
    final float[] straight = green(slope(gradient, rolled, Roll.NONE));
    for (int i = 0; i < back.length; i++) {
      final int moved = Math.floorMod(i / 72 - 4, 60) * 72 + Math.floorMod(i % 72 + 7, 72);
      assertThat(back[i]).isEqualTo(straight[moved]);
    }
  }

  private static MapStack slope(
      final TiledGradient gradient, final Picture picture, final Roll roll) {
    return gradient.of(picture, roll, new SplittableRandom(5), Progress.NONE);
  }

  /** The margin is wider than what conv2d2's units see: no pixel knows of the pieces. */
  @ParameterizedTest
  @EnumSource(FrameworkConventions.class)
  void piecesGiveTheGradientOfTheWhole(final FrameworkConventions conventions) {
    try (InceptionV1 small = SmallNetworks.narrow(conventions)) {
      final Picture picture = SmallNetworks.noise(331, 298, 3);
      final Target target = Target.parse("deepdream(conv2d2)");
      final float[] whole =
          green(slope(new TiledGradient(small, target, 331, 298, 512), picture, Roll.NONE));
      final float[] pieces =
          green(slope(new TiledGradient(small, target, 331, 298, 192), picture, Roll.NONE));
      final double factor = size(pieces) / size(whole);
      final double tolerance = 1e-3 * size(pieces) / pieces.length;
      for (int i = 0; i < whole.length; i++) {
        assertThat((double) pieces[i]).isCloseTo(factor * whole[i], within(tolerance));
      }
    }
  }

  private static double size(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += Math.abs(value);
    }
    return sum;
  }

  /**
   * Units of mixed4c see far beyond the margins. Still, across cuts neighboring pixels differ no
   * more than anywhere else, although a step's cuts are the worst there is: the next step's lie
   * elsewhere.
   */
  @Test
  void piecesDoNotShowWhereUnitsSeeBeyondThem() {
    final int side = 420;
    final Picture picture = hills(side, side);
    final TiledGradient gradient =
        new TiledGradient(network, Target.parse("deepdream(mixed4c)"), side, side, 256);
    final float[] slope = green(slope(gradient, picture, Roll.NONE));
    final List<Piece> columns = RandomTiling.of(side, 256).draw(new SplittableRandom(5));
    double across = 0;
    double anywhere = 0;
    for (int i = 0; i < side * side; i++) {
      final int column = i % side;
      if (column > 0) {
        final double difference = slope[i] - slope[i - 1];
        final boolean cut = columns.stream().anyMatch(piece -> piece.from() == column);
        across += cut ? difference * difference / (columns.size() - 1) : 0;
        anywhere += difference * difference / (side - 1);
      }
    }
    assertThat(columns).hasSizeGreaterThan(1);
    assertThat(across).isLessThan(1.2 * anywhere);
  }

  @Test
  void aLargePictureNeedsTheMemoryOfATile() {
    final String before = System.getProperty("inceptionlens.memory");
    System.setProperty("inceptionlens.memory", "40");
    try {
      final Picture picture = hills(1024, 1024);
      final DreamRequest tiled = DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 1.5).seed(1);
      final Dream dream = dream("deepdream(mixed3b)", picture, tiled, Progress.NONE);
      assertThat(dream.picture().dimension(0)).isEqualTo(1024);
      final DreamRequest whole =
          DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 1.5).tile(1024).seed(1);
      assertThatThrownBy(() -> dream("deepdream(mixed3b)", picture, whole, Progress.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("MB of memory");
    } finally {
      if (before == null) {
        System.clearProperty("inceptionlens.memory");
      } else {
        System.setProperty("inceptionlens.memory", before);
      }
    }
  }

  /** The coarse octaves' change is enlarged, so a stopped dream is as large as a whole one. */
  @Test
  void aStoppedDreamKeepsWhatIsThere() {
    final Picture picture = hills(72, 60);
    final Dream dream = dream(OBJECTIVE, picture, SHORT, stopAt(5));
    assertThat(dream.interrupted()).isTrue();
    assertThat(dream.steps()).isEqualTo(5);
    assertThat(dream.picture().dimension(0)).isEqualTo(72);
    assertThat(energy(dream.picture())).isGreaterThan(energy(picture));
    assertThat(dream.provenance().entries()).containsEntry("stopped", "after 5 of 12 steps");
    assertThatThrownBy(() -> dream(OBJECTIVE, picture, SHORT, stopAt(0)))
        .isInstanceOf(CancellationException.class);
  }

  private static Progress stopAt(final int call) {
    final int[] calls = {0};
    return (fraction, what) -> {
      if (calls[0]++ == call) {
        throw new CancellationException("stopped by the user");
      }
    };
  }

  @Test
  void progressGoesFromNothingToNearlyAllAndAWatcherSeesTheWholePicture() {
    final List<Double> fractions = new ArrayList<>();
    final List<Long> widths = new ArrayList<>();
    final StepListener listener =
        new StepListener() {
          @Override
          public boolean wants(final int step) {
            return step % 5 == 0;
          }

          @Override
          public void see(final int step, final List<Picture> pictures) {
            widths.add(pictures.get(0).dimension(0));
          }
        };
    final Progress progress = (fraction, what) -> fractions.add(fraction);
    DeepDream.of(network, hills(72, 60), OBJECTIVE, SHORT, listener, progress);
    assertThat(fractions).isSorted().hasSize(12).startsWith(0.0);
    assertThat(widths).containsExactly(72L, 72L);
  }

  @Test
  void anyObjectiveCanDream() {
    final Dream dream = dream("mixed3a:1 - 0.5*class:2 - 0.001*tv()", SHORT);
    assertThat(dream.objective()).hasToString("mixed3a_pre_relu:1 - 0.5*class:2 - 0.001*tv()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "top                                  | another class as the picture changes",
        "mixed3a:1@roi                        | name the channel mixed3a:1",
        "mixed3a:1@2,2                        | a unit at one place",
        "relu(mixed3b:0) + neuron(mixed3a:1)  | a unit at one place",
        "mixed3a:1 + diversity(mixed3a)       | compares pictures",
        "mixed3a:1000                         | channel is 1000",
        "tv()                                 | reads nothing of the network"
      })
  void anObjectiveWithoutMeaningHereIsRefused(final String objective, final String sentence) {
    final DreamRequest request =
        DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 1.5).jitter(0).tile(128);
    final Picture picture = hills(140, 100);
    assertThatThrownBy(() -> dream(objective, picture, request, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aUnitThatNothingMovesIsSaidSo() {
    try (InceptionV1 silent = SmallNetworks.silent()) {
      assertThatThrownBy(
              () ->
                  DeepDream.of(
                      silent,
                      hills(40, 40),
                      "relu(conv2d1:1)",
                      SHORT,
                      StepListener.NONE,
                      Progress.NONE))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("relu(conv2d1:1) cannot be driven");
    }
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    final DreamRequest many = DreamRequest.STANDARD.octaves(9, 1.4).steps(1, 1.5).jitter(0);
    assertThatThrownBy(() -> dream("mixed3a:1", many))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("octaves is 9, which begins with a picture of 5 x 4 pixels")
        .hasMessageEndingWith("ask for fewer octaves, or enlarge the picture (scale)");
    assertThatThrownBy(() -> DreamRequest.STANDARD.octaves(0, 1.4).steps(1, 1.5).jitter(0))
        .hasMessage("octaves is 0, expected 1 to 16");
    assertThatThrownBy(() -> DreamRequest.STANDARD.octaves(1, 1).steps(1, 1.5).jitter(0))
        .hasMessageContaining("ratio is 1.0, expected a number above 1");
    assertThatThrownBy(() -> DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 0).jitter(0))
        .hasMessageContaining("rate is 0.0");
    assertThatThrownBy(
            () -> DreamRequest.STANDARD.octaves(1, 1.4).steps(1, 1.5).jitter(0).tile(100))
        .hasMessage("tile is 100, expected 128 to 4096");
  }
}
