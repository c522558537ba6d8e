package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.content.Resemblance;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipLong;
import org.scijava.plugin.Plugin;

/**
 * TensorFlow's frozen graph inside a zip, as it is published, with its label file.
 *
 * <p>Nothing is unpacked to the disk: names of entries are only compared, and an entry is inflated
 * while it is read, up to the size that the zip's directory gives.
 */
@Plugin(type = WeightFormat.class, name = GraphZipFormat.NAME, priority = 20)
public final class GraphZipFormat implements WeightFormat {

  static final String NAME = "TensorFlow graph in a zip (.zip)";

  /** Five times the published graph. */
  private static final int MOST_BYTES = 1 << 28;

  private static final String GRAPH = ".pb";

  /** The record at the end of a zip, without its comment: its length, and how it begins. */
  private static final int END = 22;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int MOST_COMMENT = 0xffff;

  /** The bytes before the first name. */
  private static final int HEADER = 30;

  private final GraphDefFormat graph = new GraphDefFormat();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognizes(final WeightSource source) {
    final byte[] start = ZipLong.LFH_SIG.getBytes();
    return source.size() > HEADER
        && Arrays.equals(Arrays.copyOf(source.head(), start.length), start);
  }

  /**
   * The training of the graph, for which names of classes may lie beside the zip; the published
   * one's are those of the zip's label file, where there is one.
   */
  @Override
  public Training training(final WeightSource source) throws IOException {
    return inside(
        source,
        zip -> {
          final Training training =
              reading(source, zip, graph -> GraphDefFormat.training(graph, source.file()));
          if (!training.equals(Training.TENSORFLOW)) {
            return training;
          }
          final Optional<ZipArchiveEntry> labels =
              files(zip).stream()
                  .filter(entry -> fileName(entry).equals(TensorFlowLabels.FILE))
                  .findFirst();
          return labels.isEmpty() ? training : named(source, zip, labels.get());
        });
  }

  private static Training named(
      final WeightSource source, final ZipFile zip, final ZipArchiveEntry labels)
      throws IOException {
    try (ZipEntryChannel channel = new ZipEntryChannel(zip, labels)) {
      final Training named = TensorFlowLabels.read(source, Channels.newInputStream(channel));
      channel.finish();
      return named;
    } catch (final IOException e) {
      throw damage(source, labels, e);
    }
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    return inside(
        source, zip -> reading(source, zip, content -> graph.read(content, architecture)));
  }

  /** What is asked of the graph in a zip. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(WeightSource graph) throws IOException;
  }

  /** Asks the zip's only graph, and reads on to its end, where a checksum stands. */
  private static <T> T reading(
      final WeightSource source, final ZipFile zip, final Question<T> question) throws IOException {
    final ZipArchiveEntry entry = graph(source, zip);
    try (ZipEntryChannel channel = new ZipEntryChannel(zip, entry);
        WeightSource content = new WeightSource(source.name(), channel)) {
      final T answer = question.ask(content);
      channel.finish();
      return answer;
    } catch (final IOException e) {
      throw damage(source, entry, e);
    }
  }

  /** What is read from a zip. */
  @FunctionalInterface
  private interface Reading<T> {
    T from(ZipFile zip) throws IOException;
  }

  private static <T> T inside(final WeightSource source, final Reading<T> reading)
      throws IOException {
    requireEnd(source);
    try (ZipFile zip =
        ZipFile.builder()
            .setSeekableByteChannel(source.view())
            .setIgnoreLocalFileHeader(true)
            .get()) {
      return reading.from(zip);
    } catch (final UserError e) {
      throw e;
    } catch (final IOException | RuntimeException e) {
      throw source.refuse("is damaged; download or copy it again", e);
    }
  }

  /** Refuses a zip that was cut within its last record, which commons-compress reads as whole. */
  private static void requireEnd(final WeightSource source) throws IOException {
    if (!endsAsZip(source, END) && !endsAsZip(source, END + MOST_COMMENT)) {
      throw source.refuse("is damaged; download or copy it again");
    }
  }

  /** Whether the last bytes hold the record that ends a zip, and its comment to the last byte. */
  private static boolean endsAsZip(final WeightSource source, final int most) throws IOException {
    final int length = Math.min(source.size(), most);
    final ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    final SeekableByteChannel view = source.view().position(source.size() - length);
    while (tail.hasRemaining() && view.read(tail) >= 0) {}
    return IntStream.rangeClosed(0, length - END)
        .anyMatch(
            at ->
                tail.getInt(at) == END_SIGNATURE
                    && at + END + Short.toUnsignedInt(tail.getShort(at + END - Short.BYTES))
                        == length);
  }

  private static UserError damage(
      final WeightSource source, final ZipArchiveEntry entry, final IOException cause) {
    return cause instanceof UnsupportedZipFeatureException
        ? source.refuse(
            "is a zip with a password or a rare compression; unpack and pack it again", cause)
        : source.refuse("is damaged in " + fileName(entry) + "; download or copy it again", cause);
  }

  /** The files in the zip, without folders and what macOS adds. */
  private static List<ZipArchiveEntry> files(final ZipFile zip) {
    return Collections.list(zip.getEntries()).stream()
        .filter(entry -> !entry.isDirectory() && !fileName(entry).startsWith("._"))
        .toList();
  }

  private static String fileName(final ZipArchiveEntry entry) {
    return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
  }

  private static ZipArchiveEntry graph(final WeightSource source, final ZipFile zip) {
    final List<ZipArchiveEntry> graphs =
        files(zip).stream().filter(entry -> fileName(entry).endsWith(GRAPH)).toList();
    if (graphs.size() != 1) {
      final List<String> names = files(zip).stream().map(ZipArchiveEntry::getName).toList();
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "is a zip with %d TensorFlow graphs (%s), but one is expected%s; choose another file",
              graphs.size(),
              GRAPH,
              Resemblance.ofEntries(names).map(", and looks like "::concat).orElse("")));
    }
    final ZipArchiveEntry entry = graphs.get(0);
    if (entry.getSize() > MOST_BYTES) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "would unpack to %d bytes, more than any training of InceptionV1; choose another file",
              entry.getSize()));
    }
    return entry;
  }
}
