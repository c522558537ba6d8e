package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.MacroInstaller;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that runs one command with options in all the ways in which ImageJ can be asked to, in
 * plain ImageJ's window, and prints how many slices came of each: 2 where the options counted.
 *
 * <p>Arguments: a folder for ImageJ, and the image's file.
 */
public final class RoutesCheck {

  private static final String LABEL = "Activation Maps...";
  private static final String OPTIONS = "channels=3,5 scale=0.5";
  private static final String LINE = "run('" + LABEL + "', '" + OPTIONS + "');".replace('\'', '"');

  private RoutesCheck() {}

  public static void main(final String[] arguments) throws Exception {
    final Path menu = Path.of("target", "classes", "plugins.config").toAbsolutePath();
    final Path home = Path.of(arguments[0]);
    final ImageJ imagej = ImageJWindow.open(menu, home);
    imagej.setVisible(true);
    final ImagePlus image = IJ.openImage(arguments[1]);
    image.show();
    final Path file = Files.writeString(home.resolve("route.ijm"), LINE.replace('\'', '"'));
    final Runnable run = () -> IJ.run(LABEL, OPTIONS);
    route("java", image, run);
    route("java on a thread renamed since", image, twice(run, "pool-1"));
    route("remote, on a thread that serves again", image, twice(run, "RMI TCP Connection(2)-x"));
    route("java with an image", image, () -> IJ.run(image, LABEL, OPTIONS));
    route("macro", image, () -> new Interpreter().run(LINE.replace('\'', '"'), ""));
    route("runMacro", image, () -> IJ.runMacro(LINE.replace('\'', '"')));
    route("runMacroFile", image, () -> IJ.runMacroFile(file.toString(), ""));
    route(
        "call",
        image,
        () ->
            new Interpreter()
                .run("call(\"ij.IJ.run\", \"" + LABEL + "\", \"" + OPTIONS + "\");", ""));
    route("macro tool", image, () -> tool(LINE.replace('\'', '"')));
    Runtime.getRuntime().halt(0);
  }

  /** As a pool does that gives each task's thread a name of its own. */
  private static Runnable twice(final Runnable run, final String name) {
    return () -> {
      Thread.currentThread().setName(name);
      run.run();
      WindowManager.getCurrentImage().close();
      Thread.currentThread().setName(name);
      run.run();
    };
  }

  private static void tool(final String line) {
    final int before = WindowManager.getImageCount();
    final MacroInstaller installer = new MacroInstaller();
    installer.install("macro \"Route [q]\" {" + line + "}");
    installer.runMacro("Route [q]");
    for (int i = 0; i < 200 && WindowManager.getImageCount() == before; i++) {
      IJ.wait(100);
    }
  }

  private static void route(final String name, final ImagePlus image, final Runnable run)
      throws InterruptedException {
    WindowManager.setCurrentWindow(image.getWindow());
    final Thread thread = new Thread(run, "caller");
    thread.start();
    thread.join();
    IJ.wait(200);
    final ImagePlus made = WindowManager.getCurrentImage();
    System.out.println("route " + name + ": " + (made == image ? 0 : made.getStackSize()));
    if (made != image) {
      made.close();
    }
  }
}
