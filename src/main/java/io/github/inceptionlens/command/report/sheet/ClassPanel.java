package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText.Anchor;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Classes and what a unit does to them, as bars: those raised, and beside them those lowered. */
final class ClassPanel {

  private static final double NAMES = 104;
  private static final double FIGURES = 30;
  private static final double PITCH = 8.4;
  private static final double BAR = 4.6;

  private final ClassEffects classes;
  private final double width;
  private final double largest;

  /**
   * @param width of each half
   */
  ClassPanel(final ClassEffects classes, final double width) {
    this.classes = classes;
    this.width = width;
    largest =
        Stream.concat(classes.raised().stream(), classes.lowered().stream())
            .mapToDouble(effect -> Math.abs(effect.logit()))
            .max()
            .orElse(1);
  }

  void draw(final PageCanvas canvas, final double left, final double right, final double y) {
    draw(canvas, classes.raised(), left, y, Ink.ABOVE);
    draw(canvas, classes.lowered(), right, y, Ink.BELOW);
  }

  private void draw(
      final PageCanvas canvas,
      final List<Effect> effects,
      final double x,
      final double y,
      final Color color) {
    for (int i = 0; i < effects.size(); i++) {
      final Effect effect = effects.get(i);
      final double middle = y + (i + 0.5) * PITCH;
      canvas.text(
          Ink.note(Ink.shortened(effect.name(), Ink.NOTE, NAMES - 5), x + NAMES - 4, middle + 2)
              .in(Ink.BLACK)
              .at(Anchor.END));
      final double bar =
          largest > 0 ? Math.abs(effect.logit()) / largest * (width - NAMES - FIGURES) : 0;
      canvas.fill(Ink.box(x + NAMES, middle - BAR / 2, Math.max(bar, 0.2), BAR), color);
      canvas.text(
          Ink.note(
              String.format(Locale.ROOT, "%+.3f", effect.logit()).replace('-', '\u2212'),
              x + NAMES + bar + 3,
              middle + 2));
    }
  }

  double height() {
    return PITCH * Math.max(classes.raised().size(), classes.lowered().size());
  }
}
