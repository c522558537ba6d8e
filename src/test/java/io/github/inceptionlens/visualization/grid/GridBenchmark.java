package io.github.inceptionlens.visualization.grid;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.Pictures;
import io.github.inceptionlens.Ratios;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * The activation grid of mixed4d, the ImageNet network, a photograph of 224 x 224 pixels, default
 * steps, two threads: how long it takes, and how sharp and uniform it is beside pictures of the
 * same cells by themselves, as ratios.
 */
public final class GridBenchmark {

  private GridBenchmark() {}

  /**
   * Prints the figures.
   *
   * @param arguments a photograph, and the folder for both mosaics; the cat, and none
   */
  public static void main(final String[] arguments) throws IOException {
    final Path photograph =
        arguments.length > 0
            ? Path.of(arguments[0])
            : Path.of(
                System.getProperty("inceptionlens.shared", "../shared"), "images/cat-224.png");
    try (InceptionV1 network = Golden.network()) {
      TorchEngine.start(Progress.NONE).useThreads(2);
      final GridCells cells =
          GridCells.of(network, View.of(Pictures.read(photograph)), "mixed4d", Progress.NONE);
      final GridRequest request = GridRequest.STANDARD;
      final ActivationGrid grid = timed(network, cells, request, "grid");
      final ActivationGrid alone = timed(network, cells, request.groups(0), "cells by themselves");
      final GridFigures ours = new GridFigures(grid.picture(), request.cell());
      final GridFigures theirs = new GridFigures(alone.picture(), request.cell());
      print("sharpness", ours.sharpness(), theirs.sharpness());
      print("steps of mean color between neighbors", ours.colorSteps(), theirs.colorSteps());
      print("value along the vectors", grid.after(), alone.after());
      System.out.printf(
          "correlation of neighbors: %.2f, by themselves %.2f%n",
          ours.agreement(), theirs.agreement());
      if (arguments.length > 1) {
        write(grid.picture(), Path.of(arguments[1], "grid.png"));
        write(alone.picture(), Path.of(arguments[1], "alone.png"));
      }
    }
    System.exit(0);
  }

  private static void print(final String what, final double ours, final double theirs) {
    System.out.printf("%s: %.2f (%.3g and %.3g)%n", what, ours / theirs, ours, theirs);
  }

  private static ActivationGrid timed(
      final InceptionV1 network,
      final GridCells cells,
      final GridRequest request,
      final String what) {
    final ActivationGrid[] made = new ActivationGrid[1];
    final double before = processorSeconds();
    final double seconds =
        Ratios.seconds(
            () ->
                made[0] =
                    ActivationGrid.of(network, cells, request, StepListener.NONE, Progress.NONE));
    System.out.printf(
        "%s: %d cells, %d steps: %.0f s (%.0f s of processors)%n",
        what, cells.count(), made[0].steps(), seconds, processorSeconds() - before);
    return made[0];
  }

  private static double processorSeconds() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void write(final Picture picture, final Path file) throws IOException {
    final BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < picture.width() * picture.height(); i++) {
      final int place = i;
      image.setRGB(
          i % picture.width(),
          i / picture.width(),
          IntStream.range(0, 3)
              .map(color -> Math.round(picture.plane(color)[place]) << (16 - 8 * color))
              .sum());
    }
    ImageIO.write(image, "png", file.toFile());
  }
}
