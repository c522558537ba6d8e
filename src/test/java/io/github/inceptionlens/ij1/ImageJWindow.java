package io.github.inceptionlens.ij1;

import ij.ImageJ;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * A program that opens plain ImageJ's window with the plugin installed.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, and a folder to be ImageJ's. ImageJ
 * reads the menu lines from a jar with an underscore in its name; the classes are on the class
 * path.
 */
public final class ImageJWindow {

  private ImageJWindow() {}

  /** Opens the window. */
  public static void main(final String[] folders) throws IOException {
    open(Path.of(folders[0], "plugins.config"), Path.of(folders[1]));
  }

  /** Opens a window whose menus hold the lines of a file; answers ImageJ. */
  static ImageJ open(final Path config, final Path home) throws IOException {
    install(config, home);
    final ImageJ imagej = new ImageJ(ImageJ.STANDALONE);
    imagej.exitWhenQuitting(true);
    return imagej;
  }

  /** Makes a folder ImageJ's, whose menus hold the lines of a file. */
  static void install(final Path config, final Path home) throws IOException {
    if (System.getProperty("inceptionlens.weights", "").isEmpty()) {
      System.clearProperty("inceptionlens.weights");
    }
    final Path plugins = Files.createDirectories(home.resolve("plugins"));
    try (OutputStream file = Files.newOutputStream(plugins.resolve("Inception_Lens.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry("plugins.config"));
      Files.copy(config, jar);
      jar.closeEntry();
    }
    System.setProperty("plugins.dir", home.toString());
  }
}
