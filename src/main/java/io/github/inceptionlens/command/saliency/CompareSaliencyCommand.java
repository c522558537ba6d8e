package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the maps of several methods and targets side by side, with figures. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Compare Saliency...",
    description =
        "Shows the saliency maps of several methods and targets as one stack, with a table of how"
            + " they differ.")
public final class CompareSaliencyCommand extends SaliencyCommand implements CostEstimate {

  private static final String ALL = "all";
  private static final String PER_METHOD = "per-method";
  private static final String SHARED = "shared";

  @Parameter(
      persist = false,
      label = "Methods",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.LIST)},
      description = SaliencyTexts.METHODS)
  private String methods = "Gradient, Guided Backpropagation, Integrated Gradients, Grad-CAM";

  @Parameter(
      persist = false,
      label = "Targets",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = SaliencyTexts.TARGETS)
  private String targets = "top";

  @Parameter(
      persist = false,
      label = "Color scale",
      choices = {PER_METHOD, SHARED},
      description = SaliencyTexts.SHOWN)
  private String range = PER_METHOD;

  @Parameter(persist = false, label = "Montage with captions", description = SaliencyTexts.MONTAGE)
  private boolean montage;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Saliency maps")
  private ImagePlus maps;

  @Parameter(type = ItemIO.OUTPUT, label = "Montage of saliency maps")
  private ImagePlus tiles;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Saliency Comparison")
  private ResultsTable figures;

  @Override
  public boolean isRead(final String key) {
    return SaliencyOptions.isRead(key, chosen());
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("methods") && chosen().isEmpty()) {
      throw new UserError("no method is chosen: choose one at least");
    } else if (key.equals("targets")) {
      targets();
    }
    super.check(key, value);
  }

  @Override
  public String forecast() {
    final List<Target> wanted = targets();
    return passes(
        chosen(), wanted, ImageInput.of(image(), input(wanted, DisplayRange.AUTO, false)));
  }

  private List<Target> targets() {
    return Choices.list(targets, ";").map(Target::parse).distinct().toList();
  }

  @Override
  protected void compute() {
    final List<AttributionMethod> chosen = chosen();
    final List<Target> wanted = targets();
    final InputRequest asked = input(wanted, DisplayRange.AUTO, false);
    final ImageInput input = ImageInput.of(image(), asked);
    uses(input);
    work(
        (inception, progress) -> {
          ResultImages.onPicture(input).requireRoom(chosen.size() * wanted.size());
          return compare(inception, input, asked, chosen, wanted, progress);
        });
  }

  private List<AttributionMethod> chosen() {
    return methods.strip().equalsIgnoreCase(ALL)
        ? methods()
        : Choices.list(methods, ",")
            .map(name -> AttributionMethods.named(name, methods()))
            .distinct()
            .toList();
  }

  private SaliencyComparison compare(
      final InceptionV1 inception,
      final ImageInput input,
      final InputRequest asked,
      final List<AttributionMethod> chosen,
      final List<Target> wanted,
      final Progress progress) {
    final Picture picture = input.frames().get(0).picture();
    final SaliencyComparison comparison =
        new SaliencyComparison(input, reading(), inception.architecture());
    comparison.run(
        chosen,
        wanted,
        (method, target, part) ->
            method.attribute(inception, picture, request(method, target, asked, input), part),
        progress);
    show(comparison, picture, provenance(inception));
    return comparison;
  }

  private void show(
      final SaliencyComparison comparison, final Picture picture, final Provenance provenance) {
    final boolean shared = range.equals(SHARED);
    maps = comparison.image(shared, provenance);
    tiles = montage ? comparison.montage(picture, shared, provenance) : null;
    figures = comparison.table();
  }
}
