package io.github.inceptionlens.command.atlas.comparison;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.comparison.CellComparison;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.atlas.comparison.GroupPart;
import io.github.inceptionlens.atlas.embedding.Embedding;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingQuality;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.SceneRecipe;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Scenes of usual structures on two sides, in a tenth of which on the treated side one more
 * structure is painted into a region that is empty in all others.
 */
public final class PlantedScenes {

  /** What may be on both sides. */
  static final List<TextureClass> USUAL =
      List.of(
          TextureClass.NUCLEI, TextureClass.PUNCTA, TextureClass.FILAMENTS, TextureClass.GRAINS);

  /** Of so many treated pictures one shows what no control shows. */
  static final int ONE_OF = 10;

  /** A crop shows the structure that covers at least this part of it. */
  private static final double SHOWN = 0.1;

  private static final int SIDE = 160;
  private static final int STRUCTURES = 2;
  private static final int NEIGHBORS = 15;
  private static final int LEAST = 5;
  private static final int EACH = 5;

  private final List<Picture> pictures = new ArrayList<>();
  private final List<String> sides = new ArrayList<>();
  private final List<boolean[]> masks = new ArrayList<>();

  /**
   * Draws scenes.
   *
   * @param count on each side
   * @param seed of the first
   */
  public PlantedScenes(final TextureClass planted, final int count, final long seed) {
    for (int i = 0; i < 2 * count; i++) {
      final boolean treated = i < count;
      final List<TextureClass> classes =
          new ArrayList<>(SceneRecipe.draw(seed + i, USUAL).subList(0, STRUCTURES));
      classes.add(planted);
      final SceneRecipe recipe = SceneRecipe.of(seed + i, classes, SIDE, SIDE);
      final boolean shows = treated && i % ONE_OF == 0;
      final Scene scene = (shows ? recipe : recipe.without(List.of(planted))).scene();
      pictures.add(scene.image());
      sides.add(treated ? ComparedImages.TREATED : ComparedImages.CONTROL);
      masks.add(
          scene.regions().stream()
              .filter(region -> region.texture() == planted)
              .map(Scene.Region::mask)
              .findFirst()
              .orElseGet(() -> new boolean[SIDE * SIDE]));
    }
  }

  /** Writes them as {@code treated/0.tif} and so on, and those of the other side. */
  public void write(final Path folder) throws IOException {
    Files.createDirectories(folder.resolve(ComparedImages.TREATED));
    Files.createDirectories(folder.resolve(ComparedImages.CONTROL));
    for (int i = 0; i < pictures.size(); i++) {
      final Path file = folder.resolve(sides.get(i)).resolve(i + ".tif");
      IJ.saveAsTiff(new ImagePlus("", PictureStack.colors(pictures.get(i))), file.toString());
    }
  }

  /** Whether the structure covers a tenth or more of a rectangle of a picture. */
  public boolean shows(final int picture, final Rectangle part) {
    final Rectangle seen = part.intersection(new Rectangle(SIDE, SIDE));
    int shown = 0;
    for (int y = seen.y; y < seen.y + seen.height; y++) {
      for (int x = seen.x; x < seen.x + seen.width; x++) {
        shown += masks.get(picture)[y * SIDE + x] ? 1 : 0;
      }
    }
    return shown >= SHOWN * seen.width * seen.height;
  }

  /**
   * The pictures, seen by a layer at places drawn by the seed.
   *
   * @param folder of these scenes alone
   */
  Seen seen(
      final InceptionV1 network, final String layer, final int perPicture, final Path folder) {
    final ActivationSample sample =
        new Samples(new FileCache(folder, ".safetensors", 10, Long.MAX_VALUE))
            .of(
                MemoryPictures.of(pictures.stream().map(View::of).toList(), sides),
                network,
                network.architecture().layer(layer),
                new SampleRequest(perPicture, SampleFrom.RANDOM, 1, 0, FloatEncoding.F32),
                "",
                Progress.NONE);
    final int field =
        Geometry.of(network.architecture().layer(layer), SIDE, SIDE).x().receptiveField();
    return new Seen(new ComparedVectors(placed(sample)), field);
  }

