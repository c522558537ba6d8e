package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.inceptionlens.core.FloatImages;
import io.github.inceptionlens.network.Architecture;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** From the parameters of pictures to what the network is shown of them, step by step. */
final class Studio {

  /** The standard deviation of the coefficients of random backgrounds. */
  private static final double BACKGROUND = 0.5;

  private static final float GRAY = 0.5f;
  private static final float WHITE = 255;

  /** The cover that a given picture starts with, before the sigmoid: nine tenths. */
  private static final float COVERING = (float) Math.log(9);

  private final NDManager manager;
  private final Canvas canvas;
  private final Colours colours;
  private final Transforms transforms;
  private final SplittableRandom random;
  private final Mover mover;
  private final FourierCanvas backdrop;

  private NDArray companion;

  /**
   * @param manager keeps what lasts for the whole run
   * @param random what transforms and backgrounds are drawn from
   */
  Studio(
      final NDManager manager,
      final Canvas canvas,
      final Transforms transforms,
      final SplittableRandom random) {
    this.manager = manager;
    this.canvas = canvas;
    this.colours = new Colours(manager);
    this.transforms = transforms;
    this.random = random;
    final Format format = canvas.format();
    this.backdrop =
        new FourierCanvas(
            manager,
            new Format(format.width(), format.height(), 3, 1, 1),
            BACKGROUND,
            List.of(new SplittableRandom()));
    this.mover =
        new Mover(
            format.width(),
            format.height(),
            transforms.output(format.width()),
            transforms.output(format.height()));
  }

  List<NDArray> parameters() {
    return canvas.parameters();
  }

  boolean isTransparent() {
    return canvas.format().planes() > 3;
  }

  /** Draws how the next step is shown, the same for all pictures. */
  void draw() {
    if (!transforms.isIdentity()) {
      mover.follow(transforms.draw(random, canvas.format().width(), canvas.format().height()));
    }
    if (isTransparent()) {
      final NDArray spectrum = backdrop.parameters().get(0);
      try (NDArray drawn = Dice.normal(manager, spectrum.getShape(), BACKGROUND, List.of(random))) {
        drawn.copyTo(spectrum);
      }
    }
  }

  /** What the network is shown at this step. */
  Map<String, NDArray> moved(final List<NDArray> leaves) {
    final Map<String, NDArray> places = places(leaves, isTransparent() ? background(leaves) : null);
    if (!transforms.isIdentity()) {
      places.computeIfPresent(Architecture.INPUT, (name, picture) -> mover.move(picture));
    }
    return places;
  }

  /** The pictures as they are; where they are transparent, over gray. */
  Map<String, NDArray> still(final List<NDArray> leaves) {
    return places(leaves, isTransparent() ? gray(leaves) : null);
  }

  private Map<String, NDArray> places(final List<NDArray> leaves, final NDArray background) {
    final NDArray planes = canvas.planes(leaves);
    final Map<String, NDArray> places = new HashMap<>();
    if (background == null) {
      places.put(Penalties.PICTURE, colours.of(planes));
      places.put(Architecture.INPUT, accompanied(places.get(Penalties.PICTURE)));
    } else {
      final NDArray cover = Activation.sigmoid(Alpha.cover(planes));
      places.put(Penalties.PICTURE, colours.of(Alpha.colours(planes)));
      places.put(Alpha.NAME, cover);
      places.put(Architecture.INPUT, Alpha.over(places.get(Penalties.PICTURE), cover, background));
    }
    return places;
  }

  private NDArray gray(final List<NDArray> leaves) {
    return leaves.get(0).getManager().full(new Shape(1, 1, 1, 1), GRAY);
  }

  private NDArray background(final List<NDArray> leaves) {
    final NDManager scope = leaves.get(0).getManager();
    return colours.of(backdrop.planes(copies(backdrop.parameters(), scope)));
  }

  /** The input, followed by the companion where there is one. */
  private NDArray accompanied(final NDArray input) {
    return companion == null
        ? input
        : input.concat(copies(List.of(companion), input.getManager()).get(0));
  }

  private static List<NDArray> copies(final List<NDArray> arrays, final NDManager scope) {
    final List<NDArray> copies = new ArrayList<>();
    for (final NDArray array : arrays) {
      final NDArray copy = array.stopGradient();
      copy.attach(scope);
      copies.add(copy);
    }
    return copies;
  }

  /**
   * Begins all pictures with one.
   *
   * @param picture width x height x 3, values 0 to 255
   */
  void start(final PlanarImg<FloatType, FloatArray> picture) {
    try (NDManager scope = manager.newSubManager()) {
      final Format format = canvas.format();
      final NDList all = new NDList(colours.decorrelated(array(picture, scope)));
      if (isTransparent()) {
        all.add(scope.full(new Shape(1, 1, format.height(), format.width()), COVERING));
      }
      canvas.paint(NDArrays.concat(all, 1).broadcast(format.pixels()));
    }
  }

  /**
   * Shows the network a given picture after the ones that are made, moved as they are.
   *
   * @param picture width x height x 3, values 0 to 255
   */
  void accompany(final PlanarImg<FloatType, FloatArray> picture) {
    try (NDManager scope = manager.newSubManager()) {
      companion = array(picture, scope);
      companion.attach(manager);
    }
  }

  /** [1, 3, row, column], 0 to 1. */
  private NDArray array(final PlanarImg<FloatType, FloatArray> picture, final NDManager scope) {
    final Shape plane = new Shape(1, 1, canvas.format().height(), canvas.format().width());
    final NDList planes = new NDList();
    for (int i = 0; i < 3; i++) {
      planes.add(scope.create(FloatImages.plane(picture, i), plane).div(WHITE));
    }
    return NDArrays.concat(planes, 1);
  }

  /**
   * The pictures as they are.
   *
   * @return width x height x 3, or 4 with the cover, values 0 to 255
   */
  List<PlanarImg<FloatType, FloatArray>> pictures() {
    try (NDManager scope = manager.newSubManager()) {
      final Map<String, NDArray> places = still(copies(parameters(), scope));
      final List<PlanarImg<FloatType, FloatArray>> pictures = new ArrayList<>();
      for (int i = 0; i < canvas.format().pictures(); i++) {
        final List<float[]> planes = planes(places.get(Penalties.PICTURE), i);
        if (isTransparent()) {
          planes.addAll(planes(places.get(Alpha.NAME), i));
        }
        pictures.add(FloatImages.of(canvas.format().width(), canvas.format().height(), planes));
      }
      return pictures;
    }
  }

  private static List<float[]> planes(final NDArray pictures, final int index) {
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < pictures.getShape().get(1); plane++) {
      planes.add(pictures.get(index, plane).mul(WHITE).toFloatArray());
    }
    return planes;
  }
}
