package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * Of every picture of a series the place at which a unit responds most, and some that chance picks.
 *
 * <p>Pictures are looked at one after the other and not kept. Places lie where the picture is
 * selected; of one picture no two are picked of which the unit sees, within the picture, more than
 * half in common, and of all pictures none that shows it the very same.
 */
public final class SampledPlaces {

  /** How many places of a picture are known at most. */
  public static final int MOST = 64;

  /** So many places of a picture are tried. */
  private static final int TRIED = 1024;

  /** The part of the smaller of two crops that they may have in common. */
  private static final double COMMON = 0.5;

  /**
   * A place.
   *
   * @param content of what the unit sees there, a digest
   */
  private record Place(Example example, int content) {}

  private final InceptionV1 network;
  private final Unit unit;
  private final Random dice;
  private final List<List<Place>> pictures = new ArrayList<>();
  private int width = Integer.MAX_VALUE;
  private int height = Integer.MAX_VALUE;

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
   * @param picture which one it is
   * @throws io.github.inceptionlens.core.UserError when it is too small for the layer or too large
   *     for the memory
   */
  public void look(final PictureId picture, final View view) {
    final LayerReading reading = network.read(view, unit.layer());
    final float[] values = reading.channels(List.of(unit.channel()), Progress.NONE).plane(0);
    final Geometry geometry = reading.geometry();
    final SelectedUnits units = new SelectedUnits(geometry, view);
    pictures.add(
        apart(units, values).stream()
            .map(i -> new Example(picture, "", values[i], values[i], units.x(i), units.y(i), 0, 0))
            .map(example -> new Place(example, content(example, view, geometry)))
            .toList());
    final int field = geometry.x().receptiveField();
    width = Math.min(width, Math.min(field, view.width()));
    height = Math.min(height, Math.min(field, view.height()));
  }

  private static int content(final Example example, final View view, final Geometry geometry) {
    final Picture crop = example.crop(view, geometry.x().receptiveField());
    int content = Arrays.hashCode(new long[] {crop.dimension(0), crop.dimension(1)});
    for (int plane = 0; plane < crop.dimension(2); plane++) {
      content = 31 * content + Arrays.hashCode(crop.plane(plane));
    }
    return content;
  }

  /** The strongest unit, then others by chance that see little of what those before see. */
  private List<Integer> apart(final SelectedUnits units, final float[] values) {
    final int[] selected = units.indices();
    int strongest = 0;
    for (int i = 1; i < selected.length; i++) {
      strongest = values[selected[i]] > values[selected[strongest]] ? i : strongest;
    }
    swap(selected, 0, strongest);
    final List<Integer> apart = new ArrayList<>();
    final List<Interval> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(TRIED, selected.length) && apart.size() < MOST; i++) {
      if (i > 0) {
        swap(selected, i, i + dice.nextInt(selected.length - i));
      }
      final Interval field = units.field(selected[i]);
      if (fields.stream().allMatch(other -> isApart(field, other))) {
        apart.add(selected[i]);
        fields.add(field);
      }
    }
    return apart;
  }

  private static boolean isApart(final Interval one, final Interval other) {
    final Interval common = Intervals.intersect(one, other);
    return Intervals.isEmpty(common)
        || Intervals.numElements(common)
            <= COMMON * Math.min(Intervals.numElements(one), Intervals.numElements(other));
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

  /** The width in pixels of a window that fits the receptive field and every picture. */
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
        .map(places -> places.get(0).example)
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
    final List<PictureId> left = but.stream().map(Example::picture).toList();
    final Set<Integer> seen = new HashSet<>();
    pictures.stream()
        .flatMap(List::stream)
        .filter(place -> left.contains(place.example.picture()))
        .forEach(place -> seen.add(place.content));
    return pictures.stream()
        .flatMap(places -> places.stream().limit(perPicture))
        .filter(place -> !left.contains(place.example.picture()) && seen.add(place.content))
        .map(Place::example)
        .toList();
  }
}
