package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A program that uses the echo command's dialog in plain ImageJ's window as a person does, and
 * prints what it met: labels, the recorded line, what the line does when it is run.
 */
public final class DialogCheck {

  private static final String PATH = "/data/top=3 [x]/a stack.caffemodel";

  private DialogCheck() {}

  /** Arguments: a folder for ImageJ, and the file of the dialog's picture. */
  public static void main(final String[] arguments) throws Exception {
    final Path home = Path.of(arguments[0]);
    final Path config = Files.createDirectories(home).resolve("plugins.config");
    Files.writeString(config, MacroProcess.CONFIG);
    final ImageJ imagej = ImageJWindow.open(config, home);
    imagej.setVisible(true);
    IJ.newImage("input", "8-bit ramp", 20, 20, 1);
    final Recorder recorder = new Recorder();
    use("Cancel", new File(arguments[1]));
    print("after cancel: " + recorder.getText().lines().filter(DialogCheck::isOurs).count());
    use("  OK  ", null);
    final String line = recorder.getText().lines().filter(DialogCheck::isOurs).findFirst().get();
    recorder.close();
    print("recorded: " + line);
    print("dialog made:\n" + IJ.getLog());
    IJ.log("\\Clear");
    new Interpreter().run("selectImage('input');\n" + line, null);
    print("line made:\n" + IJ.getLog());
    print("rows: " + ResultsTable.getResultsTable("Echo Table").size());
    new Interpreter().run("print('size=' + Table.size('Echo Table') + ' ' + Table.size);", null);
    new Interpreter()
        .run(
            "setBatchMode(true); selectImage('input');\n" + line + "print('batch=' + getTitle());",
            null);
    print("batch made:\n" + IJ.getLog());
    Runtime.getRuntime().halt(0);
  }

  private static boolean isOurs(final String line) {
    return line.startsWith("run(\"Echo");
  }

  private static void use(final String button, final File picture) throws Exception {
    WindowManager.setCurrentWindow(image("input").getWindow());
    final Thread person = new Thread(() -> press(button, picture), "person");
    person.start();
    final Thread command = new Thread(() -> new ij.Executer("Echo Test...").run(), "Echo Test...");
    command.start();
    command.join();
    person.join();
  }

  private static ImagePlus image(final String title) {
    return WindowManager.getImage(title);
  }

  private static void press(final String name, final File picture) {
    final GenericDialog dialog = dialog();
    final List<Component> parts = new ArrayList<>();
    collect(dialog, parts);
    print("dialog: " + dialog.getTitle());
    parts.stream()
        .map(DialogCheck::words)
        .filter(text -> !text.isEmpty())
        .forEach(DialogCheck::print);
    EventThread.run(
        () -> {
          ((TextField) dialog.getStringFields().get(0)).setText(PATH);
          ((Checkbox) dialog.getCheckboxes().get(0)).setState(true);
        });
    IJ.wait(500);
    parts.stream()
        .filter(part -> part instanceof Label label && label.getText().contains("rows"))
        .forEach(part -> print("then " + words(part)));
    if (picture != null) {
      photograph(dialog, picture);
    }
    parts.stream()
        .filter(part -> part instanceof Button button && button.getLabel().equals(name))
        .forEach(
            part ->
                dialog.actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, name)));
  }

  /** The open dialog; waits for it. */
  static GenericDialog dialog() {
    while (true) {
      for (final Window window : Window.getWindows()) {
        if (window instanceof GenericDialog dialog && dialog.isShowing()) {
          return dialog;
        }
      }
      IJ.wait(50);
    }
  }

  private static void photograph(final Dialog dialog, final File picture) {
    try {
      IJ.wait(1000);
      final Rectangle place = dialog.getBounds();
      final BufferedImage image = new Robot().createScreenCapture(place);
      ImageIO.write(image, "png", picture);
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All parts of a dialog. */
  static void collect(final Container container, final List<Component> parts) {
    for (final Component part : container.getComponents()) {
      parts.add(part);
      if (part instanceof Container inner) {
        collect(inner, parts);
      }
    }
  }

  private static String words(final Component part) {
    if (part instanceof Label label) {
      return "label: " + label.getText();
    }
    if (part instanceof Checkbox box) {
      return "checkbox: " + box.getLabel();
    }
    if (part instanceof Choice choice) {
      return "choice: " + choice.getSelectedItem();
    }
    return part instanceof Button button ? "button: " + button.getLabel() : "";
  }

  private static void print(final String line) {
    System.out.println(line);
  }
}
