package io.github.inceptionlens.command.family;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.family.Congruence;
import io.github.inceptionlens.circuit.family.FamilyMember;
import io.github.inceptionlens.circuit.family.KernelAgreement;
import io.github.inceptionlens.circuit.family.TurnedKernel;
import io.github.inceptionlens.circuit.family.UnitFamily;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the members of families look for and their kernels from the picture, a row per family,
 * ordered by angle: as they are, and below turned back to the first member, where all look alike.
 */
final class FamilyMontage {

  /** How many members a row shows. */
  static final int COLUMNS = 16;

  /** How many rows a page has. */
  static final int ROWS = 4;

  private static final int MOST_ROWS = 64;
  private static final int SIDE = 80;
  private static final int GAP = 2;
  private static final int STEP = SIDE + GAP;
  private static final int CAPTION = 104;
  private static final int GRAY = 0x80;
  private static final int LINES = 3;
  private static final Color NOTHING = new Color(0xdddddd);

  private final List<List<FamilyMember>> rows = new ArrayList<>();
  private final List<Integer> families = new ArrayList<>();
  private final UnitNames names;
  private final KernelAgreement kernels;
  private Map<Unit, ? extends ImageProcessor> icons = Map.of();
  private int pictures;

  /**
   * @param names what a reader is shown of units
   * @param kernels of all members
   */
  FamilyMontage(final List<UnitFamily> all, final UnitNames names, final KernelAgreement kernels) {
    this.names = names;
    this.kernels = kernels;
    for (int family = 0; family < all.size(); family++) {
      final List<FamilyMember> members = all.get(family).members();
      for (int first = 0; first < members.size(); first += COLUMNS) {
        if (rows.size() < MOST_ROWS) {
          rows.add(members.subList(first, Math.min(members.size(), first + COLUMNS)));
          families.add(family + 1);
        }
      }
    }
  }

  /** The units that are shown. */
  List<Unit> units() {
    return rows.stream().flatMap(List::stream).map(FamilyMember::unit).toList();
  }

  /**
   * The pages.
   *
   * @param found what units look for, as far as that is known; where nothing is, kernels are alone
   */
  ImagePlus image(
      final String title, final Map<Unit, ? extends ImageProcessor> found, final Provenance made) {
    icons = found;
    pictures = found.isEmpty() ? 2 : 4;
    final int columns = rows.stream().mapToInt(List::size).max().orElseThrow();
    final Montage montage = new Montage(SIDE, height(), CAPTION, LINES);
    for (int row = 0; row < rows.size(); row++) {
      for (final FamilyMember member : rows.get(row)) {
        add(montage, families.get(row), member);
      }
      for (int i = rows.get(row).size(); i < columns; i++) {
        montage.add(paper());
      }
    }
    final ImagePlus image =
        rows.size() <= ROWS
            ? montage.image(title, columns)
            : montage.pages(title, columns, ROWS, pages());
    image.setTitle(ResultImages.unique(title));
    ResultImages.describe(image, made);
    return image;
  }

  private List<String> pages() {
    final List<String> labels = new ArrayList<>();
    for (int first = 0; first < rows.size(); first += ROWS) {
      final int last = Math.min(rows.size(), first + ROWS) - 1;
      labels.add("families " + families.get(first) + " to " + families.get(last));
    }
    return labels;
  }

  private int height() {
    return pictures * STEP - GAP;
  }

  private ColorProcessor paper() {
    final ColorProcessor paper = new ColorProcessor(SIDE, height());
    paper.setColor(Color.WHITE);
    paper.fill();
    return paper;
  }

  private void add(final Montage montage, final int family, final FamilyMember member) {
    final ColorProcessor tile = paper();
    final ImageProcessor icon = icons.get(member.unit());
    if (icon != null) {
      addBoth(tile, 0, icon, member.way());
    } else if (!icons.isEmpty()) {
      tile.setColor(NOTHING);
      tile.fillRect(0, 0, SIDE, SIDE);
    }
    addBoth(tile, pictures - 2, kernel(kernels.kernel(member.unit())), member.way());
    montage.add(
        tile,
        names.of(member.unit()),
        String.format(
            Locale.ROOT,
            "%d: %s%.0f degrees",
            family,
            member.way().mirrored() ? "mirr. " : "",
            member.way().angle()),
        String.format(Locale.ROOT, "correlation %.2f", member.correlation()));
  }

  /** A picture as it is, and below it turned back. */
  private static void addBoth(
      final ColorProcessor tile,
      final int place,
      final ImageProcessor picture,
      final Congruence way) {
    picture.setInterpolationMethod(ImageProcessor.BILINEAR);
    final ImageProcessor small = picture.resize(SIDE, SIDE, true);
    tile.insert(small, 0, place * STEP);
    tile.insert(turnedBack(small, way), 0, (place + 1) * STEP);
  }

  /** The round middle of a picture, as it would lie with the first member. */
  private static ImageProcessor turnedBack(final ImageProcessor picture, final Congruence way) {
    final ImageProcessor turned = picture.duplicate();
    turned.setInterpolationMethod(ImageProcessor.BILINEAR);
    turned.setBackgroundColor(Color.WHITE);
    turned.rotate(way.angle());
    if (way.mirrored()) {
      turned.flipHorizontal();
    }
    final double middle = (SIDE - 1) / 2.0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      if (Math.hypot(i % SIDE - middle, i / SIDE - middle) > SIDE / 2.0) {
        turned.set(i, 0xffffff);
      }
    }
    return turned;
  }

  /** The weights of the picture's colors around gray, the strongest as bright or dark as can be. */
  private ImageProcessor kernel(final TurnedKernel kernel) {
    float largest = 0;
    for (final float weight : kernel.values()) {
      largest = Math.max(largest, Math.abs(weight));
    }
    final int area = kernel.size() * kernel.size();
    final ColorProcessor picture = new ColorProcessor(kernel.size(), kernel.size());
    for (int i = 0; i < area; i++) {
      int color = 0;
      for (int channel = 0; channel < 3; channel++) {
        final float part = largest > 0 ? kernel.values()[channel * area + i] / largest : 0;
        final int shift = 16 - 8 * names.color(new Unit(Architecture.INPUT, channel));
        color |= Math.round(GRAY + (GRAY - 1) * part) << shift;
      }
      picture.set(i, color);
    }
    return picture;
  }
}
