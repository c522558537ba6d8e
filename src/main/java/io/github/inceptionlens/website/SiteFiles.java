package io.github.inceptionlens.website;

/** Takes the files of a site. */
@FunctionalInterface
public interface SiteFiles {

  /**
   * Puts a file in its place, in that of an earlier one if there is one.
   *
   * @param path relative to the site's folder, with slashes
   * @throws io.github.inceptionlens.core.UserError when it cannot be written
   */
  void put(String path, byte[] content);
}
