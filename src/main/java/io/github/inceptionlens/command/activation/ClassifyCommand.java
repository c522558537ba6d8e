package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what InceptionV1 takes an image for: a table of its most probable classes. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Classify with InceptionV1...",
    description = "Tells what the network takes the image for: a table of its best classes.")
public final class ClassifyCommand extends NetworkCommand {

  private static final int DECIMALS = 4;
  private static final double UNSURE = 0.6;

  @Parameter private ImagePlus image;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {"center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FIT)
  private String fit = "center crop";

  @Parameter(
      persist = false,
      label = "Number of classes",
      min = "1",
      description = "How many classes per image, best first.")
  private int top = 5;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = "auto";

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(
      persist = false,
      label = "Enlarge or shrink the image (factor)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.SCALE)
  private double scale = 1;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Classes")
  private ResultsTable classes;

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("scale") ? scaleFor(image) : super.proposal(key);
  }

  @Override
  public boolean isRead(final String key) {
    return !key.equals("scale") || fit.equalsIgnoreCase(Fit.OWN_SIZE.label());
  }

  @Override
  protected void compute() {
    final InputRequest request =
        new InputRequest(Fit.of(fit), scale, DisplayRange.parse(range), stack);
    final ImageInput input = ImageInput.of(image, request);
    uses(input);
    classes = work((inception, progress) -> table(inception, input, progress));
  }

  private ResultsTable table(
      final InceptionV1 inception, final ImageInput input, final Progress progress) {
    inception.check(ClassRanking.NAMES, input.networkWidth(), input.networkHeight());
    warnOfClasses(input, inception);
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final Progress part = progress.part(i, frames.size());
      part.at(0, "Classifying ...");
      final List<Score> best = ClassRanking.of(inception, input.views().get(i), top, part);
      addRows(table, frames.get(i), best);
      warn(unsure(best.get(0)));
    }
    return table;
  }

  /** A class that is hardly more probable than others. */
  private Optional<String> unsure(final Score best) {
    return best.probability() < UNSURE
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "\"%s\": the most probable class has a probability below %s, so that it means"
                    + " little: the image may show several of the network's classes, or none",
                image.getTitle(),
                UNSURE))
        : Optional.empty();
  }

  private void addRows(final ResultsTable table, final Frame frame, final List<Score> scores) {
    for (int i = 0; i < scores.size(); i++) {
      final Score score = scores.get(i);
      table.addRow();
      table.addValue("Image", image.getTitle());
      table.addValue("Slice", frame.slice());
      table.addValue("Rank", i + 1);
      table.addValue("Class", score.index());
      table.addValue("Label", score.label());
      table.addValue("Logit", score.logit());
      table.addValue("Probability", score.probability());
    }
  }
}
