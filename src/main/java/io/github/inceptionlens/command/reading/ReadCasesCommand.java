package io.github.inceptionlens.command.reading;

import ij.ImagePlus;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.reading.Reading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the cases of a blinded reading one by one and writes a reader's answers into the sheet. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Read Cases...",
    description =
        "Shows the cases of a blinded reading one by one in a window and writes your answers into"
            + " the sheet, each at once: pause when you like, and go on later.")
public final class ReadCasesCommand extends LensCommand {

  @Parameter private ImagePlus image;

  @Parameter(
      required = false,
      persist = false,
      label = "Sheet (CSV file)",
      style = "open",
      description =
          "The file of the reading sheet (Blinded Reading... writes it with csv). The answers are"
              + " written into it; what it holds already is kept.")
  private String sheet = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Answers given beforehand",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Empty: a window asks you. yn-...: the answers of another reader, y, n or - (as it is) for"
              + " every question of every case, case after case.")
  private String answers = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Note")
  private String note;

  @Override
  public void check(final String name, final Object value) {
    if (name.equals("sheet")) {
      TextFiles.path(name, String.valueOf(value));
    }
    super.check(name, value);
  }

  @Override
  protected void compute() {
    final Path file = TextFiles.path("sheet", sheet);
    if (!Files.exists(file)) {
      throw new UserError(
          "sheet is \""
              + file
              + "\", but there is no such file: give csv to Blinded Reading..., or save its table"
              + " Reading Sheet as .csv");
    }
    final Reading reading =
        Reading.of(TextFiles.read("sheet", file), "the sheet \"" + sheet.strip() + "\"");
    final ReadingCases cases = ReadingCases.of(image, reading);
    if (answers.isBlank()) {
      ask(reading, cases, file);
    } else {
      reading.take(answers);
      TextFiles.replace("sheet", file, reading.text());
    }
    answers = reading.answers();
    note = note(reading, file);
  }

  private static void ask(final Reading reading, final ReadingCases cases, final Path file) {
    if (!WindowSession.isPossible()) {
      throw new UserError(
          "answers is empty, but there is no window to ask you in: run ImageJ with its window, or"
              + " give answers such as ynny");
    }
    new ReadingPerson(reading, cases, changed -> TextFiles.replace("sheet", file, changed.text()))
        .read();
  }

  private static String note(final Reading reading, final Path file) {
    final int count = reading.cases().size();
    return reading.isComplete()
        ? String.format(
            Locale.ROOT,
            "All %d cases are read: Tally Readings... takes \"%s\" and its key.",
            count,
            file)
        : String.format(
            Locale.ROOT,
            "%d of %d cases are read: to go on, run Read Cases... with the sheet \"%s\" again.",
            reading.read(),
            count,
            file);
  }
}
