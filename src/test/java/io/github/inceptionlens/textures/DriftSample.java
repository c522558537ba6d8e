package io.github.inceptionlens.textures;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import io.github.inceptionlens.textures.imaging.Camera;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** A time series of a scene that drifts through the view and bleaches, with its masks. */
final class DriftSample {

  private static final long SEED = 316;
  private static final int SIDE = 192;
  private static final int FRAMES = 5;
  private static final int STEP_X = 8;
  private static final int STEP_Y = 5;
  private static final double BLEACHING = 0.08;
  private static final double SECONDS = 2;
  private static final double MICRONS = 0.1;

  private final Scene scene =
      Scene.of(
          SEED,
          List.of(TextureClass.VESICLES, TextureClass.FILAMENTS),
          SIDE + (FRAMES - 1) * STEP_X,
          SIDE + (FRAMES - 1) * STEP_Y);

  private DriftSample() {}

  static Map<String, ImagePlus> files() {
    final DriftSample sample = new DriftSample();
    final Map<String, ImagePlus> files = new LinkedHashMap<>();
    files.put("drift.tif", series(sample::frame));
    for (final Scene.Region region : sample.scene.regions()) {
      final String name = TextureSampleImages.maskName("drift.tif", region.texture());
      files.put(name.replace(".png", ".tif"), series(frame -> sample.mask(region.mask(), frame)));
    }
    return files;
  }

  private static ImagePlus series(final IntFunction<ImageProcessor> frames) {
    final ImageStack stack = new ImageStack(SIDE, SIDE);
    for (int frame = 0; frame < FRAMES; frame++) {
      stack.addSlice("t = " + (int) (frame * SECONDS) + " s", frames.apply(frame));
    }
    final ImagePlus image = new ImagePlus("", stack);
    image.setDimensions(1, 1, FRAMES);
    image.setOpenAsHyperStack(true);
    TextureSampleImages.calibrate(image, MICRONS);
    image.getCalibration().frameInterval = SECONDS;
    image.getCalibration().setTimeUnit("sec");
    return image;
  }

  private ImageProcessor frame(final int frame) {
    final float[] structure = new float[SIDE * SIDE];
    for (int i = 0; i < structure.length; i++) {
      structure[i] = scene.structure()[place(i, frame)];
    }
    final Camera camera = new Camera(nuisance(frame), SIDE, SIDE, SEED + frame);
    return TextureSampleImages.bytes(TextureSampleImages.gray(camera.expose(structure)));
  }

  private ImageProcessor mask(final boolean[] whole, final int frame) {
    final boolean[] mask = new boolean[SIDE * SIDE];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = whole[place(i, frame)];
    }
    return TextureSampleImages.mask(mask, SIDE);
  }

  /** The scene's pixel that a pixel of a frame shows. */
  private int place(final int pixel, final int frame) {
    final int x = pixel % SIDE + frame * STEP_X;
    final int y = pixel / SIDE + frame * STEP_Y;
    return y * (int) scene.image().dimension(0) + x;
  }

  /** As the scene was taken, but with an even background and dimmer from frame to frame. */
  private Nuisance nuisance(final int frame) {
    final Nuisance n = scene.nuisance();
    return new Nuisance(
        n.background(),
        n.contrast() * (1 - BLEACHING * frame),
        n.darkOnBright(),
        n.shade(),
        n.coloring(),
        n.hue(),
        n.stain(),
        n.counterstain(),
        n.blur(),
        0,
        n.illumination(),
        n.lightTurns(),
        n.photons(),
        n.readNoise());
  }
}
