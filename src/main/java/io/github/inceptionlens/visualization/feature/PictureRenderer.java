package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.visualization.objective.Penalties;
import io.github.inceptionlens.visualization.objective.Transparency;
import io.github.inceptionlens.visualization.parameterization.ColorDecorrelation;
import io.github.inceptionlens.visualization.parameterization.FourierParameters;
import io.github.inceptionlens.visualization.parameterization.GaussianArrays;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import io.github.inceptionlens.visualization.transform.TransformSampler;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** From the parameters of pictures to what the network is shown of them, step by step. */
public final class PictureRenderer {

  /** The standard deviation of the coefficients of random backgrounds. */
  private static final double BACKGROUND = 0.5;

  private static final float GRAY = 0.5f;
  private static final float WHITE = 255;

  /** The cover that a given picture starts with, before the sigmoid: nine tenths. */
  private static final float COVERING = (float) Math.log(9);

  private final NDManager manager;
  private final ImageParameters image;
  private final ColorDecorrelation colors;
  private final int copies;
  private final SplittableRandom random;
  private final TransformSampler mover;
  private final FourierParameters backdrop;
  private final NDArray probe;

  private NDArray companion;

  /**
   * @param manager keeps what lasts for the whole run
   * @param random what transforms and backgrounds are drawn from
   */
  public PictureRenderer(
      final NDManager manager,
      final ImageParameters image,
      final Transforms transforms,
      final SplittableRandom random) {
    this.manager = manager;
    this.image = image;
    this.colors = image.colors(manager);
    this.copies = transforms.copies();
    this.random = random;
    final PictureFormat format = image.format();
    this.backdrop =
        new FourierParameters(
            manager,
            new PictureFormat(format.width(), format.height(), 3, 1, 1),
            BACKGROUND,
            List.of(new SplittableRandom()));
    this.mover = TransformSampler.of(transforms, manager, format.width(), format.height());
    this.probe = manager.zeros(new Shape(format.pictures(), 3, format.height(), format.width()));
  }

  /** What the pictures are made of. */
  public List<NDArray> parameters() {
    return image.parameters();
  }

  /**
   * The parameters and, last, zeros that are added to the colors, [picture, 3, row, column]: their
   * derivatives are those of the pixels, 0 to 1.
   */
  List<NDArray> probed() {
    final List<NDArray> probed = new ArrayList<>(parameters());
    probed.add(probe);
    return probed;
  }

  boolean isTransparent() {
    return image.format().planes() > 3;
  }

  /**
   * Draws how the next step is shown, the same for all pictures.
   *
   * @param step how many steps were done before
   */
  public void draw(final int step) {
    mover.draw(random, step);
    if (isTransparent()) {
      final NDArray spectrum = backdrop.parameters().get(0);
      try (NDArray drawn =
          GaussianArrays.normal(manager, spectrum.getShape(), BACKGROUND, List.of(random))) {
        drawn.copyTo(spectrum);
      }
    }
  }

  /**
   * What the network is shown at this step: all pictures, as often as the transforms say.
   *
   * @param leaves copies of the parameters, probed or not
   */
  public Map<String, NDArray> moved(final List<NDArray> leaves) {
    final Map<String, NDArray> places = places(leaves, isTransparent() ? background(leaves) : null);
    places.replaceAll(
        (name, place) -> name.equals(Architecture.INPUT) ? mover.move(place) : repeated(place));
    return places;
  }

  private NDArray repeated(final NDArray place) {
    return copies == 1
        ? place
        : NDArrays.concat(new NDList(Collections.nCopies(copies, place).toArray(NDArray[]::new)));
  }

  /** The pictures as they are; where they are transparent, over gray. */
  public Map<String, NDArray> still(final List<NDArray> leaves) {
    return places(leaves, isTransparent() ? gray(leaves) : null);
  }

