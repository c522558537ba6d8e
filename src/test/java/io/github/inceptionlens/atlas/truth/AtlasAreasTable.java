package io.github.inceptionlens.atlas.truth;

import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A program that prints how well cells of an atlas segment scenes of known structures that were
 * held out (intersection over union), beside the best single channel with Otsu's threshold.
 */
public final class AtlasAreasTable {

  private static final int SCENES = 40;
  private static final int LEAST = 5;
  private static final List<String> LAYERS = List.of("mixed3b", "mixed4a", "mixed4c");
  private static final int[] GRIDS = {8, 16};

  private AtlasAreasTable() {}

  /**
   * @param arguments how many scenes are learned from, and as many are held out; 40 unless given
   * @throws IOException when the disk refuses
   */
  public static void main(final String... arguments) throws IOException {
    final int scenes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : SCENES;
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(2);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      for (final String layer : LAYERS) {
        final SceneAreas areas =
            new SceneAreas(network, layer, scenes, Files.createTempDirectory("areas"));
        for (final CellKind kind : CellKind.values()) {
          for (final int grid : GRIDS) {
            print(
                layer,
                kind.label() + " " + grid,
                areas.ofCells(new CellRequest(kind, grid, LEAST, 0)));
          }
        }
        print(layer, "channel", areas.ofChannels());
      }
    }
    System.exit(0);
  }

  private static void print(final String layer, final String by, final double[] found) {
    final StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-8s %-10s mean %.3f ",
            layer,
            by,
            Arrays.stream(found).average().orElseThrow()));
    for (int i = 0; i < found.length; i++) {
      line.append(
          String.format(Locale.ROOT, " %s %.2f", SceneAreas.STRUCTURES.get(i).label(), found[i]));
    }
    System.out.println(line);
  }
}
