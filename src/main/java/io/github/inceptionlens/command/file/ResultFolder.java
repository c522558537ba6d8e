package io.github.inceptionlens.command.file;

import ij.ImageStack;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Sha256;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.image.result.ResultSize;
import io.github.inceptionlens.image.result.ResultSlice;
import io.github.inceptionlens.image.result.SliceKeeper;
import io.github.inceptionlens.image.result.StackOnDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in which the slices of one result lie, a TIFF file each: {@code
 * scene-mixed4c-0001-mixed4c_447.tif}.
 *
 * <p>Each file says by a key which call made it. Files of the same call are replaced, those of
 * another are never touched.
 */
public final class ResultFolder implements SliceKeeper {

  private static final String KEY = "folder";
  private static final String RUN = "call";
  private static final String SUFFIX = ".tif";
  private static final double GIGABYTE = 1 << 30;

  private final Path folder;
  private final String name;
  private final String run;
  private final StackOnDisk stack;

  private ResultFolder(
      final Path folder, final String name, final String run, final ResultSize size) {
    this.folder = folder;
    this.name = name;
    this.run = run;
    stack = new StackOnDisk(size.width(), size.height(), folder);
  }

  /**
   * The folder that a key's value names, which need not be there.
   *
   * @throws UserError when it is no path, or a file
   */
  public static Path path(final String text) {
    return path(KEY, text);
  }

  private static Path path(final String key, final String text) {
    final Path path = TextFiles.path(key, text);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new UserError(key + " is \"" + path + "\", which is a file: name a folder");
    }
    return path;
  }

  /**
   * The folder that a key's value names, which is made if need be and holds nothing.
   *
   * @throws UserError when it is no path, or a file, or holds something
   */
  public static Path empty(final String key, final String text) {
    final Path folder = path(key, text);
    OutputFolder.make(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "%s is \"%s\", which holds something already: name an empty folder",
                key,
                folder));
      }
    } catch (final IOException e) {
      throw new UserError(key + " is \"" + folder + "\", which cannot be read", e);
    }
    return folder;
  }

  /**
   * Makes the folder ready for a result.
   *
   * @param name with which all of the files begin
   * @param made all that the result is made of
   * @throws UserError when it holds slices of another call under that name, the disk has too little
   *     room, or a slice is too large for a file
   */
  public static ResultFolder of(
      final Path folder, final String name, final ResultSize size, final Provenance made) {
    final byte[] digest = Sha256.of(made.toString());
    final ResultFolder ready =
        new ResultFolder(folder, FileNames.part(name), HexFormat.of().formatHex(digest), size);
    ready.requireRoom(size);
    ready.requireOwn();
    OutputFolder.make(folder);
    return ready;
  }

  private void requireRoom(final ResultSize size) {
    if (size.sliceBytes() > StackOnDisk.MOST_BYTES) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "a slice of %d x %d pixels is larger than the 4 GB of a TIFF file: select a smaller"
                  + " region",
              size.width(),
              size.height()));
    }
    size.requireRoomForOne();
    final long free = free() + present().stream().mapToLong(file -> file.toFile().length()).sum();
    if (size.bytes() > free) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "folder is \"%s\", whose disk has %.1f GB left, but %d slices of %d x %d pixels need"
                  + " %.1f GB: name a folder on another disk, or ask for fewer channels or slices",
              folder,
              free / GIGABYTE,
              size.slices(),
              size.width(),
              size.height(),
              size.bytes() / GIGABYTE));
    }
  }

  /** What the disk has left; as much as one likes where it does not tell. */
  private long free() {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    final long told = there == null ? 0 : there.toFile().getUsableSpace();
    return told > 0 ? told : Long.MAX_VALUE / 2;
  }

  private void requireOwn() {
    for (final Path file : present()) {
      if (!TiffProperties.of(file, ResultImages.PROPERTY_PREFIX + RUN).equals(Optional.of(run))) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "folder is \"%s\", which holds \"%s\" already, of another call: choose another"
                    + " folder, or move it away",
                folder,
                file.getFileName()));
      }
    }
  }

  /** The files that have the name of a slice. */
  private List<Path> present() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    final Pattern slice = Pattern.compile(Pattern.quote(name) + "-\\d{4,}-.*\\.tif");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> slice.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (final IOException e) {
      throw new UserError(
          "folder is \"" + folder + "\", which cannot be read: " + e.getMessage(), e);
    }
  }

  /** Where the files lie. */
  public Path folder() {
    return folder;
  }

  @Override
  public void keep(final ResultSlice slice) {
    final String file =
        String.format(
            Locale.ROOT,
            "%s-%04d-%s%s",
            name,
            stack.size() + 1,
            FileNames.part(slice.label()),
            SUFFIX);
    OutputFolder.write(
        folder.resolve(file),
        part -> StackOnDisk.write(slice.with(RUN, run), part),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
    stack.add(file, slice.label());
  }

  @Override
  public ImageStack stack() {
    return stack;
  }
}
