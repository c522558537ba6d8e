package io.github.inceptionlens.command;

import ij.ImagePlus;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** Which parameters of a command are keys of its macro line, and in which order they stand. */
public final class MacroKeys {

  /**
   * The attribute of a parameter whose key stands before the keys without it: a command's own
   * parameters would otherwise all stand behind those that it inherits.
   */
  public static final String EARLY = "early";

  /** The attribute of a parameter whose key had another name, which macros may still use. */
  public static final String ALIAS = "alias";

  /**
   * The attribute of a parameter that a dialog proposes another value for than the one that a macro
   * line without the key means.
   */
  public static final String DIALOG = "dialog";

  /** The attribute of a parameter that most people leave as it is. */
  public static final String ADVANCED = "advanced";

  /** The attribute of a text parameter that is a list, with commas, of what is suggested. */
  public static final String LIST = "list";

  /** The attribute of a text parameter of a name of its own that names layers or units. */
  public static final String UNITS = "units";

  private MacroKeys() {}

  /** The keys among a command's parameters, in the order of dialogs and macro lines. */
  public static List<ModuleItem<?>> of(final Iterable<ModuleItem<?>> parameters) {
    return StreamSupport.stream(parameters.spliterator(), false)
        .filter(MacroKeys::isKey)
        .sorted(Comparator.comparing(item -> !item.is(EARLY)))
        .toList();
  }

  /** Whether a user gives the parameter's value: not the image, a service or a message. */
  private static boolean isKey(final ModuleItem<?> item) {
    final Class<?> type = item.getType();
    return !ImagePlus.class.isAssignableFrom(type)
        && !Service.class.isAssignableFrom(type)
        && !Context.class.isAssignableFrom(type)
        && !Button.class.isAssignableFrom(type)
        && item.getVisibility() != ItemVisibility.MESSAGE
        && item.getVisibility() != ItemVisibility.INVISIBLE;
  }
}
