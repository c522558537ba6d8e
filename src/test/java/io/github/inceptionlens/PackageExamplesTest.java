package io.github.inceptionlens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of every package has an example, and the example compiles. */
final class PackageExamplesTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\R(.*?)^ \\* }</pre>", Pattern.DOTALL | Pattern.MULTILINE);

  /** What an example takes for granted. */
  private static final String GIVEN =
      """
        static InceptionV1 network;
        static Picture picture;
        static ImagePlus image;
        static Path file;
        static Path folder;
        static Context context;
        static NDManager manager;
        static TorchEngine engine;
        static NDArray parameters;
        static NDArray gradient;
        static NDArray planes;
        static List<float[]> values;
        static MapReduction reduction;
      """;

  private static final List<String> LIBRARIES =
      List.of(
          "ai.djl.ndarray.*",
          "ij.IJ",
          "ij.ImagePlus",
          "ij.measure.ResultsTable",
          "java.awt.Rectangle",
          "java.nio.file.Path",
          "java.util.*",
          "net.imglib2.img.array.ArrayImgs",
          "org.scijava.Context",
          "org.scijava.command.CommandService");

  @TempDir private Path folder;

  @Test
  void theExampleOfEveryPackageCompiles() throws IOException {
    final List<Path> pages = pages();
    assertThat(pages).hasSizeGreaterThan(50);
    final List<Path> programs = new ArrayList<>();
    for (final Path page : pages) {
      programs.add(program(page, packages(pages)));
    }
    assertThat(errors(programs)).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.endsWith("package-info.java")).sorted().toList();
    }
  }

  private static List<String> packages(final List<Path> pages) {
    return pages.stream().map(PackageExamplesTest::name).toList();
  }

  private static String name(final Path page) {
    return SOURCES.relativize(page.getParent()).toString().replace(File.separatorChar, '.');
  }

  private Path program(final Path page, final List<String> packages) throws IOException {
    final Matcher example = EXAMPLE.matcher(Files.readString(page));
    assertThat(example.find()).as("an example in " + page).isTrue();
    final String code = example.group(1).replaceAll("(?m)^ \\*", "");
    final String name = name(page);
    final Path source =
        folder.resolve(name.replace('.', File.separatorChar)).resolve("PackageExample.java");
    Files.createDirectories(source.getParent());
    return Files.writeString(
        source,
        Stream.concat(packages.stream().map(one -> one + ".*"), LIBRARIES.stream())
            .map(one -> "import " + one + ";\n")
            .collect(
                Collectors.joining(
                    "",
                    "package " + name + ";\n",
                    "final class PackageExample {\n"
                        + GIVEN
                        + "  static void example() throws Exception {\n"
                        + code
                        + "  }\n}\n")));
  }

  private String errors(final List<Path> programs) throws IOException {
    final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    final DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    final List<String> options =
        List.of(
            "-nowarn",
            "-proc:none",
            "-d",
            Files.createDirectories(folder.resolve("classes")).toString(),
            "-cp",
            String.join(File.pathSeparator, ChildJvm.ownClassPath()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      compiler
          .getTask(
              new StringWriter(),
              files,
              found,
              options,
              null,
              files.getJavaFileObjectsFromPaths(programs))
          .call();
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
