package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.command.atlas.NamedEmbedding;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds which cells of one atlas of two collections are fuller in one than in the other. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Compare Collections...",
    description =
        "What a layer sees more of in one collection of images than in another: the cells of one"
            + " atlas of both, tested by permutation over whole groups, with crops of both sides.")
public final class CompareCollectionsCommand extends NetworkCommand implements NeedsNetwork {

  private static final int STEPS = 5;
  private static final String NAME = "Compare Collections: ";

  @Parameter(
      persist = false,
      label = "Treated images",
      style = "directory",
      description = "One side. " + ParameterTexts.IMAGES)
  private String treated = "stack";

  @Parameter(
      persist = false,
      label = "Control images",
      style = "directory",
      description = "The other side, of which no image is on the first. " + ParameterTexts.IMAGES)
  private String control = "";

  @Parameter(persist = false, label = "Group", description = GroupRule.DESCRIPTION)
  private String group = GroupRule.AUTO;

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Places per picture",
      min = "1",
      description = "How many places of each picture are drawn by the seed, at most.")
  private int per_picture = 50;

  @Parameter(
      persist = false,
      label = "Cells",
      choices = {"kmeans", "grid"},
      description =
          "kmeans: by directions in the layer's own space, which the map only places; grid: by the"
              + " squares of the map.")
  private String cells = CellKind.KMEANS.label();

  @Parameter(
      persist = false,
      label = "Grid",
      min = "1",
      max = "160",
      description = "Columns and rows of the map; kmeans has at most as many cells as squares.")
  private int grid = 8;

  @Parameter(
      persist = false,
      label = "Least vectors per cell",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "A cell of fewer vectors is none.")
  private int least = 5;

  @Parameter(
      persist = false,
      label = "Permutations",
      min = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How often sides are assigned anew to the groups at most; where there are no more ways,"
              + " all are gone through.")
  private int permutations = 1000;

  @Parameter(
      persist = false,
      label = "Level",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How often at most any cell is taken for different though none is, above 0 and below 1.")
  private double level = 0.05;

  @Parameter(
      persist = false,
      label = "Neighbors",
      min = "2",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How many nearest others of each vector the map keeps near.")
  private int neighbors = 50;

  @Parameter(
      persist = false,
      label = "Least distance",
      min = "0",
      max = "1",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "How near points may come to each other on the map, 0 to 1.")
  private double min_dist = 0.05;

  @Parameter(
      persist = false,
      label = "Metric",
      choices = {"cosine", "euclidean"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "How far vectors are from each other on the map: cosine compares directions, euclidean"
              + " strengths, too.")
  private String metric = VectorMetric.COSINE.label();

  @Parameter(
      persist = false,
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Of both sides together. " + ParameterTexts.LIMIT)
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
      description = "The same seed draws, lays out and permutes the same on one computer.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep as",
      description =
          "A name under which the embedding of both is kept with its vectors: a letter and up to 39"
              + " letters, digits and underscores; empty keeps it only until there is no room.")
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

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Compared Cells")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Atlas")
  private ImagePlus atlas;

  @Parameter(type = ItemIO.OUTPUT, label = "Crops")
  private ImagePlus crops;

  @Parameter(type = ItemIO.OUTPUT, label = "Difference")
  private ImagePlus difference;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("group") ? GroupRule.suggestions() : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("replace") || !name.isBlank();
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "name" -> NamedEmbedding.requireName(text);
      case "group" -> GroupRule.of(text);
      case "neighbors", "min_dist" -> embedding();
      case "level", "permutations" -> comparison();
      case "grid", "least" -> division();
      default -> super.check(key, value);
    }
  }

  private EmbeddingRequest embedding() {
    return new EmbeddingRequest(
        EmbeddingMethod.UMAP, neighbors, min_dist, VectorMetric.of(metric), seed);
  }

  private ComparisonRequest comparison() {
    return new ComparisonRequest(permutations, level, seed);
  }

  private CellRequest division() {
    return new CellRequest(CellKind.of(cells), grid, least, seed);
  }

  @Override
  protected void compute() {
    NamedEmbedding.requireName(name);
    final EmbeddingRequest embedding = embedding();
    final ComparisonRequest comparison = comparison();
    final CellRequest division = division();
    final GroupRule rule = GroupRule.of(group);
    withNetwork(
        (network, progress) -> {
          final Layer read = network.architecture().layer(layer);
          final ImageCollection<InputPicture> pictures =
              ComparedImages.of(treated, control, read, rule).limited(PictureLimit.of(limit), seed);
          final LearnedSample from = sample(pictures, network, read, progress.part(0, STEPS));
          final NamedEmbedding keeping = new NamedEmbedding(name.strip(), replace);
          final SampleEmbedding embedded = keeping.of(from, embedding, progress.part(1, STEPS));
          final ComparisonReport report =
              ComparisonReport.of(embedded, division, comparison, progress.part(2, STEPS));
          final Provenance provenance = report.provenance(provenance(network)).with("seed", seed);
          final String title = name.isBlank() ? layer : name.strip();
          final PlaceCrops cut = new PlaceCrops(report.vectors(), pictures, read);
          atlas =
              new DifferenceAtlas(report, cut)
                  .image(title + "-Compared", provenance, progress.part(STEPS - 2, STEPS));
          crops =
              new CellCrops(report, cut)
                  .image(title + "-Crops", provenance, progress.part(STEPS - 1, STEPS))
                  .orElse(null);
          difference = new DifferenceImage(report).image(title + "-Difference", provenance);
          table = report.table();
          notes =
              Stream.of(report.notes(), keeping.notes())
                  .flatMap(List::stream)
                  .map(NAME::concat)
                  .toList();
        });
  }

  private LearnedSample sample(
      final ImageCollection<InputPicture> pictures,
      final InceptionV1 network,
      final Layer read,
      final Progress progress) {
    try {
      return LearnedSample.of(
          pictures,
          network,
          read,
          new SampleRequest(per_picture, SampleFrom.RANDOM, margin, seed, FloatEncoding.F32),
          progress);
    } finally {
      looked(pictures);
    }
  }
}