  private Map<String, NDArray> places(final List<NDArray> leaves, final NDArray background) {
    final int own = parameters().size();
    final NDArray planes = image.planes(leaves.subList(0, own));
    final NDArray plain = colors.of(isTransparent() ? Transparency.colors(planes) : planes);
    final NDArray picture = leaves.size() > own ? plain.add(leaves.get(own)) : plain;
    final Map<String, NDArray> places = new HashMap<>();
    places.put(Penalties.PICTURE, picture);
    if (background == null) {
      places.put(Architecture.INPUT, accompanied(picture));
    } else {
      final NDArray cover = Activation.sigmoid(Transparency.cover(planes));
      places.put(Transparency.NAME, cover);
      places.put(Architecture.INPUT, Transparency.over(picture, cover, background));
    }
    return places;
  }

  private NDArray gray(final List<NDArray> leaves) {
    return leaves.get(0).getManager().full(new Shape(1, 1, 1, 1), GRAY);
  }

  private NDArray background(final List<NDArray> leaves) {
    final NDManager scope = leaves.get(0).getManager();
    return colors.of(backdrop.planes(copies(backdrop.parameters(), scope)));
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
  public void start(final Picture picture) {
    start(Collections.nCopies(image.format().pictures(), picture));
  }

  /**
   * Begins each picture with one of its own.
   *
   * @param pictures one per picture, width x height x 3, values 0 to 255
   */
  public void start(final List<Picture> pictures) {
    try (NDManager scope = manager.newSubManager()) {
      final PictureFormat format = image.format();
      final NDList given = new NDList();
      pictures.forEach(picture -> given.add(array(picture, scope)));
      final NDList all = new NDList(colors.planes(NDArrays.concat(given)));
      if (isTransparent()) {
        all.add(
            scope.full(new Shape(format.pictures(), 1, format.height(), format.width()), COVERING));
      }
      image.paint(NDArrays.concat(all, 1));
    }
  }

  /**
   * Shows the network a given picture after the ones that are made, moved as they are.
   *
   * @param picture width x height x 3, values 0 to 255
   */
  void accompany(final Picture picture) {
    try (NDManager scope = manager.newSubManager()) {
      companion = array(picture, scope);
      companion.attach(manager);
    }
  }

  /** [1, 3, row, column], 0 to 1. */
  private NDArray array(final Picture picture, final NDManager scope) {
    final Shape plane = new Shape(1, 1, image.format().height(), image.format().width());
    final NDList planes = new NDList();
    for (int i = 0; i < 3; i++) {
      planes.add(scope.create(picture.plane(i), plane).div(WHITE));
    }
    return NDArrays.concat(planes, 1);
  }

  /**
   * The pictures as they are, or larger.
   *
   * @param magnification how many times larger they are drawn, where they can be
   * @return width x height x 3, or 4 with the cover, values 0 to 255
   */
  public List<Picture> pictures(final int magnification) {
    return magnification > 1 ? magnified(magnification) : pictures();
  }

  private List<Picture> magnified(final int factor) {
    final PictureFormat format = image.format();
    final List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < format.pictures(); i++) {
      final List<float[]> planes = image.magnified(i, factor, drawn -> colors.of(drawn).mul(WHITE));
      pictures.add(new Picture(format.width() * factor, format.height() * factor, planes));
    }
    return pictures;
  }

  /** The pictures as they are, at their own size. */
  public List<Picture> pictures() {
    try (NDManager scope = manager.newSubManager()) {
      final Map<String, NDArray> places = still(copies(parameters(), scope));
      final List<Picture> pictures = new ArrayList<>();
      for (int i = 0; i < image.format().pictures(); i++) {
        final List<float[]> planes = planes(places.get(Penalties.PICTURE), i);
        if (isTransparent()) {
          planes.addAll(planes(places.get(Transparency.NAME), i));
        }
        pictures.add(new Picture(image.format().width(), image.format().height(), planes));
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
