package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import io.github.inceptionlens.Needs;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The zips as they were built, and a plain ImageJ over whose folder one was unpacked. */
class InstallationIT {

  private static final Pattern JAR = Pattern.compile("(?:plugins|jars)/(.+?)-\\d.*\\.jar");
  private static final Set<String> PLATFORM_JARS =
      Set.of(
          "Inception_Lens",
          "api",
          "pytorch-engine",
          "pytorch-jni",
          "pytorch-native-cpu",
          "pdfbox",
          "pdfbox-io",
          "fontbox",
          "freemarker");
  private static final String LICENCES = "licenses/inception-lens/";
  private static final String CLASSIFY = "Classify with InceptionV1...";

  private static final String RUN_IN_VAIN = "run('" + CLASSIFY + "', ''); print('not told');";

  @TempDir private Path folder;

  @BeforeAll
  static void zipsAreBuilt() {
    assertThat(zip("fiji")).isRegularFile();
    assertThat(zip("imagej")).isRegularFile();
  }

  @Test
  void theFijiZipHoldsNoArtifactThatFijiHas() throws Exception {
    final Set<String> managed = managedByPomScijava();
    assertThat(managed)
        .contains("gson", "jna", "slf4j-api", "commons-compress", "commons-math3", "protobuf-java");
    assertThat(jars("fiji"))
        .isEqualTo(new TreeSet<>(PLATFORM_JARS))
        .doesNotContainAnyElementsOf(managed);
  }

  @Test
  void theImagejZipAddsWhatPlainImagejLacksAndNotImagej() throws Exception {
    assertThat(jars("imagej"))
        .containsAll(PLATFORM_JARS)
        .contains("scijava-common", "imglib2", "gson", "jna", "slf4j-api", "commons-compress")
        .contains("commons-io", "commons-codec", "commons-math3", "protobuf-java", "parsington")
        .doesNotContain("ij", "slf4j-nop", "junit-jupiter-api", "assertj-core");
  }

  @Test
  void everyLibraryHasItsLicenceInTheZip() throws Exception {
    for (final String kind : List.of("fiji", "imagej")) {
      final String table = text(kind, LICENCES + "THIRD-PARTY.txt");
      final Set<String> texts = names(kind, name -> name.startsWith(LICENCES));
      for (final String jar : jars(kind)) {
        if (!jar.equals("Inception_Lens")) {
          final String line =
              table.lines().filter(row -> row.startsWith(jar + " ")).findFirst().orElse("none");
          assertThat(texts).as(jar).contains(LICENCES + line.split("[ ;]{2,}|; ")[2].split(" ")[0]);
        }
      }
    }
  }

