package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.JDialog;

/**
 * A program that opens the dialog of every command of a menu in a window, unfolds it, enters
 * something wrong, and prints how high it is, what it says and what it shows.
 */
public final class DialogTour {

  private static final Pattern LINE =
      Pattern.compile(".+, \"(.+)\", .+ij1.JavaVersionGate\\(\"(.+)\"\\)");
  private static final long PATIENCE_MILLIS = 5_000;

  private DialogTour() {}

  /**
   * Arguments: the menu's file, an image, and where wanted a folder for pictures of the dialogs.
   */
  public static void main(final String[] arguments) throws Exception {
    final Optional<Path> folder =
        Arrays.stream(arguments).skip(2).findFirst().map(name -> Path.of(name));
    new ImageJ(ImageJ.NO_SHOW);
    IJ.openImage(arguments[1]).show();
    for (final String line : Files.readAllLines(Path.of(arguments[0]))) {
      final Matcher matcher = LINE.matcher(line);
      if (matcher.matches()
          && matcher.group(1).endsWith("...")
          && !matcher.group(1).equals("Start Here...")) {
        visit(matcher.group(1), matcher.group(2), folder);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static void visit(final String label, final String command, final Optional<Path> folder)
      throws InterruptedException {
    final Thread call = new Thread(() -> new JavaVersionGate().run(command), label);
    call.start();
    final DialogPerson person = new DialogPerson(dialog().orElseThrow());
    final boolean isComplete = person.canConfirm();
    if (person.has("advanced")) {
      person.click("advanced");
    }
    final String name = label.replaceAll("[^A-Za-z0-9]+", "-").toLowerCase();
    folder.ifPresent(place -> person.photograph(place.resolve(name + "png").toFile()));
    System.out.println(
        "dialog " + label + " is " + person.dialog().getHeight() + " high, " + person.canConfirm());
    if (label.equals("Saliency Map...")) {
      System.out.println("Grad-CAM reads samples: " + person.has("samples"));
      person.enter("method", "SmoothGrad");
      System.out.println("SmoothGrad reads samples: " + person.has("samples"));
    }
    if (person.has("layer")) {
      person.enter("layer", "mixed9");
      System.out.println(
          "wrong layer in " + label + ": " + person.canConfirm() + person.text("layer complaint"));
      person.enter("layer", "mixed4c");
    }
    person.click("Reset");
    System.out.println("after Reset as at first: " + (person.canConfirm() == isComplete));
    person.click("Cancel");
    call.join(PATIENCE_MILLIS);
  }

  private static Optional<JDialog> dialog() throws InterruptedException {
    final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    Optional<JDialog> open = Optional.empty();
    while (open.isEmpty() && System.currentTimeMillis() < end) {
      Thread.sleep(50);
      open =
          Arrays.stream(Window.getWindows())
              .filter(window -> window instanceof JDialog && window.isShowing())
              .map(JDialog.class::cast)
              .findFirst();
    }
    return open;
  }
}
