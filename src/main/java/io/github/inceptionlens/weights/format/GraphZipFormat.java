package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;
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

  private final GraphDefFormat graph = new GraphDefFormat();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognizes(final WeightSource source) {
    return ZipDirectory.startsAsZip(source.head());
  }

  /** The training, with the names in the zip's label file where there is one. */
  @Override
  public Training blueprint(final WeightSource source) throws IOException {
    final ZipDirectory zip = new ZipDirectory(source);
    final Optional<ZipDirectory.Entry> labels =
        zip.entries().stream().filter(entry -> entry.isNamed(TensorFlowLabels.FILE)).findFirst();
    if (labels.isEmpty()) {
      return Training.TENSORFLOW;
    }
    try (ZipEntryChannel channel = new ZipEntryChannel(source, zip, labels.get())) {
      final Training named = TensorFlowLabels.read(source, Channels.newInputStream(channel));
      channel.finish();
      return named;
    } catch (final ZipException | EOFException e) {
      throw damage(source, labels.get(), e);
    }
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final ZipDirectory zip = new ZipDirectory(source);
    final ZipDirectory.Entry entry = graph(source, zip);
    try (ZipEntryChannel channel = new ZipEntryChannel(source, zip, entry);
        WeightSource inside = new WeightSource(source.name(), channel)) {
      final Weights weights = graph.read(inside, architecture);
      channel.finish();
      return weights;
    } catch (final ZipException | EOFException e) {
      throw damage(source, entry, e);
    }
  }

  private static ZipDirectory.Entry graph(final WeightSource source, final ZipDirectory zip) {
    final List<ZipDirectory.Entry> graphs =
        zip.entries().stream().filter(entry -> entry.fileName().endsWith(GRAPH)).toList();
    if (graphs.size() != 1) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "is a zip with %d TensorFlow graphs (%s), but one is expected; choose another file",
              graphs.size(),
              GRAPH));
    }
    final ZipDirectory.Entry entry = graphs.get(0);
    if (entry.size() > MOST_BYTES) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "would unpack to %d bytes, more than any training of InceptionV1; choose another file",
              entry.size()));
    }
    return entry;
  }

  private static RuntimeException damage(
      final WeightSource source, final ZipDirectory.Entry entry, final Exception cause) {
    return source.refuse(
        "is damaged in " + entry.fileName() + "; download or copy it again", cause);
  }
}
