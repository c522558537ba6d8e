package io.github.inceptionlens.command.collection;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ClassConfusion;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.activation.PictureClasses;
import io.github.inceptionlens.activation.PictureClasses.Answer;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Tells what InceptionV1 takes each image of a collection for. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Classify Images...",
    description =
        "Tells what the network takes each of many images for and, where folders or a table say what"
            + " they show, how often it is right.")
public final class ClassifyImagesCommand extends CollectionCommand {

  private static final int DECIMALS = 4;

  @Parameter(
      persist = false,
      label = "Number of classes",
      min = "1",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "How many classes per picture, best first.")
  private int top = 1;

  @Parameter(
      persist = false,
      label = "Fit to the network's 224 x 224 pixels",
      choices = {"center crop", "stretch", "own size"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FIT)
  private String fit = "center crop";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Images")
  private ResultsTable classes;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Accuracy",
      attrs = @Attr(name = ResultTables.NAME, value = "accuracy"))
  private ResultsTable accuracy;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Confusion",
      attrs = @Attr(name = ResultTables.NAME, value = "confusion"))
  private ResultsTable confusion;

  @Parameter(type = ItemIO.OUTPUT, label = "Confusion matrix")
  private ImagePlus matrix;

  @Override
  protected void compute() {
    final ImageCollection<InputPicture> pictures = collection(Fit.of(fit), ImageInput::of);
    withNetwork((network, progress) -> classify(network, pictures, progress));
  }

  private void classify(
      final InceptionV1 network,
      final ImageCollection<InputPicture> pictures,
      final Progress progress) {
    final PictureClasses collector = new PictureClasses(network, top);
    final Scan<InputPicture> scan = new Scan<>(network, ClassRanking.NAMES, pictures);
    final Ride<InputPicture, ?, List<Answer>> answers = scan.ride("classes", collector);
    scan(
        scan,
        pictures,
        network,
        List.of(fit, top),
        () -> show(answers.result(), network),
        progress);
  }

  private void show(final List<Answer> answers, final InceptionV1 network) {
    final List<String> labels = network.architecture().classes();
    classes = table(answers);
    final Optional<ClassConfusion> counted = ClassConfusion.of(answers, labels);
    if (counted.isPresent()) {
      final ConfusionReport report = new ConfusionReport(counted.get(), labels);
      accuracy = report.accuracy();
      confusion = report.table();
      matrix = report.picture(provenance(network).with("method", "confusion matrix"));
      note(report.note());
    }
  }

  private static ResultsTable table(final List<Answer> answers) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Answer answer : answers) {
      for (int rank = 0; rank < answer.best().size(); rank++) {
        final Score score = answer.best().get(rank);
        table.addRow();
        table.addValue("Image", answer.picture().image());
        table.addValue("Slice", answer.picture().slice());
        table.addValue("Label", answer.label());
        table.addValue("Rank", rank + 1);
        table.addValue("Class", score.index());
        table.addValue("Name", score.label());
        table.addValue("Logit", score.logit());
        table.addValue("Probability", score.probability());
      }
    }
    return table;
  }
}
