package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.PluginLookup;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.scijava.Context;

/** Finds attribution methods, with or without a SciJava context. */
public final class AttributionMethods {

  /** Every method on the class path, in the order of the dialogs: by priority, then by name. */
  public static List<AttributionMethod> all() {
    return PluginLookup.all(AttributionMethod.class);
  }

  private AttributionMethods() {}

  /** The methods that a SciJava context knows, in the same order. */
  public static List<AttributionMethod> of(final Context context) {
    return PluginLookup.all(AttributionMethod.class, context.getPluginIndex());
  }

  /**
   * The method with the given name, in any case.
   *
   * @throws UserError when there is none; the sentence lists what exists
   */
  public static AttributionMethod named(final String name) {
    return named(name, all());
  }

  /** The method with the given name among those given; see {@link #named(String)}. */
  public static AttributionMethod named(
      final String name, final List<? extends AttributionMethod> methods) {
    return Choices.named("method", name, methods, AttributionMethod::name);
  }
}
