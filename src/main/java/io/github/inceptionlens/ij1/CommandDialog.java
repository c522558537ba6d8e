package io.github.inceptionlens.ij1;

import ij.Macro;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.io.SaveDialog;
import ij.util.Tools;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.core.UserError;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionListener;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.function.Supplier;
import org.scijava.widget.WidgetStyle;

/**
 * A command's dialog for people, with their last values.
 *
 * <p>Every label begins with its key. The fields are read as the texts of a macro line, so that
 * what is recorded is what was done.
 */
final class CommandDialog {

  private static final int COLUMNS = 18;
  private static final int ROOM = 400;
  private static final String PREVIEW = "Preview";

  private final CommandRun feature;
  private final List<MacroKey> keys;
  private final Map<String, Supplier<String>> fields = new LinkedHashMap<>();

  CommandDialog(final CommandRun feature, final List<MacroKey> keys) {
    this.feature = feature;
    this.keys = keys;
  }

  /** Asks until the values are allowed; nothing when the user cancels. */
  Optional<Map<String, Optional<String>>> ask() {
    Map<String, String> texts = remembered();
    String complaint = "";
    while (true) {
      final GenericDialog dialog = build(texts, complaint);
      show(dialog);
      if (dialog.wasCanceled()) {
        return Optional.empty();
      }
      texts = texts();
      final Map<String, Optional<String>> options = options(texts);
      complaint = complaint(options);
      if (complaint.isEmpty()) {
        remember(texts);
        return Optional.of(options);
      }
    }
  }

  private void show(final GenericDialog dialog) {
    new CostEstimateLine(feature, keys, () -> options(texts())).addTo(dialog);
    if (!LivePreview.isPossible(feature)) {
      dialog.showDialog();
      return;
    }
    putBesideTheImage(dialog);
    dialog.addCheckbox(PREVIEW, false);
    final Checkbox wanted = (Checkbox) last(dialog.getCheckboxes());
    try (LivePreview preview = LivePreview.start(feature, keys)) {
      dialog.addDialogListener(
          (shown, event) -> {
            preview.want(wanted.getState() ? Optional.of(options(texts())) : Optional.empty());
            return true;
          });
      dialog.showDialog();
    }
  }

  /** Puts the dialog where the image stays visible, if the screen has room there. */
  private static void putBesideTheImage(final GenericDialog dialog) {
    final Window window = WindowManager.getCurrentWindow();
    if (window != null) {
      final int right = window.getX() + window.getWidth();
      if (right + ROOM <= window.getToolkit().getScreenSize().width) {
        dialog.centerDialog(false);
        dialog.setLocation(right, window.getY());
      }
    }
  }

  /** The dialog with the given texts in its fields and what was wrong with them below. */
  GenericDialog build(final Map<String, String> texts, final String complaint) {
    final GenericDialog dialog = new GenericDialog(title(feature.label()));
    fields.clear();
    keys.forEach(key -> add(dialog, key, texts.get(key.name())));
    if (!complaint.isEmpty()) {
      dialog.addMessage(wrapped(complaint), null, Color.RED);
    }
    dialog.addHelp(CommandHelp.html(feature, keys));
    return dialog;
  }

  /** What stands in the fields now, by key. */
  Map<String, String> texts() {
    final Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((key, field) -> texts.put(key, field.get()));
    return texts;
  }

