package io.github.inceptionlens.ij1;

import ij.Executer;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.awt.Button;
import java.awt.Checkbox;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    use(
        dialog -> EventThread.run(() -> field(dialog.getStringFields(), 1).setText("mixed3b:5")),
        "  OK  ");
    print("done: " + image.getOverlay().size() + " " + image.getOverlay().get(1).getName());
    Runtime.getRuntime().halt(0);
  }

  private static void preview(final GenericDialog dialog, final File picture) {
    tick(dialog, 0);
    tick(dialog, 3);
    await("a layer", () -> image.getOverlay().size() > 2);
    IJ.wait(500);
    photograph(picture);
    EventThread.run(() -> field(dialog.getNumericFields(), 0).setText("25"));
    await("less opacity", () -> ((ImageRoi) image.getOverlay().get(1)).getOpacity() < 0.3);
    final int color = color();
    EventThread.run(() -> field(dialog.getStringFields(), 3).setText("Ic"));
    EventThread.run(() -> field(dialog.getStringFields(), 3).setText("Ice"));
    await("other colours", () -> color() != color);
    tick(dialog, 3);
    await("the user's overlay", () -> image.getOverlay().size() == 1);
    tick(dialog, 3);
    await("the layer again", () -> image.getOverlay().size() > 2);
    print("previewed");
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
    return layer.getProcessor().get(72, 88);
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

  private static void use(final Consumer<GenericDialog> person, final String button)
      throws InterruptedException {
    final Thread command = new Thread(() -> new Executer("Activation Overlay...").run(), "command");
    command.start();
    final GenericDialog dialog = DialogCheck.dialog();
    IJ.wait(500);
    person.accept(dialog);
    final List<Component> parts = new ArrayList<>();
    DialogCheck.collect(dialog, parts);
    for (final Component part : parts) {
      if (part instanceof Button one && one.getLabel().equals(button)) {
        dialog.actionPerformed(new ActionEvent(one, ActionEvent.ACTION_PERFORMED, button));
      }
    }
    command.join();
  }

  private static TextField field(final List<?> fields, final int index) {
    return (TextField) fields.get(index);
  }

  private static void tick(final GenericDialog dialog, final int index) {
    final Checkbox box = (Checkbox) dialog.getCheckboxes().get(index);
    box.setState(!box.getState());
    dialog.itemStateChanged(
        new ItemEvent(
            box,
            ItemEvent.ITEM_STATE_CHANGED,
            box.getLabel(),
            box.getState() ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
  }

  private static void print(final String line) {
    System.out.println(line);
  }
}
