package io.github.inceptionlens.atlas.cell;

import io.github.inceptionlens.atlas.embedding.Embedding;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The cells of an activation atlas, and where other vectors belong. The same embedding and request
 * give the same cells; an embedded vector is located in its own cell.
 *
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public final class AtlasCells {

  private final CellRequest request;
  private final Embedding embedding;
  private final int channels;
  private final UnitSquare square;
  private final float[] map;
  private final CellDivision division;
  private final List<AtlasCell> cells;
  private final int[] numbers;
  private final int[] own;

  private AtlasCells(
      final SampleEmbedding embedded,
      final CellRequest request,
      final float[] vectors,
      final Progress progress) {
    this.request = request;
    embedding = embedded.made().embedding();
    channels = embedded.sample().channels();
    final float[] places = embedding.places();
    square = UnitSquare.of(places);
    map = square.map(places);
    division =
        request.kind() == CellKind.GRID
            ? new SquareDivision(request.grid())
            : CenterDivision.of(vectors, embedding.order(), channels, request, progress);
    final int[] groups = division.of(vectors, map, progress);
    final List<int[]> members = members(groups, division.size());
    requireSome(members, groups.length);
    final int[][] squares = division.squares(members, map);
    cells = new ArrayList<>();
    numbers = new int[division.size()];
    Arrays.fill(numbers, -1);
    for (final int group : kept(members, squares)) {
      numbers[group] = cells.size();
      cells.add(cell(cells.size() + 1, squares[group], members.get(group), vectors));
    }
    own = Arrays.stream(groups).map(this::number).toArray();
  }

  /**
   * Divides embedded vectors.
   *
   * @throws UserError when every cell has fewer vectors than it must have; with the counts
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static AtlasCells of(
      final SampleEmbedding embedded, final CellRequest request, final Progress progress) {
    return new AtlasCells(embedded, request, embedded.sample().rows(embedded.rows()), progress);
  }

  private static List<int[]> members(final int[] groups, final int size) {
    final int[] counts = new int[size];
    Arrays.stream(groups).filter(group -> group >= 0).forEach(group -> counts[group]++);
    final List<int[]> members = new ArrayList<>();
    Arrays.stream(counts).forEach(count -> members.add(new int[count]));
    Arrays.fill(counts, 0);
    for (int i = 0; i < groups.length; i++) {
      if (groups[i] >= 0) {
        members.get(groups[i])[counts[groups[i]]++] = i;
      }
    }
    return members;
  }

  private void requireSome(final List<int[]> members, final int vectors) {
    final int largest = members.stream().mapToInt(one -> one.length).max().orElse(0);
    if (largest < request.least()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "every cell of the atlas has fewer vectors than least=%d: the fullest of %d holds %d of"
                  + " %d, so choose a smaller grid, a smaller least, more images or a larger"
                  + " per_picture",
              request.least(),
              members.stream().filter(one -> one.length > 0).count(),
              largest,
              vectors));
    }
  }

  /** The groups that are cells, by rows of the map. */
  private int[] kept(final List<int[]> members, final int[][] squares) {
    return IntStream.range(0, members.size())
        .filter(group -> members.get(group).length >= request.least())
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(group -> squares[group][1])
                .thenComparingInt(group -> squares[group][0]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private AtlasCell cell(
      final int number, final int[] at, final int[] members, final float[] vectors) {
    final double[] place = new double[2];
    final double[] sum = new double[channels];
    for (final int member : members) {
      place[0] += map[2 * member];
      place[1] += map[2 * member + 1];
      for (int c = 0; c < channels; c++) {
        sum[c] += vectors[member * channels + c];
      }
    }
    final float[] mean = new float[channels];
    for (int c = 0; c < channels; c++) {
      mean[c] = (float) (sum[c] / members.length);
    }
    return new AtlasCell(
        number, at[0], at[1], place[0] / members.length, place[1] / members.length, members, mean);
  }

  private int number(final int group) {
    return group < 0 ? -1 : numbers[group];
  }

  /** Which cells were asked for. */
  public CellRequest request() {
    return request;
  }

  /** The cells, by rows of the map. */
  public List<AtlasCell> cells() {
    return List.copyOf(cells);
  }

  /** Of each embedded vector the index of its cell in {@link #cells}; -1 for none. */
  public int[] cellOf() {
    return own.clone();
  }

  /** Where the embedded vectors lie on the map, [n, 2], from 0 to 1, y downward. */
  public float[] map() {
    return map.clone();
  }

  /** The same, without where other vectors belong. */
  public CellLayout layout() {
    return new CellLayout(request, cells, map.clone());
  }

  /**
   * Where other vectors belong.
   *
   * @param vectors [m, channel], in units of the activation
   * @return of each the index of its cell in {@link #cells}; -1 for none, and for a vector without
   *     a direction where directions are compared
   * @throws UserError when one holds what is no finite number
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public int[] locate(final float[] vectors, final Progress progress) {
    final int[] compared = compared(vectors);
    final float[] some = new float[compared.length * channels];
    for (int i = 0; i < compared.length; i++) {
      System.arraycopy(vectors, compared[i] * channels, some, i * channels, channels);
    }
    final int[] located = new int[vectors.length / channels];
    Arrays.fill(located, -1);
    final int[] groups = groups(some, progress);
    for (int i = 0; i < compared.length; i++) {
      located[compared[i]] = number(groups[i]);
    }
    return located;
  }

  private int[] compared(final float[] vectors) {
    final VectorMetric metric = embedding.request().metric();
    return IntStream.range(0, vectors.length / channels)
        .filter(row -> metric.compares(vectors, row * channels, channels))
        .toArray();
  }

  private int[] groups(final float[] vectors, final Progress progress) {
    return request.kind() == CellKind.GRID
        ? division.of(vectors, square.map(embedding.place(vectors, progress)), progress)
        : division.of(vectors, new float[0], progress);
  }
}
