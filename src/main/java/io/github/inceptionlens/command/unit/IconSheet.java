package io.github.inceptionlens.command.unit;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The icons of many units in a picture that is made once: those that are kept, and of the others so
 * many more as can be waited for; the rest has none, until they are asked for again.
 */
public final class IconSheet {

  /** How many visualizations are made at a time. */
  public static final int MOST = 64;

  private static final List<Color> COLORS = List.of(Color.RED, Color.GREEN, Color.BLUE);

  private final InceptionV1 network;
  private final UnitPictures kept;
  private final UnitPortraits portraits;
  private final Map<Unit, ImageProcessor> icons = new LinkedHashMap<>();
  private int drawn;
  private int missing;

  public IconSheet(final InceptionV1 network) {
    this.network = network;
    kept = UnitPictures.kept(network);
    portraits = new UnitPortraits(network);
  }

  /**
   * Looks for icons, and makes such as are not kept.
   *
   * @param units in the order in which they matter; the image's colors are squares of them, and
   *     classes have no icons
   * @param most how many are made, 0 for none
   * @throws CancellationException when the user stopped it; {@link #icons} has what there is
   */
  public void find(final Collection<Unit> units, final int most, final Progress progress) {
    units.stream()
        .filter(unit -> unit.layer().equals(Architecture.INPUT))
        .forEach(unit -> icons.put(unit, color(unit)));
    final List<Unit> open = new ArrayList<>();
    final List<Unit> all = units.stream().distinct().filter(this::hasIcon).toList();
    drawn = all.size();
    for (final Unit unit : all) {
      final Optional<ImageProcessor> picture = kept.of(unit);
      picture.ifPresent(one -> icons.put(unit, one));
      if (picture.isEmpty()) {
        open.add(unit);
      }
    }
    final int now = Math.min(most, open.size());
    missing = open.size() - now;
    make(open.subList(0, now), progress);
  }

  private ImageProcessor color(final Unit unit) {
    final ColorProcessor square = new ColorProcessor(1, 1);
    square.setColor(COLORS.get(new UnitNames(network.architecture()).color(unit)));
    square.fill();
    return square;
  }

  private boolean hasIcon(final Unit unit) {
    final Architecture table = network.architecture();
    return !unit.layer().equals(Architecture.INPUT)
        && table.spatial(unit.layer()).name().equals(table.node(unit.layer()).name());
  }

  private void make(final List<Unit> units, final Progress progress) {
    final List<String> layers = units.stream().map(Unit::layer).distinct().toList();
    for (int i = 0; i < layers.size(); i++) {
      final String layer = layers.get(i);
      final List<Unit> own = units.stream().filter(unit -> unit.layer().equals(layer)).toList();
      final Map<Unit, BufferedImage> pictures = portraits.of(own, progress.part(i, layers.size()));
      pictures.forEach((unit, picture) -> icons.put(unit, new ColorProcessor(picture)));
    }
  }

  /** The icons that there are. */
  public Map<Unit, ImageProcessor> icons() {
    return icons;
  }

  /** What a reader must know of those that are not there. */
  public List<String> notes() {
    final List<String> notes = new ArrayList<>(portraits.notes().stream().distinct().toList());
    if (missing > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%d of %d icons are missing: icons=make makes up to %d more, and Visualize Layer..."
                  + " those of a layer",
              missing,
              drawn,
              MOST));
    }
    return notes;
  }
}
