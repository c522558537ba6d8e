package io.github.inceptionlens.command.reading;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.OpenTables;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.reading.Proportion;
import io.github.inceptionlens.reading.ReadingKey;
import io.github.inceptionlens.reading.Tally;
import java.nio.file.Path;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tallies a filled reading sheet against its key. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Tally Readings...",
    description =
        "Tallies a filled reading sheet against its key: how often each method was answered with"
            + " yes, with confidence intervals, and how well the reader agrees with himself.")
public final class TallyReadingsCommand extends LensCommand {

  private static final int DECIMALS = 4;

  @Parameter(
      required = false,
      persist = false,
      label = "Sheet (CSV file)",
      style = "open",
      description =
          "The filled sheet: a file with commas, semicolons or tabs, or the title of an open table."
              + " Answers are yes or no; what was not read stays empty.")
  private String sheet = "";

  @Parameter(
      required = false,
      persist = false,
      label = "Key (CSV file)",
      style = "open",
      description = "The key file that Blinded Reading... wrote.")
  private String key = "";

  @Parameter(
      persist = false,
      label = "Grouped by",
      choices = {"method", "source", "label"},
      description = "What the cases are grouped by.")
  private String by = "method";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Reading Rates")
  private ResultsTable rates;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "Reading Agreement",
      attrs = @Attr(name = ResultTables.NAME, value = "agreement"))
  private ResultsTable agreement;

  @Override
  public void check(final String name, final Object value) {
    if (name.equals("key")) {
      TextFiles.path(name, String.valueOf(value));
    }
    super.check(name, value);
  }

  @Override
  protected void compute() {
    final Tally.By grouping = Tally.By.of(by);
    final Path keyFile = TextFiles.path("key", key);
    final ReadingKey answers =
        ReadingKey.parse(TextFiles.read("key", keyFile), "the key \"" + keyFile + "\"");
    final Tally tally =
        Tally.of(sheetText(), "the sheet \"" + sheet.strip() + "\"", answers, grouping);
    rates = rates(tally);
    agreement = tally.agreements().isEmpty() ? null : agreement(tally);
  }

  private String sheetText() {
    return OpenTables.named("sheet", sheet)
        .map(SheetTable::shown)
        .orElseGet(() -> TextFiles.read("sheet", TextFiles.path("sheet", sheet)));
  }

  private ResultsTable rates(final Tally tally) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Tally.Rate rate : tally.rates()) {
      table.addRow();
      table.addValue("Question", rate.question());
      table.addValue(by.substring(0, 1).toUpperCase(Locale.ROOT) + by.substring(1), rate.group());
      table.addValue("Yes", rate.yes().hits());
      addProportion(table, "N", "Rate", rate.yes());
      table.addValue("Unread", rate.unread());
    }
    return table;
  }

  private static ResultsTable agreement(final Tally tally) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Tally.Agreement one : tally.agreements()) {
      table.addRow();
      table.addValue("Question", one.question());
      table.addValue("Same", one.same().hits());
      addProportion(table, "Pairs", "Agreement", one.same());
      table.addValue("Kappa", one.kappa());
    }
    return table;
  }

  private static void addProportion(
      final ResultsTable table, final String count, final String rate, final Proportion of) {
    table.addValue(count, of.count());
    table.addValue(rate, of.rate());
    table.addValue("Low95", of.low());
    table.addValue("High95", of.high());
  }
}
