package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The strongest connections of upper units, a row each: what the upper unit looks for, then what
 * each lower unit looks for, with the kernel between below it.
 */
final class KernelMontage {

  /** How many rows a page has. */
  static final int ROWS = 8;

  private static final int SIDE = 96;
  private static final int GAP = 2;
  private static final int CAPTION = 104;
  private static final int LINES = 3;
  private static final Color NOTHING = new Color(0xdddddd);

  private final Function<Unit, String> names;
  private final Map<Unit, ? extends ImageProcessor> icons;
  private final float largest;

  /**
   * @param names what a reader is shown of units
   * @param icons what units look for, as far as that is known
   * @param largest the magnitude for which the strongest colors stand
   */
  KernelMontage(
      final Function<Unit, String> names,
      final Map<Unit, ? extends ImageProcessor> icons,
      final float largest) {
    this.names = names;
    this.icons = icons;
    this.largest = largest > 0 ? largest : 1;
  }

  /**
   * The pages.
   *
   * @param rows of each upper unit the connections, at least one of each
   */
  ImagePlus image(final String title, final List<List<WeightKernel>> rows, final Provenance made) {
    final int columns = 1 + rows.stream().mapToInt(List::size).max().orElse(0);
    final Montage montage = new Montage(SIDE, 2 * SIDE + GAP, CAPTION, LINES);
    for (final List<WeightKernel> row : rows) {
      addUnit(montage, row.get(0).to());
      row.forEach(one -> addKernel(montage, one));
      for (int i = row.size() + 1; i < columns; i++) {
        montage.add(paper());
      }
    }
    final ImagePlus image =
        rows.size() <= ROWS
            ? montage.image(title, columns)
            : montage.pages(title, columns, ROWS, pages(rows));
    image.setTitle(ResultImages.unique(title));
    ResultImages.describe(image, made);
    return image;
  }

  private static List<String> pages(final List<List<WeightKernel>> rows) {
    final List<String> labels = new ArrayList<>();
    for (int first = 0; first < rows.size(); first += ROWS) {
      final int last = Math.min(rows.size(), first + ROWS) - 1;
      labels.add(rows.get(first).get(0).to() + " to " + rows.get(last).get(0).to());
    }
    return labels;
  }

  private static ColorProcessor paper() {
    final ColorProcessor paper = new ColorProcessor(SIDE, 2 * SIDE + GAP);
    paper.setColor(Color.WHITE);
    paper.fill();
    return paper;
  }

  private void addUnit(final Montage montage, final Unit unit) {
    final ColorProcessor tile = paper();
    drawIcon(tile, unit, SIDE + GAP);
    montage.add(
        tile, names.apply(unit), "red: above 0", String.format(Locale.ROOT, "up to %.3g", largest));
  }

  private void addKernel(final Montage montage, final WeightKernel one) {
    final ColorProcessor tile = paper();
    drawIcon(tile, one.from(), 0);
    tile.insert(kernel(one), 0, SIDE + GAP);
    montage.add(
        tile,
        names.apply(one.from()),
        String.format(Locale.ROOT, "norm %.3g", one.norm()),
        String.format(Locale.ROOT, "sum %+.3g", one.sum()));
  }

  private void drawIcon(final ColorProcessor tile, final Unit unit, final int top) {
    final ImageProcessor icon = icons.get(unit);
    if (icon == null) {
      tile.setColor(NOTHING);
      tile.fillRect(0, top, SIDE, SIDE);
      return;
    }
    icon.setInterpolationMethod(ImageProcessor.BILINEAR);
    tile.insert(icon.resize(SIDE, SIDE, true), 0, top);
  }

  /** The kernel with each weight as a square, as large as it can be with all of one size. */
  private ImageProcessor kernel(final WeightKernel one) {
    final int size = one.span().size();
    final FloatProcessor weights = new FloatProcessor(size, size, one.values());
    weights.setLut(Luts.diverging());
    weights.setMinAndMax(-largest, largest);
    final ImageProcessor colors = weights.convertToRGB();
    colors.setInterpolationMethod(ImageProcessor.NONE);
    final int side = size <= SIDE ? SIDE / size * size : SIDE;
    final ColorProcessor room = new ColorProcessor(SIDE, SIDE);
    room.setColor(Color.WHITE);
    room.fill();
    final int margin = (SIDE - side) / 2;
    room.insert(colors.resize(side, side), margin, margin);
    room.setColor(NOTHING);
    room.drawRect(margin, margin, side, side);
    return room;
  }
}
