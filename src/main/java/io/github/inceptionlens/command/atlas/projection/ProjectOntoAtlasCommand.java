package io.github.inceptionlens.command.atlas.projection;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.projection.CellProjection;
import io.github.inceptionlens.atlas.projection.ProjectedCells;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.atlas.ReadEmbedding;
import io.github.inceptionlens.command.atlas.link.CellLink;
import io.github.inceptionlens.command.atlas.link.LinkedWindows;
import io.github.inceptionlens.command.atlas.link.MemberCrops;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Puts an atlas back onto images: the cell of every place. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Project Onto Atlas...",
    description =
        "Shows in which cell of an activation atlas every place of your images lies, as a label"
            + " image in the atlas's colors, and measures how much of each image some cells take.")
public final class ProjectOntoAtlasCommand extends CollectionCommand {

  @Parameter(
      required = false,
      persist = false,
      label = "Embedding",
      description =
          "The name of an embedding that Embed Activations... or Activation Atlas... kept.")
  private String embedding = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Picture of the atlas, instead of an embedding",
      description =
          "The title of an open atlas of a kept embedding; what is selected on it is measured.")
  private String atlas = "";

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
      min = "1",
      max = "160",
      description = "Columns of the map, and as many rows, 1 to 160.")
  private int grid = 20;

  @Parameter(
      persist = false,
      label = "Least vectors of a cell",
      min = "1",
      description = "A cell of fewer vectors is none: places that fall in it have no cell.")
  private int least = 5;

  @Parameter(
      required = false,
      persist = false,
      label = "Cells that are measured",
      description =
          "Numbers of cells such as 3,7-9, measured together; empty for what is selected on the"
              + " picture of the atlas, or else every cell by itself.")
  private String selection = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for crops",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "An empty folder that takes a crop of each picture for what is measured, in a folder for"
              + " the selection or for each cell; empty for none.")
  private String folder = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Labels and masks: a folder for them",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "An empty folder that takes a label image of each image, and a mask of each selection, as"
              + " TIFF files; empty for none.")
  private String labels = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Atlas Areas")
  private ResultsTable areas;

  @Parameter(type = ItemIO.OUTPUT, label = "Colors")
  private ImagePlus legend;

  @Parameter(type = ItemIO.OUTPUT, label = "Colored Cells")
  private List<ImagePlus> colored;

  @Parameter(type = ItemIO.OUTPUT, label = "Selected Cells")
  private List<ImagePlus> masks;

  @Parameter(type = ItemIO.OUTPUT, label = "Cells")
  private List<ImagePlus> numbered;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("embedding")
        ? Embeddings.standard().names().stream().map(one -> new Suggestion(one, "")).toList()
        : super.suggestions(key);
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "embedding", "cells", "grid", "least" -> atlas.isBlank();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("grid") || key.equals("least")) {
      request();
    }
    super.check(key, value);
  }

  private CellRequest request() {
    return new CellRequest(CellKind.of(cells), grid, least, seed());
  }

  private ChosenAtlas chosen() {
    if (!atlas.isBlank()) {
      return ChosenAtlas.shownBy(atlas.strip());
    }
    if (embedding.isBlank()) {
      throw new UserError(
          "embedding is empty: name one that Embed Activations... kept, or an open atlas (atlas)");
    }
    return new ChosenAtlas(embedding.strip(), request(), Optional.empty());
  }

  @Override
  protected void compute() {
    legend = null;
    final ChosenAtlas chosen = chosen();
    final String layer = ReadEmbedding.layer(chosen.embedding());
    withNetwork(
        (network, progress) ->
            ReadEmbedding.on(
                network,
                layer,
                edited -> {
                  uses(edited.architecture());
                  project(edited, chosen, progress);
                  return this;
                }));
  }

  private void project(
      final InceptionV1 network, final ChosenAtlas chosen, final Progress progress) {
    final SampleEmbedding embedded = ReadEmbedding.of(chosen.embedding(), network);
    final Layer layer = network.architecture().layer(embedded.sample().layer());
    final ImageCollection<InputPicture> pictures =
        collection(Fit.OWN_SIZE, (image, asked) -> ImageInput.inside(image, asked, layer));
    selects(Optional.empty());
    final AtlasCells divided = AtlasCells.of(embedded, chosen.request(), progress.part(0, 2));
    final CellLayout layout = divided.layout();
    final List<NamedCells> named = chosen.selected(selection, layout.cells());
    final Provenance made = provenance(network).with("projected", words(chosen));
    final AtlasAreas measured = new AtlasAreas(layout.cells().size(), named);
    final CellImages images = new CellImages(layout, named, where(pictures), made);
    final Optional<CropFolder> crops = crops(pictures, named);
    final CellProjection projection = CellProjection.of(network, layer.name(), divided);
    final HeldProgress looking = new HeldProgress(progress.part(1, 2));
    final boolean selected = isOfASelection();
    try {
      pictures.forEach(
          picture -> {
            final ProjectedCells found = projection.of(picture.view(), looking.held());
            final int[] numbers = found.in(picture.view());
            measured.add(picture, numbers);
            images.add(picture, numbers);
            crops.ifPresent(one -> one.add(picture, found));
          },
          looking);
      images.finish();
    } finally {
      looked(pictures);
    }
    areas = measured.table();
    show(chosen, layout, images, made);
    if (selected) {
      chosen.mark(legend, layout.cells(), measured.occurring());
    }
    LinkedWindows.open(
        new CellLink(chosen.embedding(), layout),
        images.linked(),
        () -> new MemberCrops(embedded, layout, layer));
  }

  private CellImages.Where where(final ImageCollection<InputPicture> pictures) {
    final boolean isShown =
        !pictures.isOfFiles() && pictures.images().size() <= CellImages.MOST_SHOWN;
    if (!isShown && !pictures.isOfFiles() && labels.isBlank()) {
      note(
          String.format(
              Locale.ROOT,
              "%s: label images of more than %d open images are not shown: name a folder (labels)",
              name(),
              CellImages.MOST_SHOWN));
    }
    return new CellImages.Where(
        isShown,
        labels.isBlank() ? Optional.empty() : Optional.of(ResultFolder.empty("labels", labels)),
        pictures.images());
  }

  private Optional<CropFolder> crops(
      final ImageCollection<InputPicture> pictures, final List<NamedCells> named) {
    final String collection = pictures.isOfFiles() ? pictures.name() : "";
    return folder.isBlank()
        ? Optional.empty()
        : Optional.of(new CropFolder(folder, collection, named));
  }

  private void show(
      final ChosenAtlas chosen,
      final CellLayout layout,
      final CellImages images,
      final Provenance made) {
    if (atlas.isBlank()) {
      legend = new CellColors(layout).legend(chosen.embedding(), made);
    }
    colored = images.colored();
    masks = images.masks();
    numbered = images.labels();
    note(
        String.format(
            Locale.ROOT,
            "%s: %,d cells of %,d vectors (%s); 0 is no cell",
            name(),
            layout.cells().size(),
            layout.held(),
            chosen.request().words()));
  }

  private boolean isOfASelection() {
    return UserImages.isStack(images()) && UserImages.current("images").getRoi() != null;
  }

  private static String words(final ChosenAtlas chosen) {
    return chosen.embedding() + ", " + chosen.request().words();
  }
}
