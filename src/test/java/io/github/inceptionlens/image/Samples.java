package io.github.inceptionlens.image;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Color;
import java.util.Random;

/** Synthetic images of every type that ImageJ has. */
public final class Samples {

  public static final int WIDTH = 31;
  public static final int HEIGHT = 23;

  private Samples() {}

  public static ImageProcessor noise(final int bitDepth, final long seed) {
    final Random random = new Random(seed);
    final ImageProcessor values =
        switch (bitDepth) {
          case 8 -> new ByteProcessor(WIDTH, HEIGHT);
          case 16 -> new ShortProcessor(WIDTH, HEIGHT);
          case 24 -> new ColorProcessor(WIDTH, HEIGHT);
          default -> new FloatProcessor(WIDTH, HEIGHT);
        };
    for (int i = 0; i < values.getPixelCount(); i++) {
      switch (bitDepth) {
        case 8 -> values.set(i, random.nextInt(256));
        case 16 -> values.set(i, random.nextInt(5000));
        case 24 -> values.set(i, random.nextInt(1 << 24));
        default -> values.setf(i, random.nextFloat() * 3 - 1);
      }
    }
    return values;
  }

  public static ImagePlus image(final int bitDepth) {
    return new ImagePlus("noise" + bitDepth + ".tif", noise(bitDepth, bitDepth));
  }

  public static ImagePlus stack(final int bitDepth, final int slices) {
    final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int i = 0; i < slices; i++) {
      stack.addSlice(noise(bitDepth, i));
    }
    return new ImagePlus("stack.tif", stack);
  }

  public static ImagePlus hyperstack(final int bitDepth, final int c, final int z, final int t) {
    final ImagePlus image = stack(bitDepth, c * z * t);
    image.setDimensions(c, z, t);
    image.setOpenAsHyperStack(true);
    return image;
  }

  /** Channels in orange, azure, gray and purple, each with its own display range. */
  public static CompositeImage composite(
      final int bitDepth, final int c, final int z, final int t) {
    final CompositeImage image = new CompositeImage(hyperstack(bitDepth, c, z, t), IJ.COMPOSITE);
    final Color[] colors = {
      new Color(255, 128, 0), new Color(0, 128, 255), Color.WHITE, new Color(200, 0, 255)
    };
    final double unit = bitDepth == 8 ? 1 : bitDepth == 16 ? 20 : 1 / 100.0;
    for (int i = 0; i < c; i++) {
      final LUT table = LUT.createLutFromColor(colors[i]);
      table.min = Math.rint(10 * (i + 1) * unit * 100) / 100;
      table.max = Math.rint((150 + 30 * i) * unit * 100) / 100;
      image.setChannelLut(table, i + 1);
    }
    image.setPosition(1, 1, 1);
    return image;
  }

  /** ImageJ's own rendering of the current position. */
  public static int[] shown(final ImagePlus image) {
    image.updateAndDraw();
    return (int[]) new ColorProcessor(image.getImage()).getPixels();
  }

  public static Frame frame(final ImagePlus image) {
    return ImageInput.of(image, InputRequest.ownSize()).frames().get(0);
  }

  public static float[] plane(final Frame frame, final int color) {
    return frame.picture().plane(color);
  }

  public static int[] packed(final Frame frame) {
    final float[] red = plane(frame, 0);
    final float[] green = plane(frame, 1);
    final float[] blue = plane(frame, 2);
    final int[] pixels = new int[red.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          0xff000000 | Math.round(red[i]) << 16 | Math.round(green[i]) << 8 | Math.round(blue[i]);
    }
    return pixels;
  }
}
