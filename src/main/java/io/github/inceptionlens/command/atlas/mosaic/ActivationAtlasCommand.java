package io.github.inceptionlens.command.atlas.mosaic;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.mosaic.IconRequest;
import io.github.inceptionlens.atlas.mosaic.Whitening;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.atlas.AtlasMembers;
import io.github.inceptionlens.command.atlas.EmbeddingReport;
import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows what a layer sees in a whole collection, a picture for each cell of a map. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Activation Atlas...",
    description =
        "Shows at a glance what a layer sees in many images: places that the network sees as alike"
            + " lie together on a map, and each cell of it is the picture of what its places have in"
            + " common; cells lead back to the places.")
public final class ActivationAtlasCommand extends EmbeddingKeys implements NeedsNetwork {

  /** Looking at pictures again, and dividing places, are one of so many parts of the work each. */
  private static final int PARTS = 8;

  @Parameter(
      persist = false,
      label = "Cells",
      choices = {"grid", "kmeans"},
      description =
          "grid: the squares of the map; kmeans: groups of like vectors in the layer's own space,"
              + " which the map only places.")
  private String cells = CellKind.GRID.label();

  @Parameter(
      persist = false,
      label = "Grid (columns and rows)",
      description =
          "Columns of the map, and as many rows, 1 to 160; several, such as 10,20,40, are one"
              + " pyramid: zooming in shows finer cells.")
  private String grid = "20";

  @Parameter(
      persist = false,
      label = "Least vectors of a cell",
      min = "1",
      description = "Cells of fewer vectors are blank.")
  private int least = 5;

  @Parameter(
      required = false,
      persist = false,
      label = "Of a class, or of two",
      attrs = {@Attr(name = MacroKeys.ALIAS, value = "class"), @Attr(name = MacroKeys.ADVANCED)},
      description =
          "Only places that contribute to a class, such as 285 or nuclei; of two classes, such as"
              + " 281,285, the first at the right and the second at the left. Empty: all places.")
  private String classes = "";

  @Parameter(
      persist = false,
      label = "Steps",
      min = "1",
      description = "How often every icon is changed.")
  private int steps = IconRequest.STANDARD.steps();

  @Parameter(
      persist = false,
      label = "Size of an icon (pixels)",
      min = "16",
      max = "512",
      description = "Width and height of each icon in pixels, 16 to 512.")
  private int size = IconRequest.STANDARD.size();

  @Parameter(
      persist = false,
      label = "Whiten",
      description =
          "Show what a cell has apart from what all vectors have in common: icons differ more, and"
              + " show less of what the layer always sees.")
  private boolean whiten;

  @Parameter(
      persist = false,
      label = "Density sizes icons",
      description = "Draw an icon the smaller, the fewer vectors its cell has.")
  private boolean density;

