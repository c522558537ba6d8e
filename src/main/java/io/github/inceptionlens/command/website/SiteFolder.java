package io.github.inceptionlens.command.website;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.website.SiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder of a site. A file in it lists what is the site's: only that is replaced or removed,
 * and a folder with other files and without the list is never written to.
 */
final class SiteFolder implements SiteFiles {

  /** The list. */
  static final String LIST = "inception-lens-site.json";

  private static final String KEY = "folder:";

  private final Path folder;
  private final Set<String> earlier = new TreeSet<>();
  private final Set<String> written = new TreeSet<>();

  /**
   * What is the site's.
   *
   * @param made what wrote them
   * @param files paths relative to the folder
   */
  private record SiteList(String made, Set<String> files) {}

  private SiteFolder(final Path folder) {
    this.folder = folder;
  }

  /**
   * The folder that a key's value names; nothing is written yet.
   *
   * @throws UserError when it is no folder, or has files that are not of an export
   */
  static SiteFolder of(final String text) {
    if (text.isBlank()) {
      throw new UserError("folder is empty: name a new folder for the website");
    }
    final SiteFolder site = new SiteFolder(ResultFolder.path(text));
    site.requireOwn();
    return site;
  }

  private void requireOwn() {
    if (!Files.exists(folder)) {
      return;
    }
    final Path list = folder.resolve(LIST);
    if (Files.isRegularFile(list)) {
      earlier.addAll(read(list));
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new UserError(
            "folder is \""
                + folder
                + "\", which holds files of others: name a new or empty folder");
      }
    } catch (final IOException e) {
      throw new UserError(
          "folder is \"" + folder + "\", which cannot be read: " + e.getMessage(), e);
    }
  }

  private Set<String> read(final Path list) {
    try {
      final SiteList found = new Gson().fromJson(TextFiles.read("folder", list), SiteList.class);
      if (found != null && found.files != null) {
        return found.files;
      }
    } catch (final JsonParseException e) {
      throw damaged(list, e);
    }
    throw damaged(list, null);
  }

  private static UserError damaged(final Path list, final Exception reason) {
    return new UserError(
        "folder has \"" + list + "\", which is damaged: move it away, or name a new folder",
        reason);
  }

  Path folder() {
    return folder;
  }

  Path index() {
    return folder.resolve("index.html");
  }

  /**
   * Makes the folder the site's own.
   *
   * @throws UserError when it cannot be written to
   */
  void begin() {
    OutputFolder.make(folder);
    list(earlier);
  }

  @Override
  public void put(final String path, final byte[] content) {
    final Path file = folder.resolve(path);
    OutputFolder.make(file.getParent());
    written.add(path);
    if (!holds(file, content)) {
      TextFiles.replace(KEY, file, fresh -> Files.write(fresh, content));
    }
  }

  /** Whether a file is there already as it shall be. */
  private static boolean holds(final Path file, final byte[] content) {
    try {
      return Files.isRegularFile(file)
          && Files.size(file) == content.length
          && Arrays.equals(Files.readAllBytes(file), content);
    } catch (final IOException e) {
      return false;
    }
  }

  /** Lists what was written so far beside what was there, if the disk has room for that. */
  void keep() {
    try {
      list(all());
    } catch (final UserError full) {
      // what is missing in the list then stays beside the next export's files
    }
  }

  private Set<String> all() {
    final Set<String> all = new TreeSet<>(earlier);
    all.addAll(written);
    return all;
  }

  /** Removes what an earlier export wrote and this one did not. */
  void end() {
    list(all());
    earlier.stream().filter(path -> !written.contains(path)).forEach(this::remove);
    list(written);
  }

  private void remove(final String path) {
    final Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder)) {
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (final IOException e) {
      throw new UserError("folder: \"" + file + "\" cannot be removed: " + e.getMessage(), e);
    }
  }

  private void list(final Set<String> files) {
    final String text = new Gson().toJson(new SiteList("Inception Lens", files));
    TextFiles.replace(KEY, folder.resolve(LIST), text);
  }
}
