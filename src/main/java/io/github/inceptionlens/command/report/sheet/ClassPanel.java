package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageText.Anchor;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Change;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import java.util.List;
import java.util.Locale;

/** Classes and what a unit does to them, as bars, those raised above those lowered. */
final class ClassPanel {

  private static final double NAMES = 0.42;
  private static final double FIGURES = 30;
  private static final double PITCH = 7.5;
  private static final double BAR = 4.6;

  private final Change change;
  private final double width;
  private final double largest;

  ClassPanel(final Change change, final double width) {
    this.change = change;
    this.width = width;
    largest =
        change.effects().stream().mapToDouble(effect -> Math.abs(effect.logit())).max().orElse(1);
  }

  void draw(final PageCanvas canvas, final double x, final double y) {
    canvas.text(Ink.note(Ink.shortened(change.title(), Ink.NOTE, width), x, y + Ink.NOTE - 1));
    final List<Effect> effects = change.effects();
    for (int i = 0; i < effects.size(); i++) {
      draw(canvas, effects.get(i), x, y + Ink.LINE + (i + 0.5) * PITCH);
    }
  }

  private void draw(
      final PageCanvas canvas, final Effect effect, final double x, final double middle) {
    final double names = width * NAMES;
    canvas.text(
        Ink.note(Ink.shortened(effect.name(), Ink.NOTE, names - 5), x + names - 4, middle + 2)
            .in(Ink.BLACK)
            .at(Anchor.END));
    final double bar =
        largest > 0 ? Math.abs(effect.logit()) / largest * (width - names - FIGURES) : 0;
    canvas.fill(
        Ink.box(x + names, middle - BAR / 2, Math.max(bar, 0.2), BAR),
        effect.logit() < 0 ? Ink.BELOW : Ink.ABOVE);
    canvas.text(
        Ink.note(
            String.format(Locale.ROOT, "%+.3f", effect.logit()).replace('-', '\u2212'),
            x + names + bar + 3,
            middle + 2));
  }

  double height() {
    return Ink.LINE + PITCH * change.effects().size();
  }
}
