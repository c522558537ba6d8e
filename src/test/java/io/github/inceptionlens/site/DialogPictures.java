package io.github.inceptionlens.site;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import io.github.inceptionlens.ij1.JavaVersionGate;
import java.awt.Dialog;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.scijava.command.CommandInfo;

/** A program that takes a picture of every command's dialog, for the reference; needs a display. */
public final class DialogPictures {

  private static final Path FOLDER = Path.of("src", "site", "markdown", "images", "dialogs");
  private static final long PATIENCE_MILLIS = 20_000;
  private static final long DRAWN_MILLIS = 700;

  private DialogPictures() {}

  /**
   * Takes those of the commands with the given pages (such as classify-images), of all where none
   * is given.
   */
  public static void main(final String... pages) throws Exception {
    Files.createDirectories(FOLDER);
    new ImageJ(ImageJ.NO_SHOW);
    final ImagePlus image = IJ.openImage("sample-images/scene-8bit.tif");
    image.show();
    for (final CommandInfo command : ReferencePages.commands()) {
      if (pages.length == 0 || List.of(pages).contains(ReferencePages.slug(command.getLabel()))) {
        take(command);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void take(final CommandInfo command) throws Exception {
    final Thread call =
        new Thread(() -> new JavaVersionGate().run(command.getClassName()), command.getLabel());
    call.start();
    final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (call.isAlive() && System.currentTimeMillis() < end) {
      final Optional<Dialog> shown = dialog();
      if (shown.isPresent()) {
        keep(shown.get(), command);
        shown.get().dispatchEvent(new WindowEvent(shown.get(), WindowEvent.WINDOW_CLOSING));
        call.join(PATIENCE_MILLIS);
      }
      Thread.sleep(50);
    }
  }

  private static void keep(final Dialog dialog, final CommandInfo command)
      throws IOException, Exception {
    dialog.setLocation(20, 20);
    Thread.sleep(DRAWN_MILLIS);
    final Path file = FOLDER.resolve(ReferencePages.slug(command.getLabel()) + ".png");
    ImageIO.write(
        new Robot().createScreenCapture(dialog.getBounds()), "png", Files.newOutputStream(file));
  }

  private static Optional<Dialog> dialog() {
    return Arrays.stream(Window.getWindows())
        .filter(Window::isShowing)
        .filter(Dialog.class::isInstance)
        .map(Dialog.class::cast)
        .findFirst();
  }
}
