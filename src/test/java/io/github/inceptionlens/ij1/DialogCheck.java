package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

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
    use("OK", null);
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
    final DialogPerson person = DialogPerson.atOpenDialog();
    print("dialog: " + person.dialog().getTitle());
    person.words().forEach(DialogCheck::print);
    person.enter("network", PATH);
    person.click("All slices");
    IJ.wait(300);
    print("then cost: " + person.text("cost"));
    if (picture != null) {
      person.enter("top", "none");
      print("wrong: " + person.text("top complaint") + " " + person.canConfirm());
      person.enter("top", "5");
      print("right: " + person.text("top complaint") + person.canConfirm());
      person.photograph(picture);
    }
    person.click(name);
  }

  private static void print(final String line) {
    System.out.println(line);
  }
}
