package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.RunningMoments;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import org.scijava.plugin.Plugin;

/**
 * The variance of the gradient under noise.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al. 2018</a>
 */
@Plugin(type = AttributionMethod.class, name = "VarGrad", priority = 160)
public final class VarGrad extends NoisyMethod {

  @Override
  PlanarImg<FloatType, FloatArray> summary(final RunningMoments gradients) {
    return gradients.variance();
  }
}