  /** The options of the macro line that does the same. */
  Map<String, Optional<String>> options(final Map<String, String> texts) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      key.option(texts.get(key.name())).ifPresent(option -> options.put(key.name(), option));
    }
    return options;
  }

  /** The last values, or the defaults. */
  Map<String, String> remembered() {
    final Map<String, String> texts = new LinkedHashMap<>();
    for (final MacroKey key : keys) {
      final String last = Prefs.get(preference(key.name()), before(key));
      texts.put(key.name(), isAllowed(key, last) ? last : key.proposal());
    }
    return texts;
  }

  /** The value under the key's earlier name, or else its default. */
  private String before(final MacroKey key) {
    return key.alias()
        .map(alias -> Prefs.get(preference(alias), key.proposal()))
        .orElseGet(key::proposal);
  }

  private void remember(final Map<String, String> texts) {
    keys.forEach(key -> Prefs.set(preference(key.name()), texts.get(key.name())));
  }

  private String preference(final String key) {
    return "inceptionlens." + feature.name() + "." + key;
  }

  private String complaint(final Map<String, Optional<String>> options) {
    try {
      CommandRun.values(feature.label(), keys, options);
      OptionString.format(options);
      return "";
    } catch (final UserError e) {
      return e.getMessage();
    }
  }

  private static boolean isAllowed(final MacroKey key, final String text) {
    try {
      key.value(Optional.of(text));
      return true;
    } catch (final UserError e) {
      return false;
    }
  }

  private void add(final GenericDialog dialog, final MacroKey key, final String text) {
    if (key.isFlag()) {
      dialog.addCheckbox(label(key), Boolean.parseBoolean(text));
      final Checkbox box = (Checkbox) last(dialog.getCheckboxes());
      fields.put(key.name(), () -> String.valueOf(box.getState()));
    } else if (!key.choices().isEmpty()) {
      dialog.addChoice(label(key), key.choices().toArray(String[]::new), text);
      final Choice choice = (Choice) last(dialog.getChoices());
      fields.put(key.name(), choice::getSelectedItem);
    } else if (WidgetStyle.isStyle(key.item().getWidgetStyle(), "slider")) {
      fields.put(key.name(), addSlider(dialog, key, text)::getText);
    } else {
      addText(dialog, key, text);
      final TextField field = (TextField) last(dialog.getStringFields());
      fields.put(key.name(), field::getText);
    }
  }

  /** A slider with a field, in which anything may stand. */
  private static TextField addSlider(
      final GenericDialog dialog, final MacroKey key, final String text) {
    final double least = ((Number) key.item().getMinimumValue()).doubleValue();
    final double most = ((Number) key.item().getMaximumValue()).doubleValue();
    dialog.addSlider(label(key), least, most, Tools.parseDouble(text, least));
    final TextField field = (TextField) last(dialog.getNumericFields());
    field.setText(text);
    return field;
  }

  private static void addText(final GenericDialog dialog, final MacroKey key, final String text) {
    final String style = key.item().getWidgetStyle();
    if (WidgetStyle.isStyle(style, "directory")) {
      dialog.addDirectoryField(label(key), text);
      // ImageJ takes any text for a folder and ends it with a slash: "none/".
      ((TextField) last(dialog.getStringFields())).setText(text);
    } else if (WidgetStyle.isStyle(style, "save")) {
      dialog.addFileField(label(key), text);
      browseForNewFile((TextField) last(dialog.getStringFields()), title(label(key)));
    } else if (key.type() == File.class || WidgetStyle.isStyle(style, "open")) {
      dialog.addFileField(label(key), text);
    } else {
      dialog.addStringField(label(key), text, COLUMNS);
    }
  }

  /** Lets the button beside the field ask for a file to be written, which need not exist. */
  private static void browseForNewFile(final TextField field, final String title) {
    for (final Component beside : field.getParent().getComponents()) {
      if (beside instanceof Button browse) {
        for (final ActionListener opening : browse.getActionListeners()) {
          browse.removeActionListener(opening);
        }
        browse.addActionListener(
            event -> {
              final SaveDialog dialog = new SaveDialog(title, "", ".csv");
              if (dialog.getFileName() != null) {
                field.setText(dialog.getDirectory() + dialog.getFileName());
              }
            });
      }
    }
  }

  /** The parameter's label where it begins with the key, else the key itself before it. */
  static String label(final MacroKey key) {
    final String label = Optional.ofNullable(key.item().getLabel()).orElse("").strip();
    if (Macro.trimKey(label).equals(key.name())) {
      return label;
    }
    final String name = Character.toUpperCase(key.name().charAt(0)) + key.name().substring(1);
    return label.isEmpty() ? name : name + ": " + label;
  }

  private static String title(final String label) {
    return label.endsWith("...") ? label.substring(0, label.length() - 3) : label;
  }

  private static String wrapped(final String sentence) {
    return sentence.replaceAll("(.{60,80}?) ", "$1\n");
  }

  private static Object last(final Vector<?> components) {
    return components.lastElement();
  }
}
