package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The images in the repository are those that the generator makes. */
final class TextureSampleImagesTest {

  private static final Path FOLDER = Path.of("sample-images");
  private static final Map<String, ImagePlus> MADE = TextureSampleImages.all();

  @Test
  void theFolderHoldsWhatTheProgramMakesAndTheCat() throws IOException {
    final Set<String> expected = new HashSet<>(MADE.keySet());
    expected.addAll(List.of("cat.png", "README.md"));
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .isEqualTo(expected);
    }
  }

  @Test
  void everyFileIsSmallAndHasThePixelsAndTheCalibrationThatAreMade() throws IOException {
    for (final String name : MADE.keySet()) {
      final ImagePlus made = MADE.get(name);
      final ImagePlus kept = IJ.openImage(FOLDER.resolve(name).toString());
      assertThat(Files.size(FOLDER.resolve(name))).as(name).isLessThan(300_000);
      assertThat(kept.getBitDepth()).as(name).isEqualTo(made.getBitDepth());
      assertThat(kept.getDimensions()).as(name).isEqualTo(made.getDimensions());
      for (int slice = 1; slice <= made.getStackSize(); slice++) {
        assertThat(kept.getStack().getPixels(slice))
            .as(name + " " + slice)
            .isEqualTo(made.getStack().getPixels(slice));
      }
      if (name.endsWith(".tif")) {
        compare(kept, made, name);
      }
    }
  }

  private static void compare(final ImagePlus kept, final ImagePlus made, final String name) {
    final Calibration calibration = kept.getCalibration();
    assertThat(calibration.getUnit()).as(name).isEqualTo("micron");
    assertThat(calibration.pixelWidth).as(name).isEqualTo(made.getCalibration().pixelWidth);
    assertThat(calibration.frameInterval).as(name).isEqualTo(made.getCalibration().frameInterval);
    assertThat(kept.getDisplayRangeMax()).as(name).isEqualTo(made.getDisplayRangeMax());
    assertThat(kept.getStack().getSliceLabel(1))
        .as(name)
        .isEqualTo(made.getStack().getSliceLabel(1));
  }

  @Test
  void allKindsOfImagesAreThere() {
    assertThat(IJ.openImage(FOLDER.resolve("composite.tif").toString()).isComposite()).isTrue();
    assertThat(MADE.get("drift.tif").getNFrames()).isEqualTo(5);
    assertThat(MADE.values().stream().map(ImagePlus::getBitDepth).distinct())
        .containsExactlyInAnyOrder(8, 16, 24);
    assertThat(MADE.keySet().stream().filter(name -> !name.contains("-mask-"))).hasSize(7);
  }

  @Test
  void theReadmeNamesEveryImage() throws IOException {
    final String text = Files.readString(FOLDER.resolve("README.md"));
    assertThat(MADE.keySet().stream().filter(name -> !name.contains("-mask-")))
        .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
  }
}
