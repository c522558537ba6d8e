package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.FeatureMap;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Draws pictures by their labels, of every label as many, with each unit's mean over the selected
 * places. Pictures without a label are left out.
 *
 * @param <P> the pictures
 */
public final class LabelMeans<P extends SourcePicture> extends ItemCollector<P> {

  private final long seed;

  /**
   * @param layer what is read
   * @param most how many pictures of a label are kept
   * @param seed what they are drawn from
   */
  public LabelMeans(final Layer layer, final int most, final long seed) {
    super(layer, most);
    this.seed = seed;
  }

  @Override
  public BiConsumer<DrawnItems, Seen<P>> accumulator() {
    return (items, seen) -> {
      final String label = seen.source().label();
      final PictureId picture = seen.source().id();
      final long priority = new SplittableRandom(picture.seed(seed)).nextLong();
      if (!label.isEmpty() && items.takes(label, priority, most())) {
        final FeatureMap map = map(seen);
        final float[] means = new SelectedUnits(map.geometry(), seen.view()).means(map);
        items.keep(
            label,
            new DrawnItem(priority, picture, 0, Double.NaN, Double.NaN, false, 0, means),
            most());
      }
    };
  }
}
