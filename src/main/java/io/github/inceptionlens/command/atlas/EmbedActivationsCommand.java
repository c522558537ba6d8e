package io.github.inceptionlens.command.atlas;

import ij.gui.Plot;
import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Lays out what a layer gives at places of many images, so that what is alike lies together. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Embed Activations...",
    description =
        "Lays out what a layer gives at places of many images in two dimensions (UMAP or PCA), so"
            + " that what the network sees as alike lies together: a plot and a table whose rows"
            + " lead back to the places.")
public final class EmbedActivationsCommand extends NetworkCommand implements NeedsNetwork {

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
      label = "Method",
      choices = {"umap", "pca"},
      description =
          "umap: by neighbors, which stay neighbors; pca: by the two directions of largest variance.")
  private String method = EmbeddingMethod.UMAP.label();

  @Parameter(
      persist = false,
      label = "Neighbors",
      min = "2",
      description =
          "How many nearest others of each vector umap keeps near: few show detail, many the whole.")
  private int neighbors = 50;

  @Parameter(
      persist = false,
      label = "Least distance",
      min = "0",
      max = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How near points may come to each other in umap, 0 to 1: small makes tight groups.")
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
      label = "Color by",
      attrs = @Attr(name = MacroKeys.UNITS),
      description =
          "label: of the picture (its folder, or a table's column); picture; or the value of a unit"
              + " of the layer, or of a dictionary that reads it, such as mixed4c:447.")
  private String color = PointColor.LABEL;

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
      description = "The same seed draws and lays out the same on one computer.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep as",
      description =
          "A name under which the embedding is kept with its vectors: a letter and up to 39 letters,"
              + " digits and underscores; empty keeps it only until there is no room.")
  private String name = "";

  @Parameter(
      persist = false,
      label = "Replace what is there",
      description = "Whether another embedding of that name goes.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Embedding", attrs = @Attr(name = "pixels"))
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Embedding Figures",
      attrs = @Attr(name = "name", value = "figures"))
  private ResultsTable figures;

  @Parameter(type = ItemIO.OUTPUT, label = "Embedding")
  private Plot plot;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("color")
        ? List.of(
            new Suggestion(PointColor.LABEL, "what the picture is said to show"),
            new Suggestion(PointColor.PICTURE, "which picture it is of"))
        : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "images", "per_picture", "limit", "margin" -> sample.isBlank();
      case "neighbors", "min_dist" -> method.equalsIgnoreCase(EmbeddingMethod.UMAP.label());
      case "replace" -> !name.isBlank();
      default -> true;
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "name" -> NamedEmbedding.requireName(text);
      case "color" -> PointColor.of(text);
      case "neighbors", "min_dist" -> request();
      default -> super.check(key, value);
    }
  }

  private EmbeddingRequest request() {
    return new EmbeddingRequest(
        EmbeddingMethod.of(method), neighbors, min_dist, VectorMetric.of(metric), seed);
  }

  @Override
  protected void compute() {
    NamedEmbedding.requireName(name);
    final EmbeddingRequest request = request();
    final PointColor colored = PointColor.of(color);
    withNetwork(
        (network, progress) -> {
          final Layer read = network.architecture().layer(layer);
          final LearnedSample from =
              source()
                  .vectors(
                      network,
                      read,
                      new EmbeddingSource.Facts(this::isAbout, this::selects, this::looked),
                      progress.part(0, 2));
          final NamedEmbedding keeping = new NamedEmbedding(name.strip(), replace);
          final SampleEmbedding embedded = keeping.of(from, request, progress.part(1, 2));
          show(embedded, colored, new VectorUnits(network, read));
          notes.addAll(keeping.notes().stream().map(this::line).toList());
        });
  }

  private EmbeddingSource source() {
    return new EmbeddingSource(
        images,
        sample,
        limit,
        new SampleRequest(per_picture, SampleFrom.RANDOM, margin, seed, FloatEncoding.F32));
  }

  private void show(
      final SampleEmbedding embedded, final PointColor colored, final VectorUnits units) {
    final Optional<float[]> values =
        colored.unit().map(unit -> units.of(unit, embedded.sample().rows(embedded.rows())));
    final EmbeddingReport report =
        new EmbeddingReport(
            embedded, values.map(found -> Map.of(color.strip(), found)).orElse(Map.of()));
    final List<PointGroup> groups =
        values
            .map(PointGroups::valued)
            .orElseGet(
                () -> PointGroups.named(colored.isPicture() ? report.pictures() : report.labels()));
    final Provenance provenance =
        provenance(units.network())
            .with("method", embedded.made().embedding().request().words())
            .with("vectors", report.counts())
            .with("quality", report.quality())
            .with("seed", seed);
    table = report.table();
    figures = report.figures();
    plot =
        new EmbeddingPlot(
                (name.isBlank() ? units.layer().name() : name.strip()) + "-Embedding",
                embedded.made().embedding().points(),
                groups,
                report.quality())
            .plot(provenance);
    notes = new ArrayList<>(report.notes().stream().map(this::line).toList());
  }

  private String line(final String note) {
    return "Embed Activations: " + note;
  }
}
