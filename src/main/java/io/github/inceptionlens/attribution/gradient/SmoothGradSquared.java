package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.RunningMoments;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import org.scijava.plugin.Plugin;

/**
 * The mean squared gradient under noise.
 *
 * @see <a href="https://arxiv.org/abs/1806.10758">Hooker et al. 2019</a>
 */
@Plugin(type = AttributionMethod.class, name = "SmoothGrad-Squared", priority = 170)
public final class SmoothGradSquared extends NoisyMethod {

  @Override
  PlanarImg<FloatType, FloatArray> summary(final RunningMoments gradients) {
    return gradients.meanSquare();
  }
}
