package io.github.inceptionlens.ij1;

import ij.IJ;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which jar holds a class that is missing, and how to bring it back. */
final class MissingLibrary {

  /** The beginnings of class names and the jars that hold them. */
  private static final Map<String, String> JARS = new LinkedHashMap<>();

  static {
    JARS.put("com/google/protobuf/", "protobuf-java");
    JARS.put("com/google/gson/", "gson");
    JARS.put("com/sun/jna/", "jna");
    JARS.put("net/imglib2/", "imglib2");
    JARS.put("org/scijava/", "scijava-common");
    JARS.put("org/slf4j/", "slf4j-api");
    JARS.put("org/apache/commons/compress/", "commons-compress");
    JARS.put("org/apache/commons/io/", "commons-io");
    JARS.put("org/apache/commons/math3/", "commons-math3");
    JARS.put("org/apache/commons/logging/", "commons-logging");
    JARS.put("org/apache/pdfbox/", "pdfbox");
    JARS.put("org/apache/fontbox/", "fontbox");
    JARS.put("ai/djl/pytorch/", "pytorch-engine");
    JARS.put("ai/djl/", "api (of DJL)");
  }

  /** The jars that come with Inception Lens also where Fiji has the others. */
  private static final List<String> OURS =
      List.of("ai/djl/", "org/apache/pdfbox/", "org/apache/fontbox/");

  private MissingLibrary() {}

  /** Whether this ImageJ is a Fiji, which has an updater. */
  static boolean isFiji() {
    try {
      Class.forName("net.imagej.legacy.LegacyService", false, IJ.class.getClassLoader());
      return true;
    } catch (final ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /**
   * One sentence for the user.
   *
   * @param name the missing class's, with slashes
   */
  static String sentence(final String name, final boolean fiji) {
    final String jar =
        JARS.entrySet().stream()
            .filter(entry -> name.startsWith(entry.getKey()))
            .map(entry -> entry.getValue() + ".jar, ")
            .findFirst()
            .orElse("");
    final String fact = "Inception Lens lacks a library (" + jar + name.replace('/', '.') + "): ";
    if (fiji && OURS.stream().noneMatch(name::startsWith)) {
      return fact + "bring it back by Help > Update... and restart Fiji.";
    }
    return fact
        + (fiji
            ? "unpack its zip for Fiji (...-fiji.zip) over Fiji's folder and restart Fiji."
            : "unpack its zip for plain ImageJ (...-imagej.zip) over ImageJ's folder and restart"
                + " ImageJ.");
  }
}
