package io.github.inceptionlens.command.activation;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.command.LensCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Activation maps that are stopped, and such as do not fit into Java's memory. */
final class ActivationMapsCommandTest extends CommandTrial {

  private static final int CHANNELS = 128;

  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();

  ActivationMapsCommandTest() {
    super(ActivationMapsCommand.class);
  }

  private LensCommand lens() {
    return (LensCommand) command().getDelegateObject();
  }

  private static ImagePlus noise() {
    final ByteProcessor noise = new ByteProcessor(96, 64);
    new Random(5).nextBytes((byte[]) noise.getPixels());
    final ImagePlus image = new ImagePlus("noise.tif", noise);
    image.getStack().addSlice(noise.duplicate());
    return new ImagePlus("noise.tif", image.getStack());
  }

  /** An image so large that all channels of a layer on it take more memory than there is. */
  private static ImagePlus large() {
    final double pixels = 1.05 * Runtime.getRuntime().maxMemory() / CHANNELS / Float.BYTES;
    final int side = (int) Math.ceil(Math.sqrt(pixels));
    return IJ.createImage("large.tif", "8-bit ramp", side, side, 1);
  }

  private void giveTooMuch() {
    final ImagePlus image = large();
    give("image", image);
    give("channels", "all");
    give("scale", Math.round(25600.0 / image.getWidth()) / 100.0);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void whatIsFinishedInAFolderStaysWhenTheUserStops() throws IOException {
    give("image", noise());
    give("layer", "mixed3b");
    give("channels", "3,7");
    give("stack", true);
    give("folder", folder.toString());
    runUntil("Drawing map 4 of 4");
    final ImagePlus maps = (ImagePlus) command().getOutput("maps");
    assertThat(maps.getStackSize()).isEqualTo(3);
    assertThat(maps.getStack().isVirtual()).isTrue();
    assertThat(maps.getStack().getSliceLabel(2)).startsWith("mixed3b:7 ");
    assertThat(names()).hasSize(3).allMatch(name -> name.matches("noise-mixed3b-000[1-3]-.*tif"));
    assertThat(command().getOutput("warnings"))
        .isEqualTo(
            List.of(
                "noise-mixed3b was stopped: its 3 finished slices are kept in \"" + folder + "\""));
  }

  @Test
  void inMemoryTheFinishedSlicesStayWhenTheUserStops() {
    give("image", noise());
    give("layer", "mixed3b");
    give("channels", "3,7");
    runUntil("Drawing map 2 of 2");
    final ImagePlus maps = (ImagePlus) command().getOutput("maps");
    assertThat(maps.getStackSize()).isEqualTo(1);
    assertThat(maps.getStack().getShortSliceLabel(1)).isEqualTo("mixed3b:3");
    assertThat(command().getOutput("warnings"))
        .isEqualTo(List.of("noise-mixed3b was stopped: the finished slice is shown"));
  }

  @Test
  void tooMuchForTheMemoryIsRefusedWithTheRemediesWhereNobodyCanBeAsked() {
    giveTooMuch();
    command().run();
    assertThat(command().isCanceled()).isTrue();
    assertThat(command().getCancelReason())
        .contains("a result of 128 slices of ")
        .contains("MB left: ask for fewer channels")
        .contains("folder=/path")
        .contains("Memory & Threads");
  }

  @Test
  void aPersonIsAskedForAFolderThatTheMacroLineHasThen() throws IOException {
    giveTooMuch();
    lens()
        .asks(
            why -> {
              asked.add(why);
              return Optional.of(folder);
            });
    runUntil("Drawing map 3 of 128");
    assertThat(asked).hasSize(1);
    assertThat(asked.get(0)).contains("128 slices", " GB, but Java has ", "Choose a folder");
    final ImagePlus maps = (ImagePlus) command().getOutput("maps");
    assertThat(maps.getStackSize()).isEqualTo(2);
    assertThat(names()).hasSize(2);
    assertThat(lens().replayed("folder", "")).isEqualTo(folder.toString());
    assertThat(maps.getProp("InceptionLens.macro")).contains("folder=" + folder);
  }

  @Test
  void aPersonWhoCancelsLeavesEverythingAsItWas() throws IOException {
    giveTooMuch();
    lens()
        .asks(
            why -> {
              throw new CancellationException("no folder");
            });
    runUntil("Drawing map 1 ");
    assertThat(command().getOutput("maps")).isNull();
    assertThat(names()).isEmpty();
  }

  @Test
  void nobodyIsAskedWhereTheMemoryIsEnough() {
    give("image", noise());
    give("layer", "mixed3b");
    give("channels", "3");
    lens()
        .asks(
            why -> {
              asked.add(why);
              return Optional.of(folder);
            });
    command().run();
    assertThat(asked).isEmpty();
    assertThat(((ImagePlus) command().getOutput("maps")).getStack().isVirtual()).isFalse();
  }
}
