package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.overlay.GroupLayer;
import io.github.inceptionlens.image.overlay.LayerValues;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Groups at a glance: in the middle the image with all groups in their colors, beside it each
 * group's icon in a frame of its color with what it contributes to classes; those that are
 * strongest further left stand on the left.
 */
final class GroupPicture {

  private static final int SIDE = 384;
  private static final double ENLARGED = 3;
  private static final double OPACITY = 60;
  private static final int ICON = 80;
  private static final int FRAME = 6;
  private static final int TEXT = 168;
  private static final int GAP = 10;
  private static final int LINE = 15;
  private static final int ROW = ICON + 2 * FRAME + GAP;
  private static final int DOT = 20;
  private static final int PERCENT = 100;
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);

  private final ImageInput input;
  private final GroupsOfFrames groups;

  GroupPicture(final ImageInput input, final GroupsOfFrames groups) {
    this.input = input;
    this.groups = groups;
  }

  private int count() {
    return groups.shown().size();
  }

  /** How many groups stand on the left. */
  private int left() {
    return (count() + 1) / 2;
  }

  /**
   * A slice per frame.
   *
   * @param icons of the groups that have one, by index
   */
  ImagePlus image(final IntFunction<Optional<Picture>> icons) {
    ImageStack stack = null;
    for (int frame = 0; frame < groups.groups().views(); frame++) {
      final ColorProcessor slice = slice(frame, icons);
      stack = stack == null ? new ImageStack(slice.getWidth(), slice.getHeight()) : stack;
      stack.addSlice(input.frames().get(frame).label(), slice);
    }
    final String title = "Groups of " + groups.groups().layer() + " in " + input.shortTitle();
    return new ImagePlus(ResultImages.unique(title), stack);
  }

  private ColorProcessor slice(final int frame, final IntFunction<Optional<Picture>> icons) {
    final ReducedPicture middle =
        ReducedPicture.of(
            input.title(), input.frames().get(frame).picture(), input.placement(), SIDE, ENLARGED);
    final int column = GAP + TEXT + ICON + 2 * FRAME + GAP;
    final int height = Math.max(middle.height() + 2 * GAP, GAP + left() * ROW);
    final ColorProcessor page = new ColorProcessor(2 * column + middle.width(), height);
    page.setColor(Color.WHITE);
    page.fill();
    page.setAntialiasedText(true);
    page.insert(over(frame, middle), column, (height - middle.height()) / 2);
    for (int group = 0; group < count(); group++) {
      final boolean isLeft = group < left();
      final int rows = isLeft ? left() : count() - left();
      final int row = isLeft ? group : group - left();
      final int top = (height - rows * ROW + GAP) / 2 + row * ROW;
      final int icon = isLeft ? column - GAP - ICON - FRAME : column + middle.width() + GAP + FRAME;
      drawIcon(page, group, icons.apply(group), icon, top + FRAME);
      final int text = isLeft ? GAP : icon + ICON + FRAME + GAP;
      drawTexts(page, frame, group, text, top + FRAME);
    }
    return page;
  }

  private ColorProcessor over(final int frame, final ReducedPicture middle) {
    final Overlay overlay =
        GroupLayer.of(
                middle.input(),
                LayerValues.of(groups.drawn(frame, middle.placement())),
                groups.shown(),
                "groups",
                OPACITY,
                false,
                Provenance.EMPTY)
            .over(new Overlay());
    final ColorProcessor drawn = middle.with(overlay);
    drawn.setAntialiasedText(true);
    for (int group = 0; group < count(); group++) {
      drawNumber(drawn, frame, group, middle);
    }
    return drawn;
  }

  /** The group's number where it is strongest. */
  private void drawNumber(
      final ColorProcessor drawn, final int frame, final int group, final ReducedPicture middle) {
    final int peak = groups.groups().peak(frame, group);
    if (!(groups.groups().strength(frame, group)[peak] > 0)) {
      return;
    }
    final int columns = groups.groups().geometry().x().size();
    final double x = groups.groups().geometry().x().center(peak % columns);
    final double y = groups.groups().geometry().y().center(peak / columns);
    final int column = inside(middle.placement().regionX(x), middle.width());
    final int row = inside(middle.placement().regionY(y), middle.height());
    drawDot(drawn, group, column, row);
  }

  private static int inside(final double at, final int length) {
    final int margin = Math.min(DOT / 2 + 1, length / 2);
    return (int) Math.rint(Math.max(margin, Math.min(length - margin, at)));
  }

  private void drawDot(final ImageProcessor page, final int group, final int x, final int y) {
    page.setColor(Color.BLACK);
    page.fillOval(x - DOT / 2 - 1, y - DOT / 2 - 1, DOT + 2, DOT + 2);
    page.setColor(groups.color(group));
    page.fillOval(x - DOT / 2, y - DOT / 2, DOT, DOT);
    page.setColor(Color.BLACK);
    page.setFont(BOLD);
    final String number = Integer.toString(group + 1);
    page.drawString(number, x - page.getStringWidth(number) / 2, y + DOT / 2 - 1);
  }

  private void drawIcon(
      final ColorProcessor page,
      final int group,
      final Optional<Picture> icon,
      final int left,
      final int top) {
    page.setColor(groups.color(group));
    page.fillRect(left - FRAME, top - FRAME, ICON + 2 * FRAME, ICON + 2 * FRAME);
    page.setColor(new Color(0xdddddd));
    page.fillRect(left, top, ICON, ICON);
    icon.ifPresent(
        picture -> {
          final ImageProcessor colors = PictureStack.colors(picture);
          colors.setInterpolationMethod(ImageProcessor.BILINEAR);
          page.insert(colors.resize(ICON, ICON, true), left, top);
        });
  }

  private void drawTexts(
      final ColorProcessor page, final int frame, final int group, final int left, final int top) {
    drawDot(page, group, left + DOT / 2, top + DOT / 2 - 2);
    page.setFont(BOLD);
    page.drawString("group " + (group + 1), left + DOT + FRAME, top + LINE);
    page.setFont(PLAIN);
    int row = 2;
    page.drawString(
        String.format(
            Locale.ROOT,
            "%.0f %% of %s",
            PERCENT * groups.groups().share(frame, group),
            groups.groups().layer()),
        left,
        top + row * LINE + 3);
    final GroupContributions all = groups.contributions(frame);
    for (int i = 0; i < all.classes().size(); i++) {
      row++;
      page.drawString(
          Montage.shortened(
              page,
              String.format(
                  Locale.ROOT,
                  "%+.2f %s",
                  all.values().get(i)[group],
                  all.classes().get(i).label()),
              TEXT - GAP),
          left,
          top + row * LINE + 3);
    }
  }
}
