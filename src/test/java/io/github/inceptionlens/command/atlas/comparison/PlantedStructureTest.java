package io.github.inceptionlens.command.atlas.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a tenth of the treated pictures show is found, and what none shows is not. */
@Tag("slow")
final class PlantedStructureTest {

  private static final double LEVEL = 0.05;
  private static final ComparisonRequest REQUEST = new ComparisonRequest(1000, LEVEL, 0);
  private static final int PICTURES = 300;
  private static final int GRID = 8;
  private static final int REPEATS = 20;

  @TempDir private Path folder;

  private PlantedScenes.Seen seen(final TextureClass planted, final int pictures) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      return new PlantedScenes(planted, pictures, 150_000_000).seen(network, "mixed4c", 50, folder);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RINGS", "HONEYCOMB", "SARCOMERES", "MESH"})
  void whatATenthOfTheTreatedPicturesShowIsFoundAndItsCropsShowIt(final TextureClass planted) {
    final PlantedScenes.Seen seen = seen(planted, PICTURES);
    final PlantedScenes.Seen.Found found = seen.compared(seen.cells(GRID), REQUEST);
    assertThat(found.fuller()).isNotEmpty();
    assertThat(found.showing()).isLessThan(0.15);
    assertThat(found.showing(found.fuller())).isGreaterThanOrEqualTo(0.8);
  }

  /**
   * Cells know nothing of sides, so that one embedding serves all repeats: of given cells, halves
   * by chance err at most at the level, each time anew, so that the number of errors is binomial.
   */
  @Test
  void halvesOfTheSamePicturesDifferAtTheStatedRate() {
    final PlantedScenes.Seen seen = seen(TextureClass.HONEYCOMB, PICTURES / 2);
    final AtlasCells cells = seen.cells(GRID);
    final int most = new BinomialDistribution(REPEATS, LEVEL).inverseCumulativeProbability(0.99);
    assertThat(LongStream.range(0, REPEATS).filter(i -> seen.errs(cells, REQUEST, i)).count())
        .isLessThanOrEqualTo(most);
  }
}
