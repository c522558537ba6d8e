package io.github.inceptionlens.attribution;

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
  PlanarImg<FloatType, FloatArray> summary(final Moments gradients) {
    return gradients.variance();
  }
}
