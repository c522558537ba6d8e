package io.github.inceptionlens.command.reading;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.map.CasePicture;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.reading.Blinding;
import io.github.inceptionlens.reading.Reading;
import io.github.inceptionlens.reading.ReadingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shuffles maps for a reader who is not to know which method made them. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Blinded Reading...",
    description =
        "Shuffles the slices of an image, or all open images, into anonymous cases with a sheet to"
            + " fill; what they are goes into a separate key file.")
public final class BlindedReadingCommand extends LensCommand {

  private static final String AUTO = "auto";

  @Parameter private ImagePlus image;

  @Parameter(
      persist = false,
      label = "Pictures from",
      choices = {"stack", "open"},
      description = "Which pictures: this image's slices, or the slices of all open images.")
  private String from = "stack";

  @Parameter(
      persist = false,
      label = "Appearance",
      choices = {"alike", "shown"},
      description =
          "alike shows all maps in the same colors, each from zero to its own 99th percentile;"
              + " shown leaves them their own. Color images and overlays are always as they are"
              + " shown.")
  private String look = "alike";

  @Parameter(
      required = false,
      persist = false,
      label = "Image shown beside",
      description =
          "The title of an open image, shown at the left of every map: one slice for all, or one"
              + " for each.")
  private String beside = "";

  @Parameter(
      persist = false,
      label = "Repeated cases",
      min = "0",
      description = "How many pictures are shown twice, to learn whether the reader agrees.")
  private int repeats;

  @Parameter(
      persist = false,
      label = "Questions (one per column)",
      description = "The sheet's questions, with commas between; each is answered with yes or no.")
  private String columns = "Points at lesion";

  @Parameter(
      persist = false,
      label = "Random seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What the order is drawn from; auto draws a new one. The key file tells it.")
  private String seed = AUTO;

  @Parameter(
      required = false,
      persist = false,
      label = "Key (CSV file)",
      style = "save",
      description =
          "The file that tells what the cases are (.csv). It must not exist yet, unless it is the one"
              + " of the same reading with the same seed.")
  private String key = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Sheet (CSV file)",
      style = "save",
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Cases")
  private ImagePlus cases;

  @Parameter(type = ItemIO.OUTPUT, label = "Reading Sheet", attrs = @Attr(name = ResultTables.FORM))
  private ResultsTable sheet;

  @Override
  public void check(final String name, final Object value) {
    if (name.equals("key")) {
      TextFiles.path(name, String.valueOf(value));
    }
    super.check(name, value);
  }

  @Override
  protected void compute() {
    final Path file = TextFiles.path("key", key);
    if (isDrawn()) {
      TextFiles.requireNew("key", file);
    }
    requireUnread();
    final List<String> questions = questions();
    final List<CasePicture> pictures = pictures();
    final long used = seed();
    final Blinding blinding =
        Blinding.of(pictures.stream().map(this::origin).toList(), repeats, used);
    final ImagePlus stack =
        CasePicture.stack(
            blinding.cases().stream().map(one -> pictures.get(one.picture())).toList(),
            blinding.cases().stream().map(Blinding.Case::name).toList(),
            look.equals("alike"));
    TextFiles.writeOnce("key", file, ReadingKey.text(blinding));
    stack.setProp(ResultImages.PROPERTY_PREFIX + ReadingCases.SET, blinding.mark());
    did("seed", String.valueOf(used));
    cases = stack;
    sheet = sheet(blinding, questions);
  }

  /** Refuses to lose a reader's work, though other tables' files are replaced. */
  private void requireUnread() {
    if (csv.isBlank()) {
      return;
    }
    final Path file = TextFiles.path("csv", csv);
    if (Files.isRegularFile(file) && Reading.isBegun(TextFiles.read("csv", file))) {
      throw new UserError(
          "csv is \""
              + csv.strip()
              + "\", which holds a reader's answers: choose another name, or move it away");
    }
  }

  private List<String> questions() {
    final List<String> questions = Choices.list(columns, ",").toList();
    if (questions.stream().anyMatch(one -> one.isEmpty() || one.matches("Set|Case"))
        || questions.stream().distinct().count() < questions.size()) {
      throw new UserError(
          "columns is \""
              + columns
              + "\", expected different names with commas between, none of them Set or Case");
    }
    return questions;
  }

  private List<CasePicture> pictures() {
    if (beside.isBlank()) {
      return CasePicture.of(images());
    }
    final ImagePlus about =
        OpenImages.named("beside", beside, from.equals("stack") ? image : null)
            .orElseThrow(
                () ->
                    new UserError(
                        "beside is \""
                            + beside
                            + "\", expected the title, id or path of an image other than the one"
                            + " that is read"));
    return CasePicture.beside(
        about, CasePicture.of(images().stream().filter(one -> one != about).toList()));
  }

  private List<ImagePlus> images() {
    if (from.equals("stack")) {
      return List.of(image);
    }
    return OpenImages.all();
  }

  private boolean isDrawn() {
    return seed.strip().equalsIgnoreCase(AUTO);
  }

  private long seed() {
    if (isDrawn()) {
      return new SecureRandom().nextLong();
    }
    try {
      return Long.parseLong(seed.strip());
    } catch (final NumberFormatException e) {
      throw new UserError("seed is \"" + seed + "\", expected a whole number or auto", e);
    }
  }

  private Blinding.Origin origin(final CasePicture picture) {
    final String source = picture.property("image");
    return new Blinding.Origin(
        source.isEmpty() ? picture.image().getTitle() : source,
        picture.slice(),
        picture.label(),
        method(picture));
  }

  /**
   * The method whose name begins the slice's label, or the one that the image's properties tell, or
   * the label or title itself.
   */
  private String method(final CasePicture picture) {
    final String named =
        AttributionMethods.of(getContext()).stream()
            .map(AttributionMethod::name)
            .filter(name -> (picture.label() + " ").startsWith(name + " "))
            .max(Comparator.comparingInt(String::length))
            .orElse(picture.property("method"));
    if (!named.isEmpty()) {
      return named;
    }
    return picture.label().isEmpty() ? picture.image().getTitle() : picture.label();
  }

  private static ResultsTable sheet(final Blinding blinding, final List<String> questions) {
    final ResultsTable table = new ResultsTable();
    for (final Blinding.Case one : blinding.cases()) {
      table.addRow();
      table.addValue("Set", blinding.mark());
      table.addValue("Case", one.name());
      questions.forEach(question -> table.addValue(question, ""));
    }
    return table;
  }
}
