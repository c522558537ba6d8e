package io.github.inceptionlens.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.swing.JFileChooser;

/**
 * A program with little memory that makes more activation maps than fit, in plain ImageJ's window,
 * and prints what a person is asked, what comes of each answer, and what the recorded line does.
 *
 * <p>Arguments: a folder for ImageJ, the folder for the slices, a file for the question's picture.
 */
public final class FolderCheck {

  private static final String LABEL = "Activation Maps...";

  private FolderCheck() {}

  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    final ImageJ imagej = ImageJWindow.open(menu, Path.of(arguments[0]));
    imagej.setVisible(true);
    final Path folder = Path.of(arguments[1]);
    Prefs.set("inceptionlens.ActivationMapsCommand.channels", "all");
    Prefs.set("inceptionlens.ActivationMapsCommand.scale", "0.2");
    final ImagePlus image = IJ.createImage("large", "8-bit ramp", 1200, 1000, 1);
    image.show();
    final Recorder recorder = new Recorder();
    recorder.getText();
    command(
        () -> {
          final DialogPerson question = asked();
          question.words().forEach(word -> print("asked " + word));
          question.photograph(new File(arguments[2]));
          question.click("Cancel");
        });
    print("after cancel: images " + WindowManager.getImageCount() + " " + line(recorder));
    command(
        () -> {
          asked().click("Choose Folder...");
          choose(folder);
        });
    print("made " + seen());
    final String line = line(recorder);
    recorder.close();
    print("recorded " + line);
    final String first = seen();
    IJ.getImage().close();
    WindowManager.setCurrentWindow(image.getWindow());
    new Interpreter().run(line, null);
    print("replayed " + first.equals(seen()));
    Runtime.getRuntime().halt(0);
  }

  /** Runs the command; the person confirms its dialog and answers. */
  private static void command(final Runnable answer) throws Exception {
    final Thread person =
        new Thread(
            () -> {
              DialogPerson.atOpenDialog().click("OK");
              answer.run();
            },
            "person");
    person.setUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    person.start();
    final Thread command = new Thread(() -> new Executer(LABEL).run(), LABEL);
    command.start();
    command.join();
    person.join();
  }

  private static DialogPerson asked() {
    DialogPerson open = DialogPerson.atOpenDialog();
    while (!open.dialog().getTitle().equals("Inception Lens")) {
      IJ.wait(50);
      open = DialogPerson.atOpenDialog();
    }
    return open;
  }

  private static void choose(final Path folder) {
    while (true) {
      for (final Component part : DialogPerson.atOpenDialog().parts()) {
        if (part instanceof JFileChooser chooser) {
          EventThread.run(
              () -> {
                chooser.setSelectedFile(folder.toFile());
                chooser.approveSelection();
              });
          return;
        }
      }
      IJ.wait(50);
    }
  }

  private static String seen() {
    final ImagePlus maps = IJ.getImage();
    return maps.getTitle()
        + " "
        + maps.getStackSize()
        + " "
        + maps.getStack().isVirtual()
        + " "
        + maps.getStack().getSliceLabel(5)
        + " "
        + Arrays.hashCode((float[]) maps.getStack().getPixels(5));
  }

  private static String line(final Recorder recorder) {
    final List<String> lines =
        recorder.getText().lines().filter(one -> one.startsWith("run(\"Activation")).toList();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static void print(final String line) {
    System.out.println(line);
  }
}
