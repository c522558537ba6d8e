package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.BrowserStatus;
import io.github.inceptionlens.command.browser.units.UnitFacts;
import java.awt.BorderLayout;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;

/** What is selected, and what is going on, with a button that stops it. */
final class StatusLine {

  private static final int GAP = 6;
  private static final int STEPS = 1000;

  private final BrowserModel model;
  private final JPanel panel = new JPanel(new BorderLayout(GAP, GAP / 2));
  private final JLabel unit = new JLabel(" ");
  private final JLabel progress = new JLabel(" ");
  private final JProgressBar bar = new JProgressBar(0, STEPS);
  private final JButton stop = new JButton("Stop");

  /**
   * @param done takes the keys back once the button was pressed
   */
  StatusLine(final BrowserModel model, final Runnable done) {
    this.model = model;
    unit.setName("unit");
    progress.setName("progress");
    stop.setName("stop");
    stop.setToolTipText("Stop making pictures, or go on with it (Esc)");
    stop.addActionListener(
        event -> {
          model.stop(!model.stopped());
          done.run();
        });
    panel.setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP, GAP / 2, GAP));
    final JPanel right = new JPanel(new BorderLayout(GAP, 0));
    right.add(bar, BorderLayout.CENTER);
    right.add(stop, BorderLayout.LINE_END);
    panel.add(unit, BorderLayout.NORTH);
    panel.add(progress, BorderLayout.CENTER);
    panel.add(right, BorderLayout.LINE_END);
    show();
  }

  /** Where it is drawn. */
  JPanel panel() {
    return panel;
  }

  /** Shows what is selected and going on now. */
  void show() {
    unit.setText(model.selected().map(StatusLine::words).orElseGet(this::count));
    final BrowserStatus status = model.status();
    final String text = status.text().isEmpty() ? model.trouble() : status.text();
    progress.setText(text.isEmpty() ? " " : text);
    progress.setToolTipText(text.isEmpty() ? null : text);
    bar.setValue((int) Math.round(STEPS * Math.max(0, status.fraction())));
    bar.setVisible(status.working());
    stop.setText(model.stopped() ? "Go on" : "Stop");
    stop.setEnabled(status.working() || model.stopped());
  }

  private static String words(final UnitFacts one) {
    return one.figures().isEmpty() ? one.described() : one.described() + ": " + one.figures();
  }

  private String count() {
    return model.shown().size() == model.all()
        ? String.format(Locale.ROOT, "%d units of %s", model.all(), model.layer())
        : String.format(
            Locale.ROOT,
            "%d of the %d units of %s",
            model.shown().size(),
            model.all(),
            model.layer());
  }
}
