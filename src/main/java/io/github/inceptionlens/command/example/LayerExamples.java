package io.github.inceptionlens.command.example;

import com.google.gson.JsonParseException;
import io.github.inceptionlens.collection.scan.KeptJson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;

/**
 * The examples that are kept of the units of a layer, each read when it is asked for. The file may
 * be replaced or removed meanwhile: then nothing is found.
 */
public final class LayerExamples {

  private static final Pattern UNIT = Pattern.compile("(\\d+)\\.json");

  private final Path file;
  private final List<Integer> channels;

  private LayerExamples(final Path file, final List<Integer> channels) {
    this.file = file;
    this.channels = List.copyOf(channels);
  }

  /** Looks into a file; nothing where it cannot be read. */
  static Optional<LayerExamples> of(final Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return Optional.of(
          new LayerExamples(
              file,
              zip.stream().flatMap(entry -> channel(entry.getName()).stream()).sorted().toList()));
    } catch (final IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> channel(final String entry) {
    final Matcher unit = UNIT.matcher(entry);
    return unit.matches() ? Optional.of(Integer.parseInt(unit.group(1))) : Optional.empty();
  }

  static String unitEntry(final int channel) {
    return channel + ".json";
  }

  static String thumbnailEntry(final int channel, final int rank) {
    return String.format(Locale.ROOT, "%d-%d.jpg", channel, rank);
  }

  /** The channels of which examples are kept, ascending. */
  public List<Integer> channels() {
    return channels;
  }

  /** What is kept of a unit. */
  public Optional<KeptUnit> unit(final int channel) {
    try {
      return read(unitEntry(channel))
          .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
          .map(json -> KeptJson.gson().fromJson(json, KeptUnit.class));
    } catch (final JsonParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A small picture of one of the top crops of a unit, also where its image is not there any more.
   *
   * @param rank from 1
   * @return its longer side has at most {@value KeptExamples#SIDE} pixels
   */
  public Optional<BufferedImage> thumbnail(final int channel, final int rank) {
    return read(thumbnailEntry(channel, rank)).flatMap(LayerExamples::picture);
  }

  private static Optional<BufferedImage> picture(final byte[] bytes) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(bytes)));
    } catch (final IOException e) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> read(final String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      final ZipEntry entry = zip.getEntry(name);
      return entry == null
          ? Optional.empty()
          : Optional.of(zip.getInputStream(entry).readAllBytes());
    } catch (final IOException e) {
      return Optional.empty();
    }
  }

  /** All that is kept of a unit, as it stands in the file. */
  Stream<FileEntry> entries(final int channel) {
    return Stream.concat(
            Stream.of(unitEntry(channel)),
            Stream.iterate(1, rank -> rank <= KeptExamples.MOST, rank -> rank + 1)
                .map(rank -> thumbnailEntry(channel, rank)))
        .flatMap(name -> read(name).map(bytes -> new FileEntry(name, bytes)).stream());
  }

  /** A part of the file. */
  record FileEntry(String name, byte[] bytes) {}
}
