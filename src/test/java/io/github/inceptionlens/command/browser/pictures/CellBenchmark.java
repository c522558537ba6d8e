package io.github.inceptionlens.command.browser.pictures;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.activation.LayerOverview;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * A program that prints how long the layer browser's pictures take: the look at an image through a
 * layer, and a map in a cell, in milliseconds of the thread's own processor time.
 *
 * <p>Arguments: an image's file, and layers of the bundled network.
 */
public final class CellBenchmark {

  private static final int DRAWN = 64;
  private static final double MILLIS = 1e6;

  private CellBenchmark() {}

  /** Prints a line per layer. */
  public static void main(final String[] arguments) {
    final ImagePlus image = IJ.openImage(arguments[0]);
    final View view = ImageInput.around(image, InputRequest.ownSize()).views().get(0);
    try (InceptionV1 network =
        TrainedNetwork.named("textures").open(TorchEngine.start(Progress.NONE))) {
      for (int i = 1; i < arguments.length; i++) {
        for (int turn = 0; turn < 2; turn++) { // the first one warms up
          print(network, image, view, arguments[i]);
        }
      }
    }
  }

  private static void print(
      final InceptionV1 network, final ImagePlus image, final View view, final String layer) {
    final long began = System.nanoTime();
    final LayerOverview overview = LayerOverview.of(network, layer, view, Progress.NONE);
    final long looked = System.nanoTime();
    final MapPictures maps = new MapPictures(image, view, overview);
    final int channels = overview.maps().planes();
    final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = 0; i < DRAWN; i++) {
      maps.find(new Unit(layer, i % channels)).orElseThrow();
    }
    final long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    System.out.printf(
        Locale.ROOT,
        "%s of %d x %d pixels, %d units: looked at in %.0f ms, %.2f ms per map%n",
        layer,
        view.width(),
        view.height(),
        channels,
        (looked - began) / MILLIS,
        (end - start) / MILLIS / DRAWN);
  }
}
