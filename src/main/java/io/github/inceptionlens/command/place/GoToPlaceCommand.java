package io.github.inceptionlens.command.place;

import ij.ImagePlus;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceDisplay;
import io.github.inceptionlens.image.place.PlaceMark;
import java.util.List;
import java.util.stream.Stream;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens the image that a row of a table is of, with the place selected. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Go To Place...",
    description =
        "Opens the image that a row of a table or a crop of a montage is of, turns to its slice and"
            + " selects the place; or does so with a place that you name.")
public final class GoToPlaceCommand extends LensCommand {

  @Parameter(
      required = false,
      persist = false,
      label = "Table or montage",
      style = "open",
      description =
          "The title of an open table of Inception Lens, Results, the path of a table's CSV file, or"
              + " the title of a montage whose crops are of your images. Empty: the image below.")
  private String table = "";

  @Parameter(
      persist = false,
      label = "Row (or crop) number",
      min = "1",
      description = "Which row of the table, or which crop of the montage, from 1.")
  private int row = 1;

  @Parameter(
      required = false,
      persist = false,
      label = "Image",
      style = "open",
      description = "Without a table: the title of an open image, or the path of an image.")
  private String image = "";

  @Parameter(
      persist = false,
      label = "Slice",
      min = "0",
      description = "The slice of the image's stack, from 1; 0 for the one that is shown.")
  private int slice;

  @Parameter(
      required = false,
      persist = false,
      label = "X (pixels)",
      description = "The column of the place, from 0; empty selects nothing.")
  private String x = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Y (pixels)",
      description = "The row of the place, from 0; empty selects nothing.")
  private String y = "";

  @Override
  public List<Suggestion> suggestions(final String key) {
    final Stream<String> titles =
        switch (key) {
          case "table" -> PlaceTable.titles().stream();
          case "image" -> OpenImages.all().stream().map(ImagePlus::getTitle).distinct();
          default -> Stream.empty();
        };
    return titles.map(title -> new Suggestion(title, "")).toList();
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "table" -> true;
      case "row" -> !table.isBlank();
      default -> table.isBlank();
    };
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "table" -> {
        if (!table.isBlank()) {
          PlaceTable.named(key, table);
        }
      }
      case "image" -> requireImage();
      case "x", "y" -> mark();
      default -> super.check(key, value);
    }
  }

  @Override
  protected void compute() {
    if (table.isBlank()) {
      requireImage();
      PlaceDisplay.show(new ImagePlace("", image.strip(), slice, mark()));
    } else if (image.isBlank()) {
      PlaceTable.named("table", table).row(row).forEach(PlaceDisplay::show);
    } else {
      throw new UserError("table and image are given both: leave one of them out");
    }
  }

  private void requireImage() {
    if (image.isBlank()) {
      throw new UserError("image is empty, and so is table: name one of them");
    }
  }

  private PlaceMark mark() {
    return PlaceKeys.of(x, y)
        .map(at -> PlaceMark.pixels(at.getX(), at.getY()))
        .orElse(PlaceMark.NOTHING);
  }
}
