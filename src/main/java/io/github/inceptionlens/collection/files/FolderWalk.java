package io.github.inceptionlens.collection.files;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All files below a folder, in the order of their paths; links are followed, but not in circles.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private static final String HIDDEN = "its name begins with a dot, as hidden files' do";

  private final Path root;
  private final int depth;
  private final Predicate<Path> wanted;
  private final List<CollectionImage> images = new ArrayList<>();
  private final List<SkippedImage> unlisted = new ArrayList<>();

  /**
   * @param depth how many levels of folders are walked
   * @param wanted which files count, and are named where they are of no use
   */
  FolderWalk(final Path root, final int depth, final Predicate<Path> wanted) {
    this.root = root;
    this.depth = depth;
    this.wanted = wanted;
  }

  ImageListing listing(final String name) {
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
    } catch (final IOException e) {
      throw new UserError(root + " cannot be read: " + e.getMessage(), e);
    }
    images.sort(Comparator.comparing(CollectionImage::path));
    unlisted.sort(Comparator.comparing(SkippedImage::path));
    return new ImageListing(name, root, images, unlisted);
  }

  @Override
  public FileVisitResult preVisitDirectory(
      final Path folder, final BasicFileAttributes attributes) {
    if (!folder.equals(root) && isHidden(folder)) {
      leaveOut(folder, HIDDEN);
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
    if (!wanted.test(file) || attributes.isDirectory()) {
      return FileVisitResult.CONTINUE;
    } else if (isHidden(file)) {
      leaveOut(file, HIDDEN);
    } else if (attributes.isSymbolicLink()) {
      leaveOut(file, "it is a link that leads nowhere");
    } else if (!attributes.isRegularFile()) {
      leaveOut(file, "it is no file of the usual kind");
    } else {
      final String path = ImageListing.relative(root, file);
      images.add(
          new CollectionImage(
              path,
              Optional.of(file),
              ImageListing.folder(path),
              "",
              ImageListing.state(attributes)));
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(final Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  @Override
  public FileVisitResult visitFileFailed(final Path file, final IOException failure) {
    if (wanted.test(file) || !(failure instanceof FileSystemLoopException)) {
      leaveOut(file, reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }

  private static String reason(final IOException failure) {
    if (failure instanceof FileSystemLoopException) {
      return "it is a link that leads in a circle";
    } else if (failure instanceof AccessDeniedException) {
      return "it may not be read by you";
    }
    return "it cannot be read: " + failure.getMessage();
  }

  private void leaveOut(final Path file, final String reason) {
    unlisted.add(new SkippedImage(ImageListing.relative(root, file), reason));
  }

  @Override
  public FileVisitResult postVisitDirectory(final Path folder, final IOException failure) {
    if (failure != null) {
      leaveOut(folder, reason(failure));
    }
    return FileVisitResult.CONTINUE;
  }
}
