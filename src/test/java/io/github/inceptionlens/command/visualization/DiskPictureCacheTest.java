package io.github.inceptionlens.command.visualization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Disks;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures on the disk. */
final class DiskPictureCacheTest {

  @TempDir private Path folder;

  private static Frame frame(final int side, final float value) {
    final float[] plane = new float[side * side];
    Arrays.fill(plane, value);
    return new Frame(0, 256, new Picture(side, side, List.of(plane, plane, plane)), value);
  }

  @Test
  void aFullDiskKeepsNothingAndLosesNothing() throws IOException {
    try (Disks disk = Disks.tiny(folder, "256k")) {
      final DiskPictureCache pictures =
          new DiskPictureCache(new FileCache(folder.resolve("pictures"), ".tif", 100, 1 << 30));
      pictures.keep("small", frame(64, 0.5F));
      pictures.keep("large", frame(256, 0.25F));
      assertThat(pictures.find("large")).isEmpty();
      assertThat(pictures.find("small").orElseThrow().value()).isEqualTo(0.5);
      try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
        assertThat(files).hasSize(1);
      }
      pictures.keep("other", frame(64, 0.75F));
      assertThat(pictures.find("other").orElseThrow().value()).isEqualTo(0.75);
    }
  }
}
