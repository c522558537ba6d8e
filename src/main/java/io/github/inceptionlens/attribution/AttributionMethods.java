package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.stream.Collectors;

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
          new BlurIntegratedGradients(),
          new ExpectedGradients(),
          new GuidedBackpropagation(),
          new DeconvNet(),
          new GradCam(),
          new GradCamPlusPlus(),
          new HiResCam(),
          new LayerCam(),
          new GuidedGradCam(),
          new Occlusion());

  private AttributionMethods() {}

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
