package io.github.inceptionlens.command;

import ij.ImagePlus;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;
import org.scijava.widget.Button;

/** Which parameters of a command are keys of its macro line. */
public final class Keys {

  private Keys() {}

  /** Whether a user gives the parameter's value: not the image, a service or a message. */
  public static boolean isKey(final ModuleItem<?> item) {
    final Class<?> type = item.getType();
    return !ImagePlus.class.isAssignableFrom(type)
        && !Service.class.isAssignableFrom(type)
        && !Context.class.isAssignableFrom(type)
        && !Button.class.isAssignableFrom(type)
        && item.getVisibility() != ItemVisibility.MESSAGE
        && item.getVisibility() != ItemVisibility.INVISIBLE;
  }
}
