package io.github.inceptionlens.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.io.File;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * A program that previews an activation overlay in plain ImageJ's window as a person does, and
 * prints what it saw.
 */
public final class PreviewCheck {

  private static final int PATIENCE = 600;

  private static ImagePlus image;

  private PreviewCheck() {}

  /**
   * Arguments: the folder that holds {@code plugins.config}, a folder for ImageJ, the image, and
   * the file of a picture of the screen.
   */
  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.open(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]))
        .setVisible(true);
    image = IJ.openImage(arguments[2]);
    image.show();
    final Roi users = new OvalRoi(5, 5, 20, 20);
    final Overlay before = new Overlay(users);
    image.setOverlay(before);
    use(dialog -> preview(dialog, new File(arguments[3])), "Cancel");
    print("cancelled: same overlay " + (image.getOverlay() == before) + ", " + before.size());
    use(dialog -> dialog.enter("unit", "mixed3b:5"), "OK");
    print("done: " + image.getOverlay().get(1).getName());
    Runtime.getRuntime().halt(0);
  }

  private static void preview(final DialogPerson dialog, final File picture) {
    dialog.click("bar");
    dialog.enter("unit", "mixed4c:12");
    dialog.click("preview");
    await("a layer", () -> image.getOverlay().size() > 2);
    IJ.wait(500);
    photograph(picture);
    final double strong = opacity();
    dialog.enter("opacity", "25");
    await("less opacity", () -> opacity() < 0.6 * strong);
    final int color = color();
    dialog.enter("lut", "Ic");
    await("no preview of a wrong entry", () -> image.getOverlay().size() == 1);
    print("complaint: " + dialog.text("lut complaint") + " " + dialog.canConfirm());
    dialog.enter("lut", "Ice");
    await("other colors", () -> image.getOverlay().size() > 2 && color() != color);
    dialog.click("preview");
    await("the user's overlay", () -> image.getOverlay().size() == 1);
    dialog.click("preview");
    await("the layer again", () -> image.getOverlay().size() > 2);
    print("previewed");
  }

  /** The opacity of the lowest element of our layer. */
  private static double opacity() {
    return image.getOverlay().size() > 1 ? ((ImageRoi) image.getOverlay().get(1)).getOpacity() : 1;
  }

  private static void photograph(final File picture) {
    try {
      final Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
      ImageIO.write(new Robot().createScreenCapture(screen), "png", picture);
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int color() {
    final ImageRoi layer = (ImageRoi) image.getOverlay().get(1);
    int brightest = 0;
    for (int i = 0; i < layer.getProcessor().getPixelCount(); i++) {
      brightest = Math.max(brightest, layer.getProcessor().get(i) & 0xffffff);
    }
    return brightest;
  }

  private static void await(final String what, final BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE && !condition.getAsBoolean(); i++) {
      IJ.wait(100);
    }
    if (!condition.getAsBoolean()) {
      print("never came: " + what);
      Runtime.getRuntime().halt(1);
    }
  }

  private static void use(final Consumer<DialogPerson> person, final String button)
      throws InterruptedException {
    final Thread command = new Thread(() -> new Executer("Activation Overlay...").run(), "command");
    command.start();
    final DialogPerson dialog = DialogPerson.atOpenDialog();
    IJ.wait(500);
    person.accept(dialog);
    dialog.click(button);
    command.join();
  }

  private static void print(final String line) {
    System.out.println(line);
  }
}