  @Parameter(
      persist = false,
      label = "Shuffled data beside it",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Also make the atlas of shuffled data, each channel's values dealt out anew among the"
              + " vectors: what is seen there, too, is no structure of the images.")
  private boolean shuffled;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Atlas", attrs = @Attr(name = "pixels"))
  private ResultsTable table;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Atlas Places",
      attrs = {@Attr(name = "pixels"), @Attr(name = "name", value = "places")})
  private ResultsTable places;

  @Parameter(type = ItemIO.OUTPUT, label = "Density")
  private ImagePlus counts;

  @Parameter(type = ItemIO.OUTPUT, label = "Shuffled")
  private ImagePlus chance;

  @Parameter(type = ItemIO.OUTPUT, label = "Atlas")
  private ImagePlus atlas;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "grid" -> AtlasGrids.of(grid);
      case "steps", "size" -> icons();
      default -> super.check(key, value);
    }
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("shuffled") || classes.isBlank() ? super.isRead(key) : false;
  }

  private IconRequest icons() {
    return IconRequest.STANDARD.steps(steps).size(size).seed(seed());
  }

  @Override
  protected void compute() {
    requireName();
    final IconRequest icons = icons();
    final List<CellRequest> requests =
        AtlasGrids.of(grid).stream()
            .map(one -> new CellRequest(CellKind.of(cells), one, least, seed()))
            .toList();
    notes = new ArrayList<>();
    withOwnNetwork(
        (network, progress) -> {
          final SampleEmbedding embedded = embedded(network, this::say, progress.part(0, 2));
          final Progress second = progress.part(1, 2);
          final Optional<ClassAtlas> ofClasses =
              ClassAtlas.asked(classes, requests, network, embedded, second.part(0, PARTS));
          final Progress third = second.part(1, PARTS);
          final List<CellLayout> divided =
              requests.stream()
                  .map(
                      one ->
                          ofClasses
                              .map(atlasOf -> atlasOf.cells(one))
                              .orElseGet(() -> AtlasCells.of(embedded, one, third).layout()))
                  .toList();
          show(network, embedded, ofClasses, divided, icons, rest(second, 2));
        });
  }

  private void show(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final Optional<ClassAtlas> ofClasses,
      final List<CellLayout> divided,
      final IconRequest icons,
      final Progress progress) {
    final Layer read = network.architecture().layer(embedded.sample().layer());
    final AtlasGrid.Making making =
        new AtlasGrid.Making(
            network,
            read,
            whiten ? Optional.of(Whitening.of(embedded)) : Optional.empty(),
            icons,
            new DiskPictureCache(NetworkStore.standard().kept().pictures()),
            density);
    final CellClassNames names =
        CellClassNames.of(network, embedded, divided, seed(), progress.part(0, PARTS));
    final List<AtlasGrid> made = making.all(divided, rest(progress, 1));
    final EmbeddingReport report = new EmbeddingReport(embedded, Map.of());
    say(report.notes());
    made.forEach(one -> say(one.notes()));
    ofClasses.ifPresent(one -> say(one.notes()));
    say(names.notes());
    final AtlasMembers members = new AtlasMembers(embedded);
    final AtlasTables tables = new AtlasTables(divided, members, names, ofClasses);
    table = tables.cells();
    places = tables.places();
    final Provenance provenance = provenance(network, report, made);
    final Function<AtlasCell, Optional<String>> captions =
        cell -> ofClasses.map(one -> one.caption(network, cell));
    final AtlasImages shown =
        new AtlasImages(title(read), collection(embedded), members, captions, made, density, size);
    counts = shown.density(provenance);
    chance =
        shuffled && ofClasses.isEmpty()
            ? chance(embedded, making, divided, provenance, progress)
            : null;
    atlas = shown.atlas(ofClasses.isEmpty() ? kept() : "", provenance);
    final List<Integer> columns = divided.stream().map(one -> one.request().grid()).toList();
    PyramidCanvas.show(atlas, new AtlasPyramid(columns, atlas.getWidth()), counts);
  }

  /** The progress of all but the first parts of the work. */
  private static Progress rest(final Progress progress, final int first) {
    return (fraction, what) -> progress.at((first + (PARTS - first) * fraction) / PARTS, what);
  }

  /** The finest grid of shuffled data; nothing where they fill no cell. */
  private ImagePlus chance(
      final SampleEmbedding embedded,
      final AtlasGrid.Making making,
      final List<CellLayout> divided,
      final Provenance provenance,
      final Progress progress) {
    final CellRequest request = divided.get(divided.size() - 1).request();
    final LiveImage live = new LiveImage("Growing atlas of shuffled data");
    try {
      final SampleEmbedding dealt = ShuffledVectors.of(embedded, seed(), progress);
      final CellLayout found = AtlasCells.of(dealt, request, progress).layout();
      final AtlasGrid made = making.of(found, live, progress);
      made.notes().forEach(note -> say(List.of("shuffled data: " + note)));
      return new AtlasImages(
              title(making.layer()),
              "",
              new AtlasMembers(dealt),
              cell -> Optional.empty(),
              List.of(made),
              density,
              size)
          .mosaic("-Shuffled", provenance.with("data", "shuffled"));
    } catch (final UserError empty) {
      say(List.of("shuffled data: " + empty.getMessage()));
      return null;
    } finally {
      live.leave(null);
    }
  }

  private Provenance provenance(
      final InceptionV1 network, final EmbeddingReport report, final List<AtlasGrid> made) {
    return provenance(network)
        .with("method", "activation atlas")
        .with("vectors", report.counts())
        .with("quality", report.quality())
        .with("notes", String.join("; ", notes))
        .with("icons", made.stream().mapToInt(one -> one.icons().pictures().size()).sum())
        .with("size", size)
        .with("steps", steps)
        .with("whiten", whiten)
        .with("classes", classes.isBlank() ? "all" : classes)
        .with("seed", seed());
  }

  private void say(final List<String> lines) {
    lines.forEach(line -> notes.add("Activation Atlas: " + line));
  }
}
