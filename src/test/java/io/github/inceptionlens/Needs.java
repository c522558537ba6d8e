package io.github.inceptionlens;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.awt.GraphicsEnvironment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a test needs from outside the repository: skipped with a message where it is absent, failed
 * under {@code -Dinceptionlens.strict=true}.
 */
public final class Needs {

  private Needs() {}

  /** A file below the shared folder, for instance {@code images/cat-224.png}. */
  public static Path shared(final String relative) {
    final Path file = Path.of(System.getProperty("inceptionlens.shared", "../shared"), relative);
    require(Files.isRegularFile(file), "the file " + file);
    return file.toAbsolutePath().normalize();
  }

  /** A display to open windows on. */
  public static void display() {
    require(!GraphicsEnvironment.isHeadless(), "a display");
  }

  /** A program that is started by its name alone, such as {@code chromium}. */
  public static void program(final String name) {
    final boolean isThere =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    require(isThere, "the program " + name);
  }

  private static void require(final boolean present, final String what) {
    if (present) {
      return;
    }
    final String message = "this test needs " + what;
    if (Boolean.getBoolean("inceptionlens.strict")) {
      fail(message);
    }
    abort(message);
  }
}
