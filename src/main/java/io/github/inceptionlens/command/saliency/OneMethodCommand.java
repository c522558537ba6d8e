package io.github.inceptionlens.command.saliency;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.command.ChoiceProvider;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.util.List;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command about the map of one method and one target. */
abstract class OneMethodCommand extends SaliencyCommand implements ChoiceProvider {

  @Parameter(
      persist = false,
      label = "Method",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = SaliencyTexts.METHOD)
  private String method = "Grad-CAM";

  @Parameter(
      persist = false,
      label = "Target",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = SaliencyTexts.TARGET)
  private String target = "top";

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = AUTO;

  @Override
  public List<String> choices(final String key) {
    return key.equals("method")
        ? methods().stream().map(AttributionMethod::name).toList()
        : List.of();
  }

  @Override
  public boolean isRead(final String key) {
    return SaliencyOptions.isRead(key, List.of(method()));
  }

  /** The method that the user named. */
  final AttributionMethod method() {
    return AttributionMethods.named(method, methods());
  }

  /** How the image becomes the picture on which the target is explained. */
  final InputRequest input(final boolean stack) {
    return input(List.of(Target.parse(target)), DisplayRange.parse(range), stack);
  }

  /** Says how many passes the method will make on all frames. */
  final String passes(final ImageInput input) {
    return passes(List.of(method()), List.of(Target.parse(target)), input);
  }

  /** What the method is asked. */
  final AttributionRequest request(
      final AttributionMethod chosen, final InputRequest asked, final ImageInput input) {
    return request(chosen, Target.parse(target), asked, input);
  }
}
