package io.github.inceptionlens.collection.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.collection.CollectionImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection's name and an image's path in it lead to the file, however it was named. */
final class ImageFilePathTest {

  @TempDir private Path folder;

  @Test
  void nameAndPathAreTheFile() throws IOException {
    final Path sub = Files.createDirectories(folder.resolve("a [b] c/mäuse, \"2\""));
    Files.writeString(sub.resolve("d e.tif"), "x");
    Files.writeString(folder.resolve("f.tif"), "x");
    Files.writeString(
        folder.resolve("list.csv"),
        "path,label\nf.tif,x\n\"a [b] c/mäuse, \"\"2\"\"/d e.tif\",y\n");
    for (final String text :
        List.of(
            folder.toString(),
            folder.resolve("a [b] c").toString(),
            folder + "/**/*.tif",
            folder + "/*/*/?*.tif",
            folder.resolve("list.csv").toString())) {
      final ImageListing listing = ImageListing.of("images", text);
      assertThat(listing.images()).as(text).isNotEmpty();
      for (final CollectionImage image : listing.images()) {
        if (image.path().endsWith(".tif")) {
          assertThat(ImageListing.file(listing.name(), image.path()))
              .as(text)
              .isEqualTo(image.file().orElseThrow());
        }
      }
    }
    assertThat(ImageListing.file(folder + "/gone", "x.tif"))
        .isEqualTo(folder.resolve("gone/x.tif"));
    assertThat(ImageListing.file(folder + "/gone.csv", "x.tif")).isEqualTo(folder.resolve("x.tif"));
  }
}
