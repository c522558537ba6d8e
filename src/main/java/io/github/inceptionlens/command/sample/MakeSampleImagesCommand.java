package io.github.inceptionlens.command.sample;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.MacroLine;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes pictures whose truth is known, from the generator behind the bundled network. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Make Sample Images...",
    description =
        "Makes pictures whose truth is known, as a stack or as files: textures of a class each, or"
            + " scenes of several structures with masks, also without one of them and else equal to"
            + " the pixel.")
public final class MakeSampleImagesCommand extends LensCommand {

  private static final int MOST = 1_000_000;

  @Parameter(
      persist = false,
      label = "Number of pictures",
      min = "1",
      max = "1000000",
      description = "How many pictures are made; the first ones are the same, however many follow.")
  private int count = 100;

  @Parameter(
      persist = false,
      label = "Show",
      choices = {"textures", "scenes"},
      description =
          "textures: one class all over each picture, the classes in turn; scenes: two to five"
              + " structures, each in a region of its own, with masks.")
  private String kind = "textures";

  @Parameter(
      persist = false,
      label = "Width and height (pixels)",
      min = "8",
      max = "8192",
      description =
          "The side of each picture. Structures have sizes in pixels: a larger picture shows more of"
              + " them.")
  private int size = 256;

  @Parameter(
      persist = false,
      label = "Classes",
      description = "all, or the classes that the pictures show, with commas between.")
  private String classes = "all";

  @Parameter(
      required = false,
      persist = false,
      label = "Without",
      description =
          "A structure, or several with commas between, that is left out of the scenes; all else is"
              + " as it would be with it.")
  private String without = "";

  @Parameter(
      persist = false,
      label = "Pixels",
      choices = {"8", "16", "rgb"},
      description = "8: 8-bit gray; 16: 16-bit gray, 0 to 4095; rgb: the generator's colors.")
  private String depth = "8";

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for the pictures",
      style = "directory",
      description =
          "Where the pictures are written as TIFF files; it must not hold such files yet. Empty: a"
              + " stack.")
  private String folder = "";

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "What the first picture is made from; the others are made from the numbers after it.")
  private long seed;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Structures")
  private ImagePlus structures;

  @Parameter(type = ItemIO.OUTPUT, label = "Pictures")
  private ImagePlus pictures;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Sample Images")
  private ResultsTable table;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  public List<Suggestion> suggestions(final String key) {
    final Stream<Suggestion> labels =
        TextureClass.labels().stream().map(label -> new Suggestion(label, ""));
    return switch (key) {
      case "classes" ->
          Stream.concat(Stream.of(new Suggestion("all", "every class")), labels).toList();
      case "without" -> labels.skip(1).toList();
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("without") || kind() == SampleKind.SCENES;
  }

  @Override
  public void check(final String key, final Object value) {
    switch (key) {
      case "classes" -> SampleSeries.classes(kind(), classes);
      case "without" -> gone();
      case "folder" -> {
        if (!folder.isBlank()) {
          TextFiles.path(key, folder);
        }
      }
      default -> super.check(key, value);
    }
  }

  private SampleKind kind() {
    return Choices.named("kind", kind, SampleKind.values(), SampleKind::label);
  }

  private Set<TextureClass> gone() {
    return SampleSeries.without(kind(), SampleSeries.classes(kind(), classes), without);
  }

  private SampleSeries series() {
    return new SampleSeries(
        kind(),
        SampleSeries.classes(kind(), classes),
        gone(),
        Choices.named("depth", depth, SampleDepth.values(), SampleDepth::label),
        size);
  }

  @Override
  protected void compute() {
    if (count < 1 || count > MOST) {
      throw new UserError("count is " + count + ", expected 1 to " + MOST);
    }
    final SampleSeries series = series();
    if (folder.isBlank()) {
      final SampleStack stack = new SampleStack(series, count);
      try {
        make(series, stack);
      } finally {
        structures = stack.structures(made()).orElse(null);
        pictures = stack.pictures(made()).orElse(null);
      }
    } else {
      final SampleFolder files = new SampleFolder(folder, series, made());
      files.requireFree(seeds());
      wroteInto(TextFiles.path("folder", folder));
      make(series, files);
    }
  }

  private LongStream seeds() {
    return LongStream.range(0, count).map(i -> seed + i);
  }

  private void make(final SampleSeries series, final SampleTarget target) {
    final SampleTable rows = new SampleTable(series);
    try {
      lens()
          .reporting(
              progress -> {
                seeds().forEach(one -> make(one, series, target, rows, progress));
                return rows;
              });
    } catch (final CancellationException stopped) {
      finish(target, rows);
      did("count", rows.size());
      notes =
          List.of(
              String.format(
                  Locale.ROOT,
                  "Make Sample Images: stopped after %d of %d pictures",
                  rows.size(),
                  count));
      throw stopped;
    }
    finish(target, rows);
  }

  private void finish(final SampleTarget target, final SampleTable rows) {
    if (rows.size() > 0) {
      target.finish();
      table = rows.table();
    }
  }

  private void make(
      final long one,
      final SampleSeries series,
      final SampleTarget target,
      final SampleTable rows,
      final Progress progress) {
    progress.at(
        (double) rows.size() / count,
        String.format(Locale.ROOT, "Drawing picture %d of %d ...", rows.size() + 1, count));
    final SamplePicture picture = series.draw(one);
    target.add(picture);
    rows.add(picture, target);
  }

  /** Not a result that is no image of the user's: these are there to be looked at. */
  private Provenance made() {
    return Provenance.made().with("sample", MacroLine.of(this));
  }
}
