package io.github.inceptionlens.atlas.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that were named on some scenes find the structures of others. */
@Tag("slow")
final class SceneAreasTest {

  private static final double CLEARLY = 0.1;

  @TempDir private Path folder;

  @Test
  void cellsSegmentScenesThatWereHeldOutBetterThanAnyChannel() {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      final SceneAreas areas = new SceneAreas(network, "mixed4a", 40, folder);
      final double channel = mean(areas.ofChannels());
      for (final CellKind kind : CellKind.values()) {
        assertThat(mean(areas.ofCells(new CellRequest(kind, 16, 5, 0))))
            .as(kind.label())
            .isGreaterThan(channel + CLEARLY);
      }
    }
  }

  private static double mean(final double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
