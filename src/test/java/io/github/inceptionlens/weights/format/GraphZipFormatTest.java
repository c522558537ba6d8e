package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.WeightFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of every format, and a zip's own ways to go wrong. */
public class GraphZipFormatTest extends WeightFormatContract {

  /** A zip's end is looked for in the last 64 kB, here and by commons-compress. */
  @Override
  long more() {
    return 1 << 18;
  }

  private static final String GRAPH = "tensorflow_inception_graph.pb";
  private static final byte[] CONTENT = GraphDefWriter.content(NARROW, TRAINING);
  private static final byte[] NAMES =
      GraphDefFormatTest.names(1001).getBytes(StandardCharsets.UTF_8);

  private static final Map<String, byte[]> FILES = files(TRAINING);

  @TempDir private Path folder;

  @Override
  WeightFormat format() {
    return new GraphZipFormat();
  }

  @Override
  Map<String, byte[]> variants(final Weights weights) {
    return weights == TRAINING ? FILES : files(weights);
  }

  private static Map<String, byte[]> files(final Weights weights) {
    final byte[] graph = GraphDefWriter.content(NARROW, weights);
    final Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("deflated", zip(Map.of(GRAPH, graph), ZipOutputStream.DEFLATED, ""));
    files.put("stored", zip(Map.of(GRAPH, graph), ZipOutputStream.STORED, ""));
    files.put("comment", zip(Map.of("a/b.pb", graph), ZipOutputStream.DEFLATED, "PK\5\6 hello"));
    return files;
  }

  @Test
  void theLabelFileInTheZipNamesTheClasses() throws IOException {
    final Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("LICENSE", new byte[1000]);
    entries.put(TensorFlowLabels.FILE, NAMES);
    entries.put(GRAPH, GraphDefFormatTest.OF_ALL_CLASSES);
    final Path file = write(zip(entries, ZipOutputStream.DEFLATED, ""));
    assertThat(WeightFiles.training(file).labels()).contains("name 1000", "unused 1001");
  }

  @Test
  void withoutALabelFileClassesHaveNumbers() throws IOException {
    final byte[] zip =
        zip(Map.of(GRAPH, GraphDefFormatTest.OF_ALL_CLASSES), ZipOutputStream.STORED, "");
    assertThat(WeightFiles.training(write(zip))).isEqualTo(Training.TENSORFLOW);
    assertThat(WeightFiles.training(write(FILES.get("stored"))).labels())
        .as("a classifier of its own")
        .startsWith("class 0")
        .hasSize(10);
  }

  @Test
  void aDamagedLabelFileIsRefused() throws IOException {
    final Map<String, byte[]> entries =
        Map.of(TensorFlowLabels.FILE, NAMES, GRAPH, GraphDefFormatTest.OF_ALL_CLASSES);
    final byte[] zip = zip(entries, ZipOutputStream.STORED, "");
    final int place = new String(zip, StandardCharsets.ISO_8859_1).indexOf("name 77");
    zip[place] = 'N';
    final Path file = write(zip);
    assertThatThrownBy(() -> WeightFiles.training(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is damaged in " + TensorFlowLabels.FILE);
  }

  @Test
  void aZipWithoutAGraphOrWithTwoIsRefused() {
    assertThat(refused(zip(Map.of("cat.png", NAMES), ZipOutputStream.DEFLATED, "")))
        .contains("is a zip with 0 TensorFlow graphs");
    assertThat(refused(zip(Map.of("a.pb", CONTENT, "b.pb", CONTENT), ZipOutputStream.DEFLATED, "")))
        .contains("is a zip with 2 TensorFlow graphs");
  }

  @Test
  void namesInTheZipLeadNowhere() throws IOException {
    final Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("../../../evil.txt", NAMES);
    entries.put("/etc/evil.txt", NAMES);
    entries.put("..\\evil.txt", NAMES);
    entries.put("../" + GRAPH, CONTENT);
    entries.put("__MACOSX/._" + GRAPH, NAMES);
    final Path inner = Files.createDirectories(folder.resolve("a/b/c"));
    final Path file = inner.resolve("net.zip");
    Files.write(file, zip(entries, ZipOutputStream.DEFLATED, ""));
    assertThat(WeightFiles.read(file, NARROW).digest()).isEqualTo(TRAINING.digest());
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void aBombIsRefusedUnread() {
    final byte[] zip = FILES.get("deflated").clone();
    littleEndian(zip).putInt(central(zip) + 24, Integer.MAX_VALUE);
    assertThat(refused(zip)).contains("would unpack to 2147483647 bytes");
  }

  @Test
  void moreThanTheDirectorySaysIsNotInflated() {
    for (final int change : new int[] {-1, 1}) {
      final byte[] zip = FILES.get("deflated").clone();
      littleEndian(zip).putInt(central(zip) + 24, CONTENT.length + change);
      assertThat(refused(zip)).contains("damaged");
    }
  }

  @Test
  void aBombOfZerosTakesNoRoom() {
    final byte[] bomb = zip(Map.of(GRAPH, new byte[50_000_000]), ZipOutputStream.DEFLATED, "");
    assertThat(bomb.length).isLessThan(100_000);
    assertThat(refused(bomb)).contains("damaged");
  }

  @Test
  void aWrongChecksumIsRefused() {
    final byte[] zip = FILES.get("stored").clone();
    littleEndian(zip).putInt(central(zip) + 16, 12345);
    assertThat(refused(zip)).contains("is damaged in tensorflow_inception_graph.pb");
  }

  @Test
  void passwordsAndRareCompressionsAreRefused() {
    final byte[] secret = FILES.get("stored").clone();
    secret[central(secret) + 8] |= 1;
    final byte[] rare = FILES.get("stored").clone();
    rare[central(rare) + 10] = 14;
    assertThat(refused(secret)).contains("password");
    assertThat(refused(rare)).contains("rare compression");
  }

  private static int central(final byte[] zip) {
    return littleEndian(zip).getInt(zip.length - 6);
  }

  private static ByteBuffer littleEndian(final byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Path write(final byte[] zip) throws IOException {
    return Files.write(folder.resolve("net.zip"), zip);
  }

  public static byte[] zip(
      final Map<String, byte[]> entries, final int method, final String comment) {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setComment(comment);
      for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(entry(entry.getKey(), entry.getValue(), method));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry entry(final String name, final byte[] content, final int method) {
    final ZipEntry entry = new ZipEntry(name);
    entry.setMethod(method);
    if (method == ZipOutputStream.STORED) {
      final CRC32 crc = new CRC32();
      crc.update(content);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }
}
