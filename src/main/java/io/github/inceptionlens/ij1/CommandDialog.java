package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.HTMLDialog;
import io.github.inceptionlens.command.DialogSupport;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ShownChannels;
import java.awt.BorderLayout;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;

/**
 * A command's dialog for people, with their last values.
 *
 * <p>The fields are read as the texts of a macro line, so that what is recorded is what was done.
 * What is wrong with a field stands below it while one types; the dialog cannot be confirmed then.
 */
final class CommandDialog {

  private static final String NETWORK = "network";
  private static final int MARGIN = 12;

  private final CommandRun feature;
  private final List<MacroKey> keys;
  private final DialogMemory memory;
  private final DialogSupport support;
  private final DialogForm form;
  private final JDialog dialog =
      new JDialog(IJ.getInstance(), Dialog.ModalityType.APPLICATION_MODAL);
  private final JButton confirm = new JButton("OK");
  private final CostLine cost;
  private final JCheckBox previewed = new JCheckBox("Preview");

  private Optional<LivePreview> preview = Optional.empty();
  private Optional<Map<String, Optional<String>>> answer = Optional.empty();
  private boolean isToLook;
  private String suggestedFor = "";

  CommandDialog(final CommandRun feature, final List<MacroKey> keys) {
    this.feature = feature;
    this.keys = keys;
    memory = new DialogMemory(feature.name(), keys);
    support = feature.dialogSupport();
    cost = new CostLine(feature.module().getDelegateObject());
    form = new DialogForm(keys, support, feature.description());
    dialog.setTitle(title(feature.label()));
    dialog.setName(feature.label());
    dialog.setDefaultCloseOperation(WindowConstants.HIDE_ON_CLOSE); // which cancels
    final JPanel content = new JPanel(new BorderLayout(0, 8));
    content.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN, MARGIN));
    feature.source().ifPresent(image -> content.add(line(image), BorderLayout.NORTH));
    content.add(form.component(), BorderLayout.CENTER);
    content.add(bottom(), BorderLayout.SOUTH);
    dialog.setContentPane(content);
    form.set(begin(memory.texts()));
    form.onChange(this::lookSoon);
    form.onResize(this::resize);
    look();
    resize();
  }

  /** Texts with what the command proposes for this image. */
  private Map<String, String> begin(final Map<String, String> texts) {
    texts.replaceAll((key, text) -> support.proposal(key).orElse(text));
    return texts;
  }

  private static String title(final String label) {
    return label.endsWith("...") ? label.substring(0, label.length() - 3) : label;
  }

  /** What is going to be looked at. */
  private static JLabel line(final ImagePlus image) {
    final JLabel line = new JLabel(ShownChannels.sentence(image));
    line.setName("image");
    line.setFont(line.getFont().deriveFont(Font.PLAIN));
    return line;
  }

  private JPanel bottom() {
    final JPanel lines = new JPanel(new BorderLayout());
    lines.add(cost.label(), BorderLayout.CENTER);
    if (LivePreview.isPossible(feature)) {
      previewed.setName("preview");
      previewed.addItemListener(event -> look());
      lines.add(previewed, BorderLayout.NORTH);
    }
    lines.add(buttons(), BorderLayout.SOUTH);
    return lines;
  }

  private JPanel buttons() {
    final JPanel left = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
    left.add(button("Help", () -> help()));
    left.add(button("Reset", () -> form.set(begin(memory.proposals()))));
    final JPanel right = new JPanel(new FlowLayout(FlowLayout.TRAILING, 0, 0));
    right.add(button("Cancel", () -> close(Optional.empty())));
    confirm.addActionListener(event -> confirm());
    right.add(confirm);
    dialog.getRootPane().setDefaultButton(confirm);
    dialog
        .getRootPane()
        .registerKeyboardAction(
            event -> close(Optional.empty()),
            KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
            JComponent.WHEN_IN_FOCUSED_WINDOW);
    final JPanel all = new JPanel(new BorderLayout(20, 0));
    all.add(left, BorderLayout.WEST);
    all.add(right, BorderLayout.EAST);
    return all;
  }

  private static JButton button(final String name, final Runnable action) {
    final JButton button = new JButton(name);
    button.addActionListener(event -> action.run());
    return button;
  }

  private void help() {
    new HTMLDialog(dialog, title(feature.label()) + " Help", CommandHelp.html(feature, keys));
  }

  /** Asks until the values are allowed; nothing when the user cancels. */
  Optional<Map<String, Optional<String>>> ask() {
    if (LivePreview.isPossible(feature)) {
      preview = Optional.of(LivePreview.start(feature, keys));
    }
    EventQueues.onEventThread(
        () -> {
          putBesideTheImage();
          dialog.setVisible(true); // returns when the dialog is closed
          dialog.dispose();
        });
    preview.ifPresent(LivePreview::close);
    answer.ifPresent(given -> memory.keep(form.texts()));
    return answer;
  }

  private void confirm() {
    look();
    if (confirm.isEnabled()) {
      close(Optional.of(options(form.texts())));
    }
  }

  private void close(final Optional<Map<String, Optional<String>>> given) {
    answer = given;
    dialog.setVisible(false);
  }

  /** Puts the dialog where the image stays visible, if the screen has room there. */
  private void putBesideTheImage() {
    final Window image = WindowManager.getCurrentWindow();
    final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
    dialog.setLocationRelativeTo(IJ.getInstance());
    if (image != null) {
      final int right = image.getX() + image.getWidth();
      final int left = image.getX() - dialog.getWidth();
      if (right + dialog.getWidth() <= screen.width || left >= 0) {
        dialog.setLocation(right + dialog.getWidth() <= screen.width ? right : left, image.getY());
      }
    }
    final int lowest = Math.max(0, screen.height - dialog.getHeight());
    dialog.setLocation(Math.max(0, dialog.getX()), Math.min(Math.max(0, dialog.getY()), lowest));
  }

  private void resize() {
    dialog.pack();
  }

  /** Looks once when all that happened until now is done, however many letters were typed. */
  private void lookSoon() {
    if (!isToLook) {
      isToLook = true;
      EventQueue.invokeLater(
          () -> {
            isToLook = false;
            look();
          });
    }
  }

  /** Looks at what stands in the fields now. */
  private void look() {
    final Map<String, String> texts = form.texts();
    final Map<String, String> complaints = complaints(texts);
    form.show(complaints, support::isRead);
    confirm.setEnabled(complaints.isEmpty());
    if (cost.tell(complaints.isEmpty())) {
      resize();
    }
    suggest(texts.getOrDefault(NETWORK, ""));
    final boolean wanted = previewed.isSelected() && complaints.isEmpty();
    preview.ifPresent(live -> live.want(wanted ? Optional.of(options(texts)) : Optional.empty()));
  }

  /** What is suggested depends on the network alone. */
  private void suggest(final String network) {
    if (!network.equals(suggestedFor)) {
      suggestedFor = network;
      EventQueue.invokeLater(form::suggest);
    }
  }

  /** What is wrong with the texts that count; the command is given the others. */
  private Map<String, String> complaints(final Map<String, String> texts) {
    final Map<String, String> complaints = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      try {
        final Optional<String> option = Optional.of(texts.get(key.name()));
        OptionString.format(Map.of(key.name(), option));
        CommandRunner.give(feature.module(), key.name(), key.value(option));
      } catch (final UserError e) {
        complaints.put(key.name(), e.getMessage());
      }
    }
    for (final MacroKey key : keys) {
      if (key.choices().isEmpty()
          && !complaints.containsKey(key.name())
          && support.isRead(key.name())) {
        check(key).ifPresent(complaint -> complaints.put(key.name(), complaint));
      }
    }
    complaints.keySet().removeIf(key -> !support.isRead(key));
    return complaints;
  }

  private Optional<String> check(final MacroKey key) {
    try {
      support.check(key.name(), feature.module().getInput(key.name()));
      return Optional.empty();
    } catch (final UserError e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The options of the macro line that does the same; what does not count is as it is usually. */
  Map<String, Optional<String>> options(final Map<String, String> texts) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      final boolean counts = support.isRead(key.name());
      key.option(counts ? texts.get(key.name()) : key.standardText())
          .ifPresent(option -> options.put(key.name(), option));
    }
    return options;
  }

  /** What stands in the fields, by key. */
  Map<String, String> texts() {
    return form.texts();
  }
}
