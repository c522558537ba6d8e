package io.github.inceptionlens.network.engine;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An operating system and the kind of processor that Java was built for.
 *
 * @param system {@code linux}, {@code win} or {@code osx}, or the system's own name in lower case
 * @param processor {@code x86_64} or {@code aarch64}, or Java's own name of it
 */
record Platform(String system, String processor) {

  private static final Set<String> SUPPORTED =
      Set.of("linux-x86_64", "linux-aarch64", "win-x86_64", "osx-aarch64");

  /** Where this Java runs. */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /**
   * The platform of a Java.
   *
   * @param os Java's {@code os.name}
   * @param arch Java's {@code os.arch}
   */
  static Platform of(final String os, final String arch) {
    return new Platform(system(os.toLowerCase(Locale.ROOT)), processor(arch));
  }

  private static String system(final String os) {
    if (os.startsWith("windows")) {
      return "win";
    }
    return os.startsWith("mac") || os.startsWith("darwin") ? "osx" : os;
  }

  private static String processor(final String arch) {
    return switch (arch) {
      case "amd64", "x64" -> "x86_64";
      case "arm64" -> "aarch64";
      default -> arch;
    };
  }

  /** Whether a jar of natives with this classifier is for this platform. */
  boolean isNamed(final String classifier) {
    return toString().equals(classifier);
  }

  /**
   * Refuses platforms for which there is no PyTorch.
   *
   * @throws UserError which says what to do instead
   */
  void requireSupported() {
    if (!SUPPORTED.contains(toString())) {
      throw new UserError(
          "There is no PyTorch for this ImageJ's Java ("
              + this
              + "), only for Linux (x86-64, ARM), Windows (x86-64) and macOS (Apple silicon): "
              + remedy());
    }
  }

  private String remedy() {
    return switch (toString()) {
      case "osx-x86_64" ->
          "on a Mac with an Apple chip, install the Apple silicon version of Fiji; on an Intel Mac,"
              + " use another computer";
      case "win-aarch64", "win-x86", "linux-x86", "linux-i386", "linux-i686", "linux-arm" ->
          "if the computer can run it, install a Fiji with a Java for one of these";
      default -> "use Inception Lens on such a computer";
    };
  }

  /** The sentence for a platform whose PyTorch is not installed, but at most those of others. */
  UserError missing(final List<String> others) {
    return new UserError(
        "PyTorch for this computer ("
            + this
            + ") is not installed"
            + (others.isEmpty() ? "" : ", only that for " + String.join(", ", others))
            + ": unpack the Inception Lens zip for "
            + this
            + " over ImageJ's folder and restart ImageJ");
  }

  /** As the jars of natives are named, for instance {@code linux-x86_64}. */
  @Override
  public String toString() {
    return system + "-" + processor;
  }
}