  @Test
  void nothingInTheZipsTellsWhenTheyWereBuilt() throws Exception {
    try (ZipFile zip = new ZipFile(zip("imagej").toFile())) {
      final List<? extends ZipEntry> entries = List.copyOf(zip.stream().toList());
      assertThat(entries.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
      assertThat(entries)
          .filteredOn(entry -> entry.getName().endsWith(".jar"))
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
      final Path jar = folder.resolve("ours.jar");
      try (InputStream in = zip.getInputStream(ours(entries))) {
        Files.copy(in, jar);
      }
      try (ZipFile plugin = new ZipFile(jar.toFile())) {
        assertThat(plugin.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
        assertThat(text(plugin, "META-INF/MANIFEST.MF"))
            .contains("Implementation-Date: 2026-01-01T00:00:00Z")
            .doesNotContain("Class-Path");
      }
    }
  }

  @Test
  void plainImagejRunsTheNetworkAndAfterRefreshMenusAsksForARestart() throws Exception {
    Needs.display();
    final Path weights = Needs.shared("weights/bvlc_googlenet.caffemodel");
    final Path cat = Path.of("sample-images", "cat.png").toAbsolutePath();
    unpack("imagej");
    final String run = "run('" + CLASSIFY + "', 'network=[" + weights + "] top=2');\n";
    final List<String> lines =
        imagej(
            "open('" + cat + "');\n" + run + "print('first ' + Table.getString('Label', 0));",
            run + "print('again ' + Table.size);",
            "run('Refresh Menus');\n" + run + "print('not told');",
            run + "print('not told');");
    assertThat(lines).contains("menu: " + CLASSIFY, "menu: Activation Maps...");
    assertThat(lines).containsSubsequence("first Egyptian cat", "again 4");
    assertThat(lines)
        .filteredOn(
            line ->
                line.startsWith(
                    "Macro Error: PyTorch was loaded by another plugin, or before the menus were"
                        + " refreshed: restart ImageJ in line"))
        .hasSize(2);
    assertThat(lines).doesNotContain("not told");
  }

  @Test
  void aPlainImagejWithTheFijiZipIsToldWhichZipToTake() throws Exception {
    Needs.display();
    unpack("fiji");
    final List<String> lines = imagej("newImage('a', '8-bit', 9, 9, 1);\n" + RUN_IN_VAIN);
    assertThat(lines)
        .anyMatch(
            line ->
                line.matches(
                    "Macro Error: Inception Lens lacks a library \\([\\w., -]+\\): unpack its zip for"
                        + " plain ImageJ \\(...-imagej.zip\\) over ImageJ's folder and restart"
                        + " ImageJ. .*"))
        .doesNotContain("not told");
  }

  @Test
  void anImagejThatTakesItsJavaForAnOldOneSaysSo() throws Exception {
    Needs.display();
    unpack("fiji");
    final List<String> lines =
        imagej(
            "call('java.lang.System.setProperty', 'java.specification.version', '11');\n"
                + RUN_IN_VAIN);
    assertThat(lines)
        .anyMatch(
            line ->
                line.startsWith(
                    "Macro Error: Inception Lens needs Java 17 or newer, but this ImageJ runs on"
                        + " Java 11: install a current Fiji, or start ImageJ with a newer Java."))
        .doesNotContain("not told");
  }

  private List<String> imagej(final String... macros) throws Exception {
    final Path ij = Path.of(IJ.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    final String driver = InstalledImageJ.class.getName().replace('.', '/') + ".class";
    final Path program = folder.resolve("program").resolve(driver);
    Files.createDirectories(program.getParent());
    Files.copy(Path.of("target", "test-classes", driver), program);
    final Path home = Files.createDirectories(folder.resolve("imagej"));
    Files.copy(ij, home.resolve("ij.jar"));
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1500m", "-XX:TieredStopAtLevel=1"));
    command.add("-Duser.home=" + folder);
    command.addAll(
        List.of("-cp", home.resolve("ij.jar") + File.pathSeparator + folder.resolve("program")));
    command.addAll(List.of(InstalledImageJ.class.getName(), home.toString()));
    for (final String macro : macros) {
      command.add(Files.writeString(folder.resolve(command.size() + ".ijm"), macro).toString());
    }
    return run(command);
  }

  private List<String> run(final List<String> command) throws IOException, InterruptedException {
    final Path output = folder.resolve("output.txt");
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    final Path cache = Path.of(System.getProperty("user.home"), ".djl.ai");
    builder.environment().putIfAbsent("DJL_CACHE_DIR", cache.toString());
    final Process process = builder.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(Files.readString(output)).isTrue();
      assertThat(process.exitValue()).as(Files.readString(output)).isZero();
      return Files.readAllLines(output);
    } finally {
      process.destroyForcibly();
    }
  }

  private void unpack(final String kind) throws IOException {
    try (ZipFile zip = new ZipFile(zip(kind).toFile())) {
      for (final ZipEntry entry : List.copyOf(zip.stream().toList())) {
        final Path file = folder.resolve("imagej").resolve(entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          try (InputStream in = zip.getInputStream(entry);
              OutputStream out = Files.newOutputStream(file)) {
            in.transferTo(out);
          }
        }
      }
    }
  }

  private static ZipEntry ours(final List<? extends ZipEntry> entries) {
    return entries.stream()
        .filter(entry -> entry.getName().startsWith("plugins/Inception_Lens-"))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> jars(final String kind) throws IOException {
    return names(kind, name -> name.endsWith(".jar")).stream()
        .map(JAR::matcher)
        .filter(name -> name.matches())
        .map(name -> name.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(final String kind, final Predicate<String> wanted)
      throws IOException {
    try (ZipFile zip = new ZipFile(zip(kind).toFile())) {
      return zip.stream().map(ZipEntry::getName).filter(wanted).collect(Collectors.toSet());
    }
  }

  private static String text(final String kind, final String name) throws IOException {
    try (ZipFile zip = new ZipFile(zip(kind).toFile())) {
      return text(zip, name);
    }
  }

  private static String text(final ZipFile zip, final String name) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Path zip(final String kind) {
    return Path.of(System.getProperty("inceptionlens.zips") + "-" + kind + ".zip");
  }

  private static Set<String> managedByPomScijava() throws Exception {
    final Path bill = Path.of(System.getProperty("inceptionlens.bill"));
    final Element project =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(bill.toFile())
            .getDocumentElement();
    final NodeList dependencies = project.getElementsByTagName("dependency");
    final Set<String> names = new TreeSet<>();
    for (int i = 0; i < dependencies.getLength(); i++) {
      final Element dependency = (Element) dependencies.item(i);
      names.add(dependency.getElementsByTagName("artifactId").item(0).getTextContent().trim());
    }
    return names;
  }
}
