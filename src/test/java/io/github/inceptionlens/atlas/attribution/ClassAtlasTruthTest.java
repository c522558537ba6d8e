package io.github.inceptionlens.atlas.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.TextureSample;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The atlas of a class, on generated pictures of which the class is known. */
final class ClassAtlasTruthTest {

  private static final int PICTURES = 168;
  private static final int SIDE = 128;
  private static final long SEED = 3_000_000_000L;

  private static final class Count {
    private int own;
    private int all;
  }

  @Test
  void cellsOfAClassAreMostlyOfPicturesOfIt(@TempDir final Path folder) {
    final List<View> views = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      final TextureSample one = Textures.sample(SEED + i, SIDE);
      views.add(View.of(one.image()));
      labels.add(one.texture().label());
    }
    final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(views, labels);
    try (InceptionV1 network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures())) {
      final ActivationSample sample =
          new Samples(new FileCache(folder, ".safetensors", 10, 1 << 26))
              .of(
                  pictures,
                  network,
                  network.architecture().layer("mixed5a"),
                  new SampleRequest(4, SampleFrom.RANDOM, 0, 1, FloatEncoding.F32),
                  "",
                  Progress.NONE);
      final SampleEmbedding embedded =
          SampleEmbedding.of(
              sample,
              "vectors",
              new EmbeddingRequest(EmbeddingMethod.PCA, 15, 0.05, VectorMetric.COSINE, 1),
              Progress.NONE);
      final int[] rows = IntStream.range(0, embedded.rows().length).toArray();
      final ClassAttribution found =
          ClassAttribution.of(network, embedded, rows, pictures, Progress.NONE);
      final Count count = new Count();
      final ClassCells division = new ClassCells(embedded, 2, 2);
      for (final TextureClass texture : TextureClass.values()) {
        final int[] own = ClassRows.of(found, texture.ordinal(), 0);
        if (own.length >= 8) {
          final List<AtlasCell> cells = division.of(own, division.map(own));
          cells.forEach(cell -> add(count, cell, embedded, texture));
        }
      }
      final String figures =
          String.format(Locale.ROOT, "%d of %d members of cells", count.own, count.all);
      System.out.println("class atlases: " + figures + " are of pictures of the class");
      assertThat(count.all).isGreaterThan(100);
      assertThat((double) count.own / count.all).as(figures).isGreaterThan(0.5);
    }
  }

  private static void add(
      final Count count,
      final AtlasCell cell,
      final SampleEmbedding embedded,
      final TextureClass texture) {
    for (final int row : cell.members()) {
      final String label = embedded.sample().image(embedded.rows()[row]).label();
      count.own += label.equals(texture.label()) ? 1 : 0;
      count.all++;
    }
  }
}
