package io.github.inceptionlens.command.example;

import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.command.example.LayerExamples.FileEntry;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.cache.FileCache;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * The examples of a network's units that were found last, kept beside the networks, so that others
 * show them without looking through the images again.
 *
 * <p>They are found by what is computed on the way to the layer: an edit above it does not matter.
 */
public final class KeptExamples {

  /** How many examples of a kind are kept of a unit at most. */
  public static final int MOST = 9;

  /** The longer side of a small picture in pixels, at most. */
  public static final int SIDE = 96;

  /** Changes when what is kept is written otherwise. */
  private static final String VERSION = "examples 1\n";

  private final InceptionV1 network;
  private final FileCache files;

  private KeptExamples(final InceptionV1 network, final FileCache files) {
    this.network = network;
    this.files = files;
  }

  /** Those of a network, beside the networks. */
  public static KeptExamples of(final InceptionV1 network) {
    return in(NetworkStore.standard().kept().examples(), network);
  }

  /** Those of a network in a folder. */
  static KeptExamples in(final FileCache files, final InceptionV1 network) {
    return new KeptExamples(network, files);
  }

  /**
   * What is kept of the units of a layer.
   *
   * @param layer canonical name or alias, of a dictionary, too
   * @throws io.github.inceptionlens.core.UserError when there is no such layer
   */
  public Optional<LayerExamples> find(final String layer) {
    return files.findFile(name(layer)).flatMap(LayerExamples::of);
  }

  private String name(final String layer) {
    final String own = network.architecture().layer(layer).name();
    return FileCache.key(VERSION + network.digest(List.of(own)) + "\n" + own);
  }

  /**
   * A unit with small pictures of its top crops.
   *
   * @param thumbnails in the order of its top crops, as the bytes of JPEG files
   */
  public record PicturedUnit(KeptUnit unit, List<byte[]> thumbnails) {

    public PicturedUnit {
      thumbnails = List.copyOf(thumbnails);
    }
  }

  /**
   * Keeps examples of units in place of what was kept of these; of others it stays. Where the disk
   * refuses, nothing changes.
   *
   * @param layer canonical name or alias
   */
  public void keep(final String layer, final Collection<PicturedUnit> units) {
    final Optional<LayerExamples> before = find(layer);
    try {
      files.keepFile(name(layer), fresh -> write(fresh, units, before));
    } catch (final IOException | UncheckedIOException e) {
      return;
    }
  }

  private static void write(
      final Path file, final Collection<PicturedUnit> units, final Optional<LayerExamples> before)
      throws IOException {
    final Set<Integer> others = new TreeSet<>();
    before.ifPresent(one -> others.addAll(one.channels()));
    units.forEach(one -> others.remove(one.unit().channel()));
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      units.forEach(one -> entries(one).forEach(entry -> add(zip, entry)));
      before.ifPresent(
          one -> others.forEach(channel -> one.entries(channel).forEach(entry -> add(zip, entry))));
    }
  }

  private static Stream<FileEntry> entries(final PicturedUnit one) {
    final int channel = one.unit().channel();
    final byte[] json = KeptJson.gson().toJson(one.unit()).getBytes(StandardCharsets.UTF_8);
    return Stream.concat(
        Stream.of(new FileEntry(LayerExamples.unitEntry(channel), json)),
        IntStream.range(0, Math.min(MOST, one.thumbnails().size()))
            .mapToObj(
                i ->
                    new FileEntry(
                        LayerExamples.thumbnailEntry(channel, i + 1), one.thumbnails().get(i))));
  }

  /** A small picture as the bytes of a file. */
  static byte[] jpeg(final BufferedImage picture) {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "jpg", bytes);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(final ZipOutputStream zip, final FileEntry entry) {
    try {
      zip.putNextEntry(new ZipEntry(entry.name()));
      zip.write(entry.bytes());
      zip.closeEntry();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
