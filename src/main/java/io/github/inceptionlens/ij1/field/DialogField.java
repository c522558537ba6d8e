package io.github.inceptionlens.ij1.field;

import io.github.inceptionlens.command.DialogSupport.Suggestion;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;

/** One field of a dialog: shows and gives the text of a key, as in a macro line. */
public abstract class DialogField {

  private static final int NUMBER_COLUMNS = 6;

  /** A number, or anything else that is short. */
  public static DialogField number() {
    return new PlainField(NUMBER_COLUMNS);
  }

  /** A text, for which values may be suggested. */
  public static DialogField text() {
    return new SuggestedField();
  }

  /** A check box, which has its label beside it. */
  public static DialogField flag(final String label) {
    return new FlagField(label);
  }

  /** One of a few texts. */
  public static DialogField choice(final List<String> choices) {
    return new ChoiceField(choices);
  }

  /** Any of a few texts, a list with commas. */
  public static DialogField several(final List<String> choices) {
    return new SeveralField(choices);
  }

  /** A whole number between two others, with a slider. */
  public static DialogField slider(final int least, final int most) {
    return new SliderField(least, most);
  }

  /** An existing file. */
  public static DialogField file() {
    return new FileField(FileField.Kind.FILE);
  }

  /** A file to be written. */
  public static DialogField newFile() {
    return new FileField(FileField.Kind.NEW_FILE);
  }

  /** A folder. */
  public static DialogField folder() {
    return new FileField(FileField.Kind.FOLDER);
  }

  /** What is put into the dialog. */
  public abstract JComponent component();

  /** The part in which one types or chooses, which gets the focus. */
  public JComponent input() {
    return component();
  }

  /** What the field says, as in a macro line. */
  public abstract String get();

  /** Lets the field say something. */
  public abstract void set(String text);

  /** Does something whenever the text may have changed. */
  public abstract void onChange(Runnable action);

  /** Offers values; fields that have their own do not heed it. */
  public void suggest(final List<Suggestion> suggestions) {}

  /** Does something whenever somebody typed. */
  static void onTyping(final JTextComponent field, final Runnable action) {
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(final DocumentEvent event) {
                action.run();
              }

              @Override
              public void removeUpdate(final DocumentEvent event) {
                action.run();
              }

              @Override
              public void changedUpdate(final DocumentEvent event) {
                action.run();
              }
            });
  }
}
