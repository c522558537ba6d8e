package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.inceptionlens.command.window.WindowPlacement;
import java.awt.Rectangle;
import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JTextField;

/**
 * A program that runs commands in a window, as a person does, and prints where their results stand
 * and what a row of their table shows.
 */
public final class ResultWindowsCheck {

  private ResultWindowsCheck() {}

  /** Arguments: a folder for ImageJ, and an image. */
  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    final ImageJ imagej = ImageJWindow.open(menu, Path.of(arguments[0]));
    imagej.setVisible(true);
    final ImagePlus image = IJ.openImage(arguments[1]);
    image.show();
    EventThread.run(() -> image.getWindow().setLocation(40, 120));
    command("Strongest Channels...");
    final TextWindow table = (TextWindow) WindowManager.getWindow("InceptionV1 Channels");
    print("table lies on image", table, image);
    System.out.println("table width " + table.getWidth());
    command("Strongest Channels...");
    final ResultsTable rows = ResultsTable.getResultsTable("InceptionV1 Channels");
    System.out.println("rows " + rows.size());
    TableRows.start(rows, 3, WindowPlacement.beside(table)).join();
    final String unit = "mixed4c:" + (int) rows.getValue("Channel", 3);
    final Roi first = image.getOverlay().get(0);
    System.out.println("row shows " + first.getName().equals("InceptionV1 " + unit));
    System.out.println("row selects " + image.getRoi().getTypeAsString());
    IJ.run("Select None");
    command("Activation Overlay...");
    System.out.println("Log is " + (IJ.getLog() == null ? "closed" : "open"));
    command("Saliency Map...");
    print("map lies on image", WindowManager.getCurrentImage().getWindow(), image);
    IJ.run("Unit Weights...", "from=conv2d1 to=conv2d2:1 icons=kept");
    final ImagePlus kernels = WindowManager.getCurrentImage();
    System.out.println(
        "a kernel of "
            + kernels.getWidth()
            + " is shown "
            + Math.round(kernels.getWidth() * kernels.getCanvas().getMagnification()));
    final ImagePlus large = IJ.createImage("large", "8-bit ramp", 6000, 5000, 1);
    large.show();
    final Thread command = new Thread(() -> new ij.Executer("Activation Overlay...").run());
    command.start();
    final DialogPerson person = DialogPerson.atOpenDialog();
    person.click("advanced");
    System.out.println("scale proposed " + ((JTextField) person.named("scale")).getText());
    System.out.println("cost " + person.text("cost"));
    person.enter("scale", "1");
    IJ.wait(1000);
    System.out.println("cost of all " + person.text("cost"));
    person.enter("scale", "0.2");
    person.enter("layer", "conv2d0");
    IJ.wait(1000);
    System.out.println("cost of another " + person.text("cost"));
    person.click("Cancel");
    command.join();
    Runtime.getRuntime().halt(0);
  }

  private static void print(final String what, final Window window, final ImagePlus image) {
    final Rectangle place = image.getWindow().getBounds();
    System.out.println(what + " " + place.intersects(window.getBounds()));
  }

  private static void command(final String label) throws InterruptedException {
    final Thread command = new Thread(() -> new ij.Executer(label).run(), label);
    command.start();
    DialogPerson.atOpenDialog().click("OK");
    command.join();
    IJ.wait(500);
  }
}
