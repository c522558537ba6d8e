package io.github.inceptionlens.command.example;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run of the command keeps, and what is left of one that somebody stopped. */
final class ExamplesRunTest extends CommandTrial {

  private static final int COUNT = 4;

  @TempDir private Path folder;

  ExamplesRunTest() {
    super(DatasetExamplesCommand.class);
  }

  @BeforeEach
  void images() {
    for (int i = 0; i < COUNT; i++) {
      final String file = folder.resolve("image" + i + ".tif").toString();
      IJ.saveAsTiff(IJ.createImage("noise", "8-bit noise", 64 + 8 * i, 64, 1), file);
    }
    give("images", folder.toString());
    give("units", "conv2d2:0-3");
    give("count", 2);
    give("embedding", "none");
  }

  private ResultsTable table(final String output) {
    return (ResultsTable) command().getOutput(output);
  }

  private static Optional<LayerExamples> kept(final String layer) {
    try (InceptionV1 network =
        TrainedNetwork.named("textures").open(TorchEngine.start(Progress.NONE))) {
      return KeptExamples.of(network).find(layer);
    }
  }

  /** A window shows the examples without the images. */
  @Test
  void theExamplesAreKeptWithSmallPictures() throws IOException {
    NetworkStore.standard().kept().examples().clear();
    command().run();
    final LayerExamples found = kept("conv2d2").orElseThrow();
    assertThat(found.channels()).containsExactly(0, 1, 2, 3);
    for (int channel = 0; channel < 4; channel++) {
      final KeptUnit unit = found.unit(channel).orElseThrow();
      assertThat(unit.pictures()).isEqualTo(COUNT);
      assertThat(unit.collection()).isEqualTo(folder.toString());
      assertThat(unit.quantiles()).hasSize(5);
      assertThat(unit.statistics().unit()).hasToString("conv2d2:" + channel);
      assertThat(unit.histogram().size()).isEqualTo(unit.statistics().positions());
      for (final KeptPlace place : unit.top()) {
        final BufferedImage small = found.thumbnail(channel, place.rank()).orElseThrow();
        assertThat(Math.max(small.getWidth(), small.getHeight()))
            .isBetween(KeptExamples.SIDE / 2, KeptExamples.SIDE);
        assertThat(place.place().collection()).isEqualTo(folder.toString());
        assertThat(Files.exists(folder.resolve(place.image()))).isTrue();
      }
      assertThat(unit.top()).extracting(KeptPlace::rank).containsExactly(1, 2);
    }
    assertThat(table("examples").getStringValue("Image", 0))
        .isEqualTo(found.unit(0).orElseThrow().top().get(0).image());
    NetworkStore.standard().clearCache(Progress.NONE);
    assertThat(kept("conv2d2")).isEmpty();
  }

  @Test
  void examplesOfClassesAreNotKept() {
    NetworkStore.standard().kept().examples().clear();
    give("units", "class:3");
    command().run();
    assertThat(table("examples").size()).isEqualTo(9);
    assertThat(kept("mixed4c")).isEmpty();
  }

  @Test
  void whenTheCropsAreCutTheTablesAreThere() {
    runUntil("Looking at your images again");
    assertThat(table("examples").size()).isEqualTo(4 * 9);
    assertThat(table("figures").size()).isEqualTo(4);
    assertThat(command().getOutput("montage")).isNull();
    assertThat(command().getOutput("crops")).isNull();
  }

  @Test
  void whenImagesAreLookedThroughTheExamplesAreThoseSoFar() {
    runUntil(0.5);
    assertThat(table("examples").size()).isBetween(4, 4 * 9);
    assertThat((List<?>) command().getOutput("notes"))
        .anyMatch(line -> line.toString().contains("the same call goes on from there"));
  }
}
