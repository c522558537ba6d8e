package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.UserError;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scijava.Context;
import org.scijava.InstantiableException;
import org.scijava.plugin.PluginInfo;

/** The methods of this room, for Java without a SciJava context. */
public final class AttributionMethods {

  /** Every method, in the order of the dialogs. */
  public static final List<AttributionMethod> ALL =
      List.of(
          new PlainGradient(),
          new GradientTimesInput(),
          new SmoothGrad(),
          new SmoothGradSquared(),
          new VarGrad(),
          new IntegratedGradients(),
          new Xrai(),
          new BlurIntegratedGradients(),
          new ExpectedGradients(),
          new GuidedBackpropagation(),
          new DeconvNet(),
          new Lrp(),
          new GradCam(),
          new GradCamPlusPlus(),
          new HiResCam(),
          new LayerCam(),
          new GuidedGradCam(),
          new ScoreCam(),
          new Occlusion(),
          new Rise());

  private AttributionMethods() {}

  /** The methods that a SciJava context knows: ours first, then those of other plugins by name. */
  public static List<AttributionMethod> of(final Context context) {
    final List<String> ours = ALL.stream().map(AttributionMethod::name).toList();
    final Stream<AttributionMethod> others =
        context.getPluginIndex().getPlugins(AttributionMethod.class).stream()
            .filter(info -> !ours.contains(info.getName()))
            .map(AttributionMethods::instance)
            .sorted(Comparator.comparing(AttributionMethod::name));
    return Stream.concat(ALL.stream(), others).toList();
  }

  private static AttributionMethod instance(final PluginInfo<AttributionMethod> info) {
    try {
      return info.createInstance();
    } catch (final InstantiableException e) {
      throw new UserError("the method " + info.getName() + " cannot be loaded: " + e, e);
    }
  }

  /**
   * The method with the given name, in any case.
   *
   * @throws UserError when there is none; the sentence lists what exists
   */
  public static AttributionMethod named(final String name) {
    return named(name, ALL);
  }

  /** The method with the given name among those given; see {@link #named(String)}. */
  public static AttributionMethod named(
      final String name, final List<? extends AttributionMethod> methods) {
    for (final AttributionMethod method : methods) {
      if (method.name().equalsIgnoreCase(name.strip())) {
        return method;
      }
    }
    throw new UserError(
        "method is \""
            + name
            + "\", expected one of: "
            + methods.stream().map(AttributionMethod::name).collect(Collectors.joining(", ")));
  }
}