  /** Cells by k-means lie in the layer's own space; where they are drawn is told by no map here. */
  private static SampleEmbedding placed(final ActivationSample sample) {
    final long[] rows =
        LongStream.range(0, sample.size())
            .filter(row -> VectorMetric.COSINE.compares(sample.row(row), 0, sample.channels()))
            .toArray();
    final Embedding nowhere =
        Embedding.kept(
            sample.rows(rows),
            sample.channels(),
            new EmbeddingRequest(EmbeddingMethod.PCA, NEIGHBORS, 0.05, VectorMetric.COSINE, 0),
            IntStream.range(0, rows.length).toArray(),
            new float[2 * rows.length]);
    final EmbeddingQuality unknown = new EmbeddingQuality(0, 0, rows.length, 0, 0);
    return new SampleEmbedding(
        sample, rows, new Embedding.Made(nowhere, unknown, unknown), List.of());
  }

  /** The vectors of both sides. */
  final class Seen {

    private final ComparedVectors vectors;
    private final int field;

    /**
     * @param field pixels that a unit sees
     */
    private Seen(final ComparedVectors vectors, final int field) {
      this.vectors = vectors;
      this.field = field;
    }

    AtlasCells cells(final int grid) {
      return AtlasCells.of(
          vectors.embedded(), new CellRequest(CellKind.KMEANS, grid, LEAST, 0), Progress.NONE);
    }

    /** The comparison of both sides, every picture by itself. */
    Found compared(final AtlasCells cells, final ComparisonRequest request) {
      final boolean[] treated = new boolean[vectors.size()];
      for (int i = 0; i < treated.length; i++) {
        treated[i] = vectors.isTreated(i);
      }
      return new Found(new ComparisonReport(vectors, cells, compared(cells, treated, request)));
    }

    /**
     * Whether any cell differs between two halves of all pictures that chance draws. Cells know
     * nothing of sides, so that they are the same for all halves.
     */
    boolean errs(final AtlasCells cells, final ComparisonRequest request, final long seed) {
      final List<Boolean> halves =
          new ArrayList<>(
              IntStream.range(0, pictures.size()).mapToObj(i -> i < pictures.size() / 2).toList());
      Collections.shuffle(halves, new Random(seed));
      final boolean[] treated = new boolean[vectors.size()];
      for (int i = 0; i < treated.length; i++) {
        treated[i] = halves.get(vectors.place(i).image());
      }
      final CellComparison comparison = compared(cells, treated, request);
      return IntStream.range(0, cells.cells().size()).anyMatch(comparison::differs);
    }

    private CellComparison compared(
        final AtlasCells cells, final boolean[] treated, final ComparisonRequest request) {
      final List<String> pictures =
          IntStream.range(0, vectors.size()).mapToObj(i -> vectors.image(i).path()).toList();
      return CellComparison.of(
          GroupPart.of(pictures, treated, cells.cellOf()),
          cells.cells().size(),
          request,
          Progress.NONE);
    }

    /** What came of it. */
    final class Found {

      private final ComparisonReport report;

      private Found(final ComparisonReport report) {
        this.report = report;
      }

      /** The cells that are fuller on the treated side. */
      List<Integer> fuller() {
        return report.differing().stream()
            .filter(cell -> report.comparison().cells().get(cell).difference() > 0)
            .toList();
      }

      /** How many cells differ. */
      int differing() {
        return report.differing().size();
      }

      /** The part of the treated crops of some cells that show the structure; NaN of no cell. */
      double showing(final List<Integer> cells) {
        return cells.stream()
            .map(report.atlas().cells()::get)
            .flatMap(cell -> new NearestMembers(vectors).of(cell, true, EACH).stream())
            .mapToInt(member -> shows(vectors.place(member)) ? 1 : 0)
            .average()
            .orElse(Double.NaN);
      }

      /** The same of all treated places. */
      double showing() {
        return IntStream.range(0, vectors.size())
            .filter(vectors::isTreated)
            .map(member -> shows(vectors.place(member)) ? 1 : 0)
            .average()
            .orElseThrow();
      }

      private boolean shows(final SampledPlace place) {
        return PlantedScenes.this.shows(
            place.image(),
            new Rectangle(place.x() - field / 2, place.y() - field / 2, field, field));
      }
    }
  }
}
