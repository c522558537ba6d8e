package io.github.inceptionlens.visualization.dream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetBinding.Bound;
import io.github.inceptionlens.visualization.dream.RandomTiling.Piece;
import io.github.inceptionlens.visualization.objective.Penalties;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The derivative of an objective on pictures of one size, taken piece by piece, so that it needs no
 * more memory than a piece does. The objective is that of each piece by itself; a class is the
 * class of each piece.
 */
final class TiledGradient {

  private static final int COLORS = 3;
  private static final float WHITE = 255;

  private final InceptionV1 network;
  private final RandomTiling across;
  private final RandomTiling down;
  private final Bound bound;

  /**
   * @param tile the side of the largest piece
   * @throws io.github.inceptionlens.core.UserError when the objective cannot be bound to pictures
   *     of this size, or a piece is too large for the memory
   */
  TiledGradient(
      final InceptionV1 network,
      final Target objective,
      final int width,
      final int height,
      final int tile) {
    this.network = network;
    this.across = RandomTiling.of(width, tile);
    this.down = RandomTiling.of(height, tile);
    this.bound = TargetBinding.optimized(objective, network, across.window(), down.window(), 1);
    Gradients.check(network, request(), 1, across.window(), down.window());
  }

  private GradientRequest request() {
    return GradientRequest.pixels(bound.objective());
  }

  /** The objective in canonical form. */
  Target objective() {
    return bound.target();
  }

  /** The places of the network that the objective reads. */
  List<String> places() {
    return bound.objective().names();
  }

  /** By how many pixels a picture is rolled before it is shown; what leaves it comes back. */
  record Roll(int right, int down) {

    /** The picture as it is. */
    static final Roll NONE = new Roll(0, 0);

    /** A roll by at most so many pixels in each direction. */
    static Roll draw(final SplittableRandom random, final int most) {
      return new Roll(random.nextInt(-most, most + 1), random.nextInt(-most, most + 1));
    }
  }

  /**
   * The derivative on a rolled picture, rolled back.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param random what the cuts between pieces are drawn from
   * @return width x height x 3, up to a factor that is the same everywhere
   */
  MapStack of(
      final Picture picture,
      final Roll roll,
      final SplittableRandom random,
      final Progress progress) {
    final int size = across.length() * down.length();
    final MapStack gradient =
        new MapStack(
            across.length(),
            down.length(),
            List.of(new float[size], new float[size], new float[size]));
    final List<Piece> columns = across.draw(random);
    final List<Piece> rows = down.draw(random);
    for (int i = 0; i < rows.size() * columns.size(); i++) {
      progress.part(i, rows.size() * columns.size()).at(0, "");
      final Tile tile =
          new Tile(columns.get(i % columns.size()), rows.get(i / columns.size()), roll);
      tile.put(derivative(tile.cut(picture)), gradient);
    }
    return gradient;
  }

  private float[] derivative(final float[] values) {
    try (NDManager manager = network.newManager()) {
      final Shape shape = new Shape(1, COLORS, down.window(), across.window());
      final NDArray piece = manager.create(values, shape);
      return ParameterGradient.of(network, List.of(piece), TiledGradient::shown, request())
          .gradients()
          .get(0)
          .toFloatArray();
    }
  }

  private static Map<String, NDArray> shown(final List<NDArray> leaves) {
    return Map.of(Architecture.INPUT, leaves.get(0), Penalties.PICTURE, leaves.get(0));
  }

  /** A window of the rolled picture, and the part of it that counts. */
  private final class Tile {

    private final Piece columns;
    private final Piece rows;
    private final Roll roll;

    Tile(final Piece columns, final Piece rows, final Roll roll) {
      this.columns = columns;
      this.rows = rows;
      this.roll = roll;
    }

    /** Where a pixel of the rolled picture is in the picture. */
    private int place(final int column, final int row) {
      final int x = Math.floorMod(column - roll.right(), across.length());
      return Math.floorMod(row - roll.down(), down.length()) * across.length() + x;
    }

    /** All that the window sees, color by color, 0 to 1. */
    float[] cut(final Picture picture) {
      final float[] values = new float[COLORS * down.window() * across.window()];
      int i = 0;
      for (int color = 0; color < COLORS; color++) {
        final float[] plane = picture.plane(color);
        for (int row = 0; row < down.window(); row++) {
          for (int column = 0; column < across.window(); column++) {
            values[i++] = plane[place(columns.start() + column, rows.start() + row)] / WHITE;
          }
        }
      }
      return values;
    }

    /** Puts the window's values where the piece supplies them. */
    void put(final float[] values, final MapStack gradient) {
      for (int color = 0; color < COLORS; color++) {
        final float[] plane = gradient.plane(color);
        for (int row = rows.from(); row < rows.to(); row++) {
          final int line =
              (color * down.window() + row - rows.start()) * across.window() - columns.start();
          for (int column = columns.from(); column < columns.to(); column++) {
            plane[place(column, row)] = values[line + column];
          }
        }
      }
    }
  }
}
