package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program that prints how often a structure is found that a tenth of the treated pictures show
 * and no control, what part of the crops shows it, and how often halves by chance differ.
 */
public final class ComparisonTable {

  private static final long SEED = 140_000_000;
  private static final ComparisonRequest REQUEST = new ComparisonRequest(1000, 0.05, 0);
  private static final int SPLITS = 20;
  private static final String LAYER = "mixed4c";
  private static final int[] PLACES = {20, 50};
  private static final int[] GRIDS = {6, 8, 12};
  private static final List<TextureClass> PLANTED =
      List.of(
          TextureClass.RODS,
          TextureClass.RINGS,
          TextureClass.HONEYCOMB,
          TextureClass.SARCOMERES,
          TextureClass.ASTERS,
          TextureClass.MESH);

  private ComparisonTable() {}

  /**
   * @param arguments how many pictures of each side; 300 unless given
   * @throws IOException when the disk refuses
   */
  public static void main(final String... arguments) throws IOException {
    final int pictures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(2);
    final List<PlantedScenes> scenes = new ArrayList<>();
    for (int i = 0; i < PLANTED.size(); i++) {
      scenes.add(new PlantedScenes(PLANTED.get(i), pictures, SEED + 2L * i * pictures));
    }
    line(
        "%6s %5s %6s %6s %8s %7s %7s  %s",
        "places",
        "grid",
        "found",
        "other",
        "showing",
        "chance",
        "errors",
        "cells of each, and showing");
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      for (final int places : PLACES) {
        final List<PlantedScenes.Seen> seen = new ArrayList<>();
        for (final PlantedScenes one : scenes) {
          seen.add(one.seen(network, LAYER, places, Files.createTempDirectory("comparison")));
        }
        for (final int grid : GRIDS) {
          print(places, grid, seen);
        }
      }
    }
    System.exit(0);
  }

  private static void print(final int places, final int grid, final List<PlantedScenes.Seen> all) {
    int found = 0;
    int other = 0;
    int errors = 0;
    double showing = 0;
    double chance = 0;
    final StringBuilder each = new StringBuilder();
    for (final PlantedScenes.Seen seen : all) {
      final AtlasCells cells = seen.cells(grid);
      final PlantedScenes.Seen.Found one = seen.compared(cells, REQUEST);
      final int fuller = one.fuller().size();
      other += one.differing() - fuller;
      found += fuller > 0 ? 1 : 0;
      showing += fuller > 0 ? one.showing(one.fuller()) : 0;
      chance += one.showing() / all.size();
      each.append(String.format(Locale.ROOT, " %d %.2f,", fuller, one.showing(one.fuller())));
      for (int split = 0; split < SPLITS; split++) {
        errors += seen.errs(cells, REQUEST, split) ? 1 : 0;
      }
    }
    line(
        "%6d %5d %3d/%-2d %6d %8.2f %7.2f %3d/%d  %s",
        places,
        grid,
        found,
        all.size(),
        other,
        showing / Math.max(1, found),
        chance,
        errors,
        SPLITS * all.size(),
        each);
  }

  private static void line(final String format, final Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
