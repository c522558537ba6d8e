package io.github.inceptionlens.command.unit;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Menus;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be done with a unit in any window that shows units: the house's commands, run as a macro
 * runs them, on a thread of their own.
 *
 * @param text for a menu
 * @param command the label in ImageJ's menu
 * @param options as in a macro
 */
public record UnitActions(String text, String command, String options) {

  private static final String REPORT = "Unit Report...";

  /** ImageJ gives options only to threads that are named so. */
  private static final String THREAD = "Run$_Inception Lens unit";

  /** Everything that can be done with a unit; its report is the first. */
  public static List<UnitActions> of(final String network, final Unit unit) {
    final List<UnitActions> actions = new ArrayList<>();
    actions.add(report(network, unit));
    final UnitActions visualize = visualize(network, unit);
    if (!visualize.equals(actions.get(0))) {
      actions.add(visualize);
    }
    actions.add(new UnitActions("Unit Weights", "Unit Weights...", options(network, "to", unit)));
    actions.add(
        new UnitActions(
            "Activation Overlay", "Activation Overlay...", options(network, "unit", unit)));
    actions.add(
        new UnitActions("Saliency Map", "Saliency Map...", options(network, "target", unit)));
    actions.add(new UnitActions("Ablate Unit", "Ablate Units...", options(network, "units", unit)));
    actions.add(
        new UnitActions(
            "Steer", "Steer Features...", options(network, "units", unit) + " mode=clamp"));
    return actions;
  }

  /** The page about a unit; where ImageJ's menu has none, its visualization. */
  public static UnitActions report(final String network, final Unit unit) {
    return Menus.getCommands() != null && Menus.getCommands().containsKey(REPORT)
        ? new UnitActions("Unit Report", REPORT, options(network, "units", unit))
        : visualize(network, unit);
  }

  /** What a unit looks for. */
  public static UnitActions visualize(final String network, final Unit unit) {
    return new UnitActions(
        "Visualize",
        "Visualize Channel...",
        options(network, "objective", unit)
            + " preset=quick smooth="
            + Parameterization.LITTLE_GRAIN);
  }

  /** The same on other images than the current one, as the key {@code images} names them. */
  public UnitActions onImages(final String images) {
    return new UnitActions(
        text, command, options + " " + OptionString.format(Map.of("images", Optional.of(images))));
  }

  private static String options(final String network, final String key, final Unit unit) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    if (!network.isBlank()) {
      options.put("network", Optional.of(network));
    }
    options.put(key, Optional.of(unit.toString()));
    return OptionString.format(options);
  }

  /**
   * Does it on an image, on a thread of its own; what is wrong is told as by any command.
   *
   * @param image the current one for the command; nothing for one that takes none
   */
  public Thread start(final Optional<ImagePlus> image) {
    return startAfter(Optional.empty(), image, () -> {});
  }

  /**
   * The same, once another thread is done, so that several are done in their order.
   *
   * @param done told at the end, on that thread
   */
  public Thread startAfter(
      final Optional<Thread> before, final Optional<ImagePlus> image, final Runnable done) {
    final Thread thread =
        new Thread(
            () -> {
              before.ifPresent(UnitActions::await);
              run(image);
              done.run();
            },
            THREAD);
    thread.start();
    return thread;
  }

  private static void await(final Thread before) {
    try {
      before.join();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(final Optional<ImagePlus> image) {
    try {
      if (image.isPresent()) {
        IJ.run(image.get(), command, options);
      } else {
        IJ.run(command, options);
      }
    } catch (final RuntimeException failure) {
      if (!Macro.MACRO_CANCELED.equals(failure.getMessage())) { // told already
        throw failure;
      }
    }
  }
}
