package io.github.inceptionlens.atlas.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cells of an atlas of textures hold one texture each, and not by chance. */
final class CellPurityTest {

  private static final double PURE = 0.8;
  private static final double CLEARLY = 0.25;

  @TempDir private Path folder;

  private CellPurity purity(final Weights weights, final int pictures) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    try (InceptionV1 network = new InceptionV1(engine, Training.TEXTURES.architecture(), weights)) {
      return CellPurity.of(network, "mixed5a", pictures, 96, folder);
    }
  }

  private void assertPure(final CellKind kind, final int pictures, final int grid) {
    final double trained = purity(BundledWeights.textures(), pictures).of(kind, grid).purity();
    final Weights chance = RandomWeights.of(Training.TEXTURES.architecture(), 1);
    final double untrained = purity(chance, pictures).of(kind, grid).purity();
    assertThat(trained).isGreaterThan(PURE).isGreaterThan(untrained + CLEARLY);
  }

  @Test
  void aFewPicturesOfEachTextureAlreadyFormCells() {
    assertPure(CellKind.KMEANS, 10, 7);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(CellKind.class)
  void cellsOfManyPicturesArePure(final CellKind kind) {
    assertPure(kind, 40, 10);
    assertPure(kind, 40, 20);
  }
}
