package io.github.inceptionlens.atlas.truth;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How pure the cells of an atlas of generated textures are. */
final class CellPurity {

  private static final long SEED = 110_000_000;
  private static final int NEIGHBORS = 15;
  private static final int LEAST = 5;

  private final SampleEmbedding embedded;

  private CellPurity(final SampleEmbedding embedded) {
    this.embedded = embedded;
  }

  /**
   * What came of a division into cells.
   *
   * @param share of the vectors that are in a cell
   * @param purity the share of the commonest label in a cell, weighted by the cells' vectors
   */
  record Figures(int cells, double share, double purity) {}

  /**
   * Embeds places of textures, as many of each class.
   *
   * @param pictures of each class
   * @param side in pixels
   * @param folder for what is kept
   */
  static CellPurity of(
      final InceptionV1 network,
      final String layer,
      final int pictures,
      final int side,
      final Path folder) {
    final int classes = TextureClass.values().length;
    final List<View> views = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < classes * pictures; i++) {
      final TextureClass texture = TextureClass.values()[i % classes];
      views.add(View.of(Textures.sample(texture, SEED + i, side, side).image()));
      labels.add(texture.label());
    }
    final ActivationSample sample =
        new Samples(new FileCache(folder, ".safetensors", 10, Long.MAX_VALUE))
            .of(
                MemoryPictures.of(views, labels),
                network,
                network.architecture().layer(layer),
                new SampleRequest(2, SampleFrom.RANDOM, 1, 0, FloatEncoding.F32),
                "",
                Progress.NONE);
    return new CellPurity(
        SampleEmbedding.of(
            sample,
            "textures",
            new EmbeddingRequest(EmbeddingMethod.UMAP, NEIGHBORS, 0.05, VectorMetric.COSINE, 0),
            Progress.NONE));
  }

  int vectors() {
    return embedded.rows().length;
  }

  /** Of cells in that many squares. */
  Figures of(final CellKind kind, final int grid) {
    final AtlasCells atlas =
        AtlasCells.of(embedded, new CellRequest(kind, grid, LEAST, 0), Progress.NONE);
    final int members = atlas.cells().stream().mapToInt(AtlasCell::count).sum();
    final long pure = atlas.cells().stream().mapToLong(this::commonest).sum();
    return new Figures(atlas.cells().size(), (double) members / vectors(), (double) pure / members);
  }

  private long commonest(final AtlasCell cell) {
    return IntStream.of(cell.members())
        .mapToObj(member -> embedded.sample().image(embedded.rows()[member]).label())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
