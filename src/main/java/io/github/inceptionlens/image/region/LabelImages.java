package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import io.github.inceptionlens.collection.UnreadableImage;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.file.ImageFile;
import io.github.inceptionlens.image.input.OpenImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the label image of an image is to be had. */
interface LabelImages {

  /** How the programs that make label images end the names of their files. */
  List<String> ENDINGS = List.of("", "_cp_masks", "_masks", "_mask", "_labels", "_label");

  /** What stands for the image's name. */
  String STEM = "*";

  /**
   * The label image of an image.
   *
   * @param path of the image in its collection
   * @throws UserError when there is none, or it cannot be read
   */
  ImagePlus of(String path);

  /** Changes when the label images do. */
  String state();

  /**
   * Those of an open image or a file, the same for all images, or of a folder.
   *
   * @throws UserError when there is nothing of that name
   */
  static LabelImages named(final String name, final ImagePlus analyzed) {
    final Optional<Path> folder = FileNames.path(name).filter(Files::isDirectory);
    if (folder.isPresent()) {
      return new InFolder(folder.get(), "");
    }
    final Optional<LabelImages> pattern = pattern(name);
    if (pattern.isPresent()) {
      return pattern.get();
    }
    return OpenImages.named("regions", name, analyzed)
        .<LabelImages>map(Single::new)
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "regions is \"%s\", expected manager, selection, overlay, a file of ROIs (.roi,"
                            + " .zip), the title or path of a label image that is not the"
                            + " analyzed one, a folder of label images, or a path such as"
                            + " masks/*-nuclei.tif%s",
                        name,
                        FileNames.hint(name))));
  }

  /** Of a folder and a file's name with an asterisk for the image's name. */
  private static Optional<LabelImages> pattern(final String name) {
    final int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    return slash < 0 || name.indexOf(STEM) < slash
        ? Optional.empty()
        : FileNames.path(name.substring(0, slash + 1))
            .filter(Files::isDirectory)
            .map(folder -> new InFolder(folder, name.substring(slash + 1)));
  }

  /** One for all images. */
  record Single(ImagePlus labels) implements LabelImages {

    @Override
    public ImagePlus of(final String path) {
      return labels;
    }

    @Override
    public String state() {
      return OpenImages.state(labels);
    }
  }

  /**
   * Files of a folder that have the same relative name as the image, or nearly so.
   *
   * @param pattern a file's name with an asterisk for the image's name without its ending; empty
   *     for the usual names
   */
  record InFolder(Path folder, String pattern) implements LabelImages {

    @Override
    public ImagePlus of(final String path) {
      final Path file = file(path);
      try {
        return ImageFile.open(file);
      } catch (final UnreadableImage e) {
        throw new UserError("its label image \"" + file + "\": " + e.getMessage(), e);
      }
    }

    private Path file(final String path) {
      final Path same = folder.resolve(path);
      if (!pattern.isEmpty()) {
        return patterned(same);
      }
      if (Files.isRegularFile(same)) {
        return same;
      }
      final List<Path> beside = beside(same);
      return ENDINGS.stream()
          .map(ending -> stem(same) + ending)
          .flatMap(stem -> beside.stream().filter(file -> stem(file).equals(stem)))
          .findFirst()
          .orElseThrow(
              () ->
                  new UserError(
                      String.format(
                          Locale.ROOT,
                          "it has no label image: neither \"%s\" nor one with another ending",
                          same)));
    }

    private Path patterned(final Path same) {
      final Path file = same.resolveSibling(pattern.replace(STEM, stem(same)));
      if (!Files.isRegularFile(file)) {
        throw new UserError("it has no label image \"" + file + "\"");
      }
      return file;
    }

    private static String stem(final Path file) {
      return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }

    private static List<Path> beside(final Path file) {
      try (Stream<Path> all = Files.list(file.getParent())) {
        return all.filter(Files::isRegularFile).sorted().toList();
      } catch (final IOException e) {
        return List.of();
      }
    }

    /** Names, lengths and times of all its files. */
    @Override
    public String state() {
      try (Stream<Path> all = Files.walk(folder)) {
        return String.join(
            "\n",
            all.filter(Files::isRegularFile)
                .sorted()
                .map(
                    file ->
                        file + " " + file.toFile().length() + " " + file.toFile().lastModified())
                .toList());
      } catch (final IOException e) {
        throw new UserError("regions \"" + folder + "\" cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
