package io.github.inceptionlens.activation;

import io.github.inceptionlens.activation.DatasetExamples.Example;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Of every picture of a series the place at which a unit answers most, and some that chance picks.
 *
 * <p>Pictures are looked at one after the other and not kept; places lie where the picture is
 * selected, and no place is picked twice.
 */
public final class SampledPlaces {

  /** How many places of a picture are known at most. */
  public static final int MOST = 64;

  private final InceptionV1 network;
  private final Unit unit;
  private final Random dice;
  private final List<List<Example>> pictures = new ArrayList<>();
  private int width;
  private int height;

  /**
   * @param unit with canonical names
   * @param seed what the places are drawn from
   */
  public SampledPlaces(final InceptionV1 network, final Unit unit, final long seed) {
    this.network = network;
    this.unit = unit;
    this.dice = new Random(seed);
  }

  /**
   * Looks at the next picture.
   *
   * @throws io.github.inceptionlens.core.UserError when it is too small for the layer or too large
   *     for the memory
   */
  public void look(final View view) {
    final FeatureMap map = network.run(view.picture(), List.of(unit.layer())).map(unit.layer());
    final float[] values = map.channel(unit.channel());
    final SelectedUnits units = new SelectedUnits(map.geometry(), view);
    pictures.add(
        order(units.indices(), values)
            .mapToObj(i -> new Example(unit, pictures.size(), values[i], units.x(i), units.y(i)))
            .toList());
    final int field = map.geometry().x().receptiveField();
    width = Math.max(width, Math.min(field, view.width()));
    height = Math.max(height, Math.min(field, view.height()));
  }

  /** The strongest first, then others by chance. */
  private IntStream order(final int[] selected, final float[] values) {
    int strongest = 0;
    for (int i = 1; i < selected.length; i++) {
      strongest = values[selected[i]] > values[selected[strongest]] ? i : strongest;
    }
    swap(selected, 0, strongest);
    final int count = Math.min(MOST, selected.length);
    for (int i = 1; i < count; i++) {
      swap(selected, i, i + dice.nextInt(selected.length - i));
    }
    return IntStream.of(selected).limit(count);
  }

  private static void swap(final int[] values, final int one, final int other) {
    final int value = values[one];
    values[one] = values[other];
    values[other] = value;
  }

  /** How many pictures were looked at. */
  public int pictures() {
    return pictures.size();
  }

  /** The width in pixels that holds the crop of every place. */
  public int cropWidth() {
    return width;
  }

  /** The height of the same. */
  public int cropHeight() {
    return height;
  }

  /** The strongest places of the pictures that drive the unit most, strongest first. */
  public List<Example> strongest(final int count) {
    return pictures.stream()
        .map(places -> places.get(0))
        .sorted(Comparator.comparingDouble(Example::value).reversed())
        .limit(count)
        .toList();
  }

  /**
   * The strongest place and others of each picture, picture by picture.
   *
   * @param perPicture how many of a picture at most, up to {@value #MOST}
   * @param but examples whose pictures are left out
   */
  public List<Example> places(final int perPicture, final Collection<Example> but) {
    final List<Integer> left = but.stream().map(Example::picture).toList();
    return pictures.stream()
        .flatMap(places -> places.stream().limit(perPicture))
        .filter(place -> !left.contains(place.picture()))
        .toList();
  }
}
