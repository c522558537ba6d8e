package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;

/**
 * What features held at other strengths do to the logits of all classes: those of the network with
 * the change less those of the network as it is, exactly.
 *
 * @see <a href="https://arxiv.org/abs/1806.02891">Zhou et al. 2018, on the importance of units</a>
 */
public final class SteeringEffect {

  private SteeringEffect() {}

  /**
   * The mean effects over pictures.
   *
   * @param changes each is made by itself; of layers after their rectifiers
   * @param largest of the layers of those changes that need it
   * @param pictures at least one
   * @return of each change how much each class's logit rises, by class
   * @throws io.github.inceptionlens.core.UserError when the network has no classifier, a picture is
   *     too small, or a unit of which a multiple is meant is silent
   */
  public static List<double[]> ofLogits(
      final InceptionV1 network,
      final List<Steering> changes,
      final LargestValues largest,
      final List<? extends PictureRows> pictures,
      final Progress progress) {
    final int passes = changes.size() + 1;
    final double[] before = meanLogits(network, pictures, progress.part(0, passes));
    final List<double[]> effects = new ArrayList<>();
    for (final Steering change : changes) {
      try (InceptionV1 changed = network.with(change.edits(network.architecture(), largest))) {
        final double[] effect =
            meanLogits(changed, pictures, progress.part(effects.size() + 1, passes));
        for (int i = 0; i < effect.length; i++) {
          effect[i] -= before[i];
        }
        effects.add(effect);
      }
    }
    return effects;
  }

  private static double[] meanLogits(
      final InceptionV1 network,
      final List<? extends PictureRows> pictures,
      final Progress progress) {
    final double[] mean = new double[network.architecture().classes().size()];
    for (int i = 0; i < pictures.size(); i++) {
      final float[] logits =
          network
              .run(pictures.get(i), List.of(Architecture.LOGITS), progress.part(i, pictures.size()))
              .logits();
      for (int j = 0; j < mean.length; j++) {
        mean[j] += (double) logits[j] / pictures.size();
      }
    }
    return mean;
  }
}
