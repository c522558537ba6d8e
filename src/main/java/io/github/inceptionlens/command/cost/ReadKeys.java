package io.github.inceptionlens.command.cost;

import ij.ImagePlus;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.SeenSize;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Plugin;

/**
 * What a command reads of its image by its keys, which mean the same in every command: {@code unit}
 * or {@code layer}, without either the classes; {@code fit}, {@code scale}, {@code crop}, {@code
 * where} and {@code stack}.
 */
final class ReadKeys {

  private static final String UNIT = "unit";
  private static final String LAYER = "layer";
  private static final String FIT = "fit";
  private static final String CROP = "crop";
  private static final Set<String> SEARCHED = Set.of("strongest", "distinct");

  private final CommandModule module;
  private final Architecture network;

  /**
   * @param network which the command uses
   */
  ReadKeys(final Command command, final Architecture network) {
    final Plugin plugin = command.getClass().getAnnotation(Plugin.class);
    this.module = new CommandModule(new CommandInfo(command.getClass(), plugin), command);
    this.network = network;
  }

  /** Whether the command sees an image at a scale of the user's. */
  boolean haveScale() {
    return has("scale")
        && has("image")
        && module.getInput("image") instanceof ImagePlus
        && (!has(FIT) || Fit.OWN_SIZE.label().equalsIgnoreCase(text(FIT)))
        && (has(LAYER) || !network.labels().isEmpty());
  }

  ImagePlus image() {
    return (ImagePlus) module.getInput("image");
  }

  double scale() {
    return (Double) module.getInput("scale");
  }

  boolean isStack() {
    return isSet("stack") && image().getStackSize() > 1;
  }

  /** The layer that is read, the last one for the classes. */
  Layer layer() {
    return network.spatial(names().get(0));
  }

  /** What the network is asked for. */
  List<String> names() {
    if (has(UNIT) && !SEARCHED.contains(text(UNIT).toLowerCase(Locale.ROOT))) {
      return List.of(network.layer(Unit.parse(text(UNIT)).layer()).name());
    }
    return List.of(has(LAYER) ? network.layer(text(LAYER)).name() : Architecture.LOGITS);
  }

  /**
   * The picture at a scale.
   *
   * @throws io.github.inceptionlens.core.UserError when the command would refuse it
   */
  SeenSize size(final double scale) {
    final InputRequest request =
        new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, isSet("stack"));
    if (has(CROP) && !isSet(CROP)) {
      return SeenSize.inside(image(), request, layer());
    }
    final boolean isSelected = has(CROP) || has(FIT) && !text("where").equals("roi");
    return isSelected ? SeenSize.of(image(), request) : SeenSize.whole(image(), request);
  }

  private boolean has(final String key) {
    return module.getInfo().getInput(key) != null;
  }

  private boolean isSet(final String key) {
    return has(key) && Boolean.TRUE.equals(module.getInput(key));
  }

  private String text(final String key) {
    return has(key) ? String.valueOf(module.getInput(key)).strip() : "";
  }
}
