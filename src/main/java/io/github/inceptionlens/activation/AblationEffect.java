package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.UnitSet;
import java.util.List;

/**
 * What a unit adds to the logits of all classes: those of the network as it is less those without
 * the unit, exactly, by two passes a picture. An entry of a dictionary is taken out of the layer
 * that the dictionary reads.
 *
 * @see <a href="https://arxiv.org/abs/1806.02891">Zhou et al. 2018, on the importance of units</a>
 */
public final class AblationEffect {

  private AblationEffect() {}

  /**
   * The mean effect over pictures.
   *
   * @param unit with canonical names; one before a rectifier is taken out after it
   * @param pictures at least one
   * @return how much the unit adds to each class's logit, by class
   * @throws io.github.inceptionlens.core.UserError when the network has no classifier, or a picture
   *     is too small
   */
  public static double[] ofLogits(
      final InceptionV1 network,
      final Unit unit,
      final List<? extends PictureRows> pictures,
      final Progress progress) {
    final String layer = unit.layer().replace(Architecture.PRE_RELU, "");
    final UnitSet one = UnitSet.parse(new Unit(layer, unit.channel()).toString());
    final double[] sum = new double[network.architecture().classes().size()];
    try (InceptionV1 without = network.edited(new ChannelSplice(one, ChannelChange.ZERO))) {
      for (int i = 0; i < pictures.size(); i++) {
        final Progress own = progress.part(i, pictures.size());
        final float[] with = logits(network, pictures.get(i), own.part(0, 2));
        final float[] rest = logits(without, pictures.get(i), own.part(1, 2));
        for (int j = 0; j < sum.length; j++) {
          sum[j] += ((double) with[j] - rest[j]) / pictures.size();
        }
      }
    }
    return sum;
  }

  private static float[] logits(
      final InceptionV1 network, final PictureRows picture, final Progress progress) {
    return network.run(picture, List.of(Architecture.LOGITS), progress).logits();
  }
}
