package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.Directions.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a layer does inside of a region more than outside: the mean inside less the mean outside. A
 * strength is 0 at the mean outside, and the squared length of the direction at the mean inside.
 *
 * @see <a href="https://arxiv.org/abs/1711.11279">Kim et al. 2018</a>, where a classifier takes the
 *     place of the difference of means
 */
public final class RegionDirections {

  private RegionDirections() {}

  /**
   * A region's means, one value per channel.
   *
   * @param label the region's name
   * @param units how many positions lie inside
   */
  public record Contrast(String label, int units, double[] inside, double[] outside) {}

  /**
   * One direction per region, without nonlinearity, center and way back.
   *
   * @throws UserError when a region is like its surroundings
   */
  public static Directions of(final List<Contrast> regions) {
    final int channels = regions.get(0).inside().length;
    final float[] encoder = new float[regions.size() * channels];
    final float[] bias = new float[regions.size()];
    final List<Entry> entries = new ArrayList<>();
    for (int entry = 0; entry < regions.size(); entry++) {
      final Contrast region = regions.get(entry);
      double squares = 0;
      double outside = 0;
      for (int c = 0; c < channels; c++) {
        final float value = (float) (region.inside()[c] - region.outside()[c]);
        encoder[entry * channels + c] = value;
        squares += (double) value * value;
        outside += value * region.outside()[c];
      }
      if (!(squares > 0)) {
        throw new UserError(
            "ROI \""
                + region.label()
                + "\" is inside as outside: choose a layer or a ROI where the two differ");
      }
      bias[entry] = (float) -outside;
      entries.add(Entry.plain(region.label(), region.units()));
    }
    return Directions.plain(encoder, bias, entries);
  }
}
