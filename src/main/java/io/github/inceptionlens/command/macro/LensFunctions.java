package io.github.inceptionlens.command.macro;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.ExtensionDescriptor;
import ij.macro.MacroExtension;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.service.LensService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The functions: each looks at the current slice of the current image. Texts come back as return
 * values and numbers in the last argument, for macros of ImageJ 1.54 get no arrays.
 */
final class LensFunctions implements MacroExtension {

  private static final String VALUE = "lensValue";
  private static final String TOP = "lensTopClass";
  private static final String STRONGEST = "lensStrongest";

  private final LensService lens;
  private final String network;

  private Picture seen;
  private String digest;
  private FeatureMap latest;

  LensFunctions(final LensService lens, final String network) {
    this.lens = lens;
    this.network = network;
  }

  @Override
  public ExtensionDescriptor[] getExtensionFunctions() {
    return new ExtensionDescriptor[] {
      new ExtensionDescriptor(
          VALUE, new int[] {ARG_STRING, ARG_NUMBER, ARG_NUMBER, ARG_NUMBER | ARG_OUTPUT}, this),
      new ExtensionDescriptor(TOP, new int[0], this),
      new ExtensionDescriptor(STRONGEST, new int[] {ARG_STRING, ARG_NUMBER, ARG_NUMBER}, this)
    };
  }

  /** Fails, as commands do, with one sentence that ends the macro. */
  @Override
  public String handleExtension(final String name, final Object[] arguments) {
    try {
      return lens.work(
          network,
          (inception, progress) ->
              NamedDictionaries.in(place(arguments))
                  .on(inception, edited -> call(edited, name, arguments)));
    } catch (final UserError e) {
      IJ.error("Inception Lens", name + ": " + e.getMessage());
      return "";
    }
  }

  /** The unit or layer that is asked for; ImageJ gives null where a function has no arguments. */
  private static String place(final Object[] arguments) {
    return arguments == null || arguments.length == 0 ? "" : (String) arguments[0];
  }

  private String call(final InceptionV1 inception, final String name, final Object[] arguments) {
    return switch (name) {
      case VALUE -> {
        ((Double[]) arguments[3])[0] =
            value(inception, (String) arguments[0], (Double) arguments[1], (Double) arguments[2]);
        yield "";
      }
      case STRONGEST ->
          strongest(inception, (String) arguments[0], (Double) arguments[1], (Double) arguments[2]);
      default -> topClass(inception);
    };
  }

  private double value(
      final InceptionV1 inception, final String text, final double x, final double y) {
    final Unit unit = Unit.parse(text);
    final Layer layer = inception.architecture().layer(unit.layer());
    final Unit known = layer.unit(unit.channel());
    return at(map(inception, layer, x, y), known.channel(), x, y);
  }

  private String strongest(
      final InceptionV1 inception, final String name, final double x, final double y) {
    final Layer layer = inception.architecture().layer(name);
    final FeatureMap map = map(inception, layer, x, y);
    int best = 0;
    for (int channel = 1; channel < layer.channels(); channel++) {
      best = at(map, channel, x, y) > at(map, best, x, y) ? channel : best;
    }
    return layer.unit(best).toString();
  }

  private static double at(
      final FeatureMap map, final int channel, final double x, final double y) {
    final Placement point = new Placement(1, 1, 1, 1, -x, -y);
    return Registration.ALIGNED.place(map.channel(channel), map.geometry(), point)[0];
  }

  /** The map of a layer on the current slice; looked at once while nothing changes. */
  private FeatureMap map(
      final InceptionV1 inception, final Layer layer, final double x, final double y) {
    final ImagePlus image = image();
    if (!(x >= 0 && y >= 0 && x < image.getWidth() && y < image.getHeight())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the place %s, %s lies outside \"%s\" (%d x %d pixels)",
              x,
              y,
              image.getTitle(),
              image.getWidth(),
              image.getHeight()));
    }
    final Picture picture =
        ImageInput.whole(image, InputRequest.ownSize()).frames().get(0).picture();
    if (latest == null
        || !latest.layer().equals(layer)
        || !inception.digest().equals(digest)
        || !isSame(picture, seen)) {
      latest = inception.run(picture, List.of(layer.name())).map(layer.name());
      digest = inception.digest();
      seen = picture;
    }
    return latest;
  }

  private static boolean isSame(final Picture one, final Picture other) {
    return one.width() == other.width() && Arrays.deepEquals(one.arrays(), other.arrays());
  }

  private static String topClass(final InceptionV1 inception) {
    final InputRequest request = new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.AUTO, false);
    final Picture picture = ImageInput.of(image(), request).frames().get(0).picture();
    return ClassRanking.of(inception, picture, 1).get(0).label();
  }

  private static ImagePlus image() {
    final ImagePlus image = WindowManager.getCurrentImage();
    if (image == null) {
      throw new UserError("no image is open: open one first");
    }
    return image;
  }
}
