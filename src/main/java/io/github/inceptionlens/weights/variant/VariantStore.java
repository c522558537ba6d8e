package io.github.inceptionlens.weights.variant;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.cache.NamedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The folder in which variants are kept, a file each, named as the variant. */
public final class VariantStore {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final NamedFiles files;

  /**
   * @param folder need not exist yet
   */
  public VariantStore(final Path folder) {
    files = new NamedFiles(folder, "variant", "variants", name -> NAME.matcher(name).matches());
  }

  /** The names of all, sorted. */
  public List<String> names() {
    return files.names();
  }

  /** The file of a variant, if there is one. */
  public Optional<Path> find(final String name) {
    return files.find(name);
  }

  /**
   * Reads a variant.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public Variant read(final String name) {
    return readFile(files.get(name), name);
  }

  /**
   * Reads a variant from a file elsewhere.
   *
   * @param name what it is to be called
   * @throws UserError when it is none, or damaged
   */
  public Variant readFile(final Path path, final String name) {
    try {
      return VariantFile.read(path, name);
    } catch (final IOException e) {
      throw new UserError("\"" + path + "\" cannot be read: " + e, e);
    }
  }

  /**
   * Keeps a variant, all of it or nothing.
   *
   * @param replace whether one of that name goes
   * @throws UserError when there is one and it is to stay
   */
  public void keep(final Variant variant, final boolean replace) {
    files.keep(variant.name(), VariantFile.bytes(variant), replace);
  }

  /**
   * Refuses the name of a variant that is to stay.
   *
   * @throws UserError with the name
   */
  public void requireFree(final String name, final boolean replace) {
    files.requireFree(name, replace);
  }

  /**
   * Writes a variant to a file elsewhere, all of it or nothing.
   *
   * @param replace whether a file that is there goes
   * @throws UserError when there is no such variant, or a file that is to stay
   */
  public void export(final String name, final Path path, final boolean replace) {
    NamedFiles.export(VariantFile.bytes(read(name)), path, replace);
  }

  /**
   * Removes a variant.
   *
   * @throws UserError when there is none of that name
   */
  public void remove(final String name) {
    files.remove(name);
  }
}
