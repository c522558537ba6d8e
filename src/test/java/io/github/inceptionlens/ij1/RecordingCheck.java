package io.github.inceptionlens.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.swing.JDialog;
import javax.swing.JFrame;

/**
 * A program that records commands of the menu as a person gives them, by their dialogs, in plain
 * ImageJ's window, runs what was recorded from a clean start, and prints whether that made the same
 * images and tables.
 *
 * <p>Arguments: a folder for ImageJ, a folder for files, and the macro's file that opens the images
 * to start with; then for each command its label and its dialog's texts, {@code key=value} with
 * semicolons between.
 */
public final class RecordingCheck {

  private RecordingCheck() {}

  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    final ImageJ imagej = ImageJWindow.open(menu, Path.of(arguments[0]));
    imagej.setVisible(true);
    final String start = Files.readString(Path.of(arguments[2]));
    for (int i = 3; i + 1 < arguments.length; i += 2) {
      check(arguments[i], arguments[i + 1], start);
    }
    Runtime.getRuntime().halt(0);
  }

  private static void check(final String label, final String texts, final String start)
      throws Exception {
    remember(label, texts);
    clear(start);
    final Recorder recorder = new Recorder();
    recorder.getText();
    command(label);
    IJ.wait(300);
    final String recorded = recorder.getText();
    recorder.close();
    final Map<String, String> first = seen();
    clear(start);
    String failure = "";
    final Interpreter macro = new Interpreter();
    macro.setIgnoreErrors(true);
    try {
      Thread.currentThread().setName("Macro$");
      macro.run(recorded, "");
      failure = macro.wasError() ? macro.getErrorMessage() : "";
    } catch (final RuntimeException e) {
      failure = String.valueOf(e);
    }
    IJ.wait(300);
    final Map<String, String> second = seen();
    System.out.println("recorded " + label + ": " + recorded.replace("\n", " | "));
    System.out.println(
        "replayed "
            + label
            + (first.equals(second) && failure.isEmpty()
                ? " the same " + first.keySet()
                : " otherwise: " + failure + " " + first + " " + second));
  }

  /** The dialog's texts come from the preferences, as a person's last ones do. */
  private static void remember(final String label, final String texts) throws Exception {
    final String line =
        Files.readAllLines(Path.of("target", "classes", "plugins.config")).stream()
            .filter(one -> one.contains('"' + label + '"'))
            .findFirst()
            .orElseThrow();
    final String type = line.replaceAll(".*\\.(\\w+)\"\\)$", "$1");
    for (final String text : texts.isEmpty() ? new String[0] : texts.split(";")) {
      final String[] parts = text.split("=", 2);
      Prefs.set(
          (parts[0].equals("network") ? "inceptionlens." : "inceptionlens." + type + ".")
              + parts[0],
          parts[1]);
    }
  }

  private static void clear(final String start) {
    Recorder.record = false;
    IJ.resetEscape();
    for (final int id :
        WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
      final ImagePlus image = WindowManager.getImage(id);
      image.changes = false;
      image.close();
    }
    for (final Window window : WindowManager.getAllNonImageWindows()) {
      if (window instanceof TextWindow text) {
        text.close(false);
      } else if (window instanceof JFrame frame) {
        frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
      }
    }
    IJ.wait(200);
    new Interpreter().run(start, "");
    IJ.wait(300);
    Recorder.record = true;
  }

  private static void command(final String label) throws Exception {
    final Thread command = new Thread(() -> new Executer(label).run(), label);
    command.start();
    while (command.isAlive()) {
      for (final Window window : Window.getWindows()) {
        if (window instanceof JDialog dialog && dialog.isShowing()) {
          new DialogPerson(dialog).click("OK");
        }
      }
      command.join(50);
    }
  }

  /** Digests of all images by title, and the tables' texts but for times. */
  private static Map<String, String> seen() {
    final Map<String, String> seen = new TreeMap<>();
    for (final int id :
        WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
      final ImagePlus image = WindowManager.getImage(id);
      final StringBuilder digest = new StringBuilder();
      for (int slice = 1; slice <= image.getStackSize(); slice++) {
        final float[] values =
            image.getStack().getProcessor(slice).convertToFloat().getPixelsCopy()
                    instanceof float[] floats
                ? floats
                : new float[0];
        digest
            .append(Arrays.hashCode(values))
            .append(' ')
            .append(image.getStack().getSliceLabel(slice));
      }
      final int elements = image.getOverlay() == null ? 0 : image.getOverlay().size();
      seen.put("image " + image.getTitle(), digest + " overlay " + elements);
    }
    for (final Window window : WindowManager.getAllNonImageWindows()) {
      if (window instanceof TextWindow text) {
        final ResultsTable table = ResultsTable.getResultsTable(text.getTitle());
        if (table != null) {
          seen.put("table " + text.getTitle(), text(table));
        }
      }
    }
    return seen;
  }

  private static String text(final ResultsTable table) {
    if (table.columnExists("Seconds")) {
      table.deleteColumn("Seconds");
    }
    final StringBuilder text = new StringBuilder(String.join(",", table.getHeadings()));
    for (int row = 0; row < table.size(); row++) {
      text.append(" / ").append(table.getRowAsString(row).replace("\t", ","));
    }
    return text.toString();
  }
}
