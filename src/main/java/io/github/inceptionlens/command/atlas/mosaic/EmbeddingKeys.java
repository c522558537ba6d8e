package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.atlas.EmbeddingSource;
import io.github.inceptionlens.command.atlas.NamedEmbedding;
import io.github.inceptionlens.command.atlas.ReadEmbedding;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that is about an embedding: one that was kept, or one that it makes. */
abstract class EmbeddingKeys extends NetworkCommand {

  @Parameter(
      required = false,
      persist = false,
      label = "Embedding",
      description =
          "The name of an embedding that Embed Activations... kept; empty makes one of the images or"
              + " the sample.")
  private String embedding = "";

  @Parameter(
      persist = false,
      label = "Images",
      style = "directory",
      description = "What is embedded, within the selection. " + ParameterTexts.IMAGES)
  private String images = "stack";

  @Parameter(
      required = false,
      persist = false,
      label = "Sample (.safetensors), instead of images",
      style = "open",
      description = ParameterTexts.SAMPLE)
  private String sample = "";

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Places per picture",
      min = "1",
      description = "How many places of each picture are drawn by the seed, at most.")
  private int per_picture = 1;

  @Parameter(
      persist = false,
      label = "Neighbors",
      min = "2",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How many nearest others of each vector the map keeps near: few show detail, many the"
              + " whole.")
  private int neighbors = 50;

  @Parameter(
      persist = false,
      label = "Least distance",
      min = "0",
      max = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How near points may come to each other, 0 to 1: small makes tight groups.")
  private double min_dist = 0.05;

  @Parameter(
      persist = false,
      label = "Metric",
      choices = {"cosine", "euclidean"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How far vectors are from each other: cosine compares directions, euclidean strengths, too.")
  private String metric = VectorMetric.COSINE.label();

  @Parameter(
      persist = false,
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.LIMIT)
  private String limit = PictureLimit.ALL;

  @Parameter(
      persist = false,
      label = "Units left out at the border",
      min = "0",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.MARGIN)
  private int margin = 1;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What places, map, centers and the first picture of icons are drawn from.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep as",
      description =
          "A name under which the embedding is kept: a letter and up to 39 letters, digits and"
              + " underscores; empty keeps it only until there is no room.")
  private String name = "";

  @Parameter(
      persist = false,
      label = "Replace what is there",
      description = "Whether another embedding of that name goes.")
  private boolean replace;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("embedding")
        ? Embeddings.standard().names().stream().map(one -> new Suggestion(one, "")).toList()
        : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "images", "per_picture", "limit", "margin" -> embedding.isBlank() && sample.isBlank();
      case "sample", "layer", "neighbors", "min_dist", "metric", "name" -> embedding.isBlank();
      case "replace" -> embedding.isBlank() && !name.isBlank();
      default -> true;
    };
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "name" -> requireName();
      case "neighbors", "min_dist" -> request();
      default -> super.check(key, value);
    }
  }

  final void requireName() {
    NamedEmbedding.requireName(name);
  }

  private EmbeddingRequest request() {
    return new EmbeddingRequest(
        EmbeddingMethod.UMAP, neighbors, min_dist, VectorMetric.of(metric), seed);
  }

  /** What everything is drawn by. */
  final long seed() {
    return seed;
  }

  /** Runs with the network, and the dictionary that the named embedding is of. */
  final void withOwnNetwork(final BiConsumer<InceptionV1, Progress> work) {
    final String own = embedding.isBlank() ? layer : ReadEmbedding.layer(embedding);
    withNetwork(
        (network, progress) ->
            ReadEmbedding.on(network, own, edited -> onEdited(edited, work, progress)));
  }

  private boolean onEdited(
      final InceptionV1 edited,
      final BiConsumer<InceptionV1, Progress> work,
      final Progress progress) {
    uses(edited.architecture());
    work.accept(edited, progress);
    return true;
  }

  /**
   * The embedding.
   *
   * @param say takes what is to be said about it
   */
  final SampleEmbedding embedded(
      final InceptionV1 network, final Consumer<List<String>> say, final Progress progress) {
    if (!embedding.isBlank()) {
      final SampleEmbedding kept = ReadEmbedding.of(embedding, network);
      NamedEmbedding.collection(kept.sample()).ifPresent(this::isAbout);
      return kept;
    }
    final Layer read = network.architecture().layer(layer);
    final EmbeddingSource source =
        new EmbeddingSource(
            images,
            sample,
            limit,
            new SampleRequest(per_picture, SampleFrom.RANDOM, margin, seed, FloatEncoding.F32));
    final LearnedSample from =
        source.vectors(
            network,
            read,
            new EmbeddingSource.Facts(this::isAbout, this::selects, this::looked),
            progress.part(0, 2));
    final NamedEmbedding keeping = new NamedEmbedding(name.strip(), replace);
    final SampleEmbedding made = keeping.of(from, request(), progress.part(1, 2));
    say.accept(keeping.notes());
    return made;
  }

  /** What results are named after. */
  final String title(final Layer read) {
    return kept().isEmpty() ? read.name() : kept();
  }

  /** The name under which the embedding is kept; empty for none. */
  final String kept() {
    return embedding.isBlank() ? name.strip() : embedding.strip();
  }

  /** What the paths of images are relative to; empty for images that were open. */
  static String collection(final SampleEmbedding embedded) {
    return NamedEmbedding.collection(embedded.sample()).orElse("");
  }
}
