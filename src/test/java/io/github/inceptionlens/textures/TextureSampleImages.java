package io.github.inceptionlens.textures;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Makes the folder {@code sample-images}, the same pixels every time: {@code SampleImages
 * <folder>}.
 */
public final class TextureSampleImages {

  private static final int SIDE = 256;
  private static final double MICRONS = 0.4;
  private static final int OFFSET = 100;
  private static final int GAIN = 16;
  private static final float STRUCTURE = 0.5f;

  private final Map<String, ImagePlus> files = new LinkedHashMap<>();

  private TextureSampleImages() {
    scene(
        "scene-8bit.tif",
        Scene.of(
            158,
            List.of(TextureClass.NUCLEI, TextureClass.HONEYCOMB, TextureClass.FIBRES),
            SIDE,
            SIDE),
        scene -> image(bytes(gray(scene.image()))));
    scene(
        "scene-16bit.tif",
        Scene.of(
            316,
            List.of(
                TextureClass.ASTERS,
                TextureClass.MESH,
                TextureClass.LABYRINTH,
                TextureClass.VESICLES),
            SIDE,
            SIDE),
        scene -> image(counts(gray(scene.image()))));
    scene(
        "scene-rgb.png",
        Scene.of(
            212,
            List.of(TextureClass.HONEYCOMB, TextureClass.TREES, TextureClass.RINGS),
            SIDE,
            SIDE),
        scene -> new ImagePlus("", TextureSheet.picture(scene.image())));
    single("nuclei-16bit.tif", sample(TextureClass.NUCLEI, 316), this::sixteenBits);
    single("sarcomeres-8bit.tif", sample(TextureClass.SARCOMERES, 158), this::eightBits);
    composite(sample(TextureClass.NUCLEI, 119), sample(TextureClass.FILAMENTS, 158));
    files.putAll(DriftSample.files());
  }

  /** All images and masks by file name. */
  static Map<String, ImagePlus> all() {
    return new TextureSampleImages().files;
  }

  /** Writes all files into the folder that is the first argument. */
  public static void main(final String[] arguments) throws IOException {
    final Path folder = Files.createDirectories(Path.of(arguments[0]));
    all().forEach((name, image) -> save(image, folder.resolve(name).toString()));
  }

  private static void save(final ImagePlus image, final String file) {
    final FileSaver saver = new FileSaver(image);
    final boolean saved =
        file.endsWith(".png")
            ? saver.saveAsPng(file)
            : image.getStackSize() > 1 ? saver.saveAsTiffStack(file) : saver.saveAsTiff(file);
    if (!saved) {
      throw new IllegalStateException(file + " cannot be written");
    }
  }

  private void scene(
      final String name, final Scene scene, final Function<Scene, ImagePlus> picture) {
    files.put(name, picture.apply(scene));
    for (final Scene.Region region : scene.regions()) {
      final ImageProcessor mask = mask(region.mask(), SIDE);
      files.put(maskName(name, region.texture()), new ImagePlus("", mask));
    }
  }

  private void single(
      final String name,
      final TextureSample sample,
      final Function<TextureSample, ImagePlus> picture) {
    files.put(name, picture.apply(sample));
    files.put(maskName(name, sample.texture()), structureOf(sample));
  }

  private ImagePlus sixteenBits(final TextureSample sample) {
    return image(counts(gray(sample.image())));
  }

  private ImagePlus eightBits(final TextureSample sample) {
    final ImagePlus image = image(bytes(gray(sample.image())));
    calibrate(image, MICRONS / 2);
    return image;
  }

  private void composite(final TextureSample nuclei, final TextureSample filaments) {
    final String name = "composite.tif";
    final ImageStack stack = new ImageStack(SIDE, SIDE);
    stack.addSlice(nuclei.texture().label(), counts(gray(nuclei.image())));
    stack.addSlice(filaments.texture().label(), counts(gray(filaments.image())));
    final ImagePlus image = new ImagePlus("", stack);
    image.setDimensions(2, 1, 1);
    final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
    composite.setLuts(
        new LUT[] {
          range(LUT.createLutFromColor(Color.BLUE)), range(LUT.createLutFromColor(Color.GREEN))
        });
    calibrate(composite, MICRONS);
    files.put(name, composite);
    files.put(maskName(name, nuclei.texture()), structureOf(nuclei));
    files.put(maskName(name, filaments.texture()), structureOf(filaments));
  }

  private static LUT range(final LUT lut) {
    lut.min = OFFSET;
    lut.max = OFFSET + GAIN * 255;
    return lut;
  }

  private static TextureSample sample(final TextureClass texture, final long seed) {
    return Textures.sample(texture, seed, SIDE, SIDE);
  }

  private static ImagePlus structureOf(final TextureSample sample) {
    final boolean[] mask = new boolean[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = sample.structure()[i] > STRUCTURE;
    }
    return new ImagePlus("", mask(mask, SIDE));
  }

  private static ImagePlus image(final ImageProcessor pixels) {
    final ImagePlus image = new ImagePlus("", pixels);
    calibrate(image, MICRONS);
    return image;
  }

  static String maskName(final String image, final TextureClass texture) {
    final String label = texture.label().toLowerCase(Locale.ROOT).replace(' ', '-');
    return image.substring(0, image.lastIndexOf('.')) + "-mask-" + label + ".png";
  }

  static void calibrate(final ImagePlus image, final double microns) {
    final Calibration calibration = image.getCalibration();
    calibration.setUnit("micron");
    calibration.pixelWidth = microns;
    calibration.pixelHeight = microns;
  }

  static float[] gray(final Picture image) {
    return image.plane(0);
  }

  /** An image with a side of as many pixels as make a square. */
  static ByteProcessor bytes(final float[] values) {
    final int side = (int) Math.sqrt(values.length);
    final ByteProcessor bytes = new ByteProcessor(side, side);
    for (int i = 0; i < values.length; i++) {
      bytes.set(i, Math.round(values[i]));
    }
    return bytes;
  }

  /** A camera's counts: 16 for each of the 255 steps, above an offset of 100. */
  private static ShortProcessor counts(final float[] values) {
    final ShortProcessor counts = new ShortProcessor(SIDE, SIDE);
    for (int i = 0; i < values.length; i++) {
      counts.set(i, OFFSET + Math.round(GAIN * values[i]));
    }
    counts.setMinAndMax(OFFSET, OFFSET + GAIN * 255);
    return counts;
  }

  static ByteProcessor mask(final boolean[] mask, final int width) {
    final ByteProcessor bytes = new ByteProcessor(width, mask.length / width);
    for (int i = 0; i < mask.length; i++) {
      bytes.set(i, mask[i] ? 255 : 0);
    }
    return bytes;
  }
}
