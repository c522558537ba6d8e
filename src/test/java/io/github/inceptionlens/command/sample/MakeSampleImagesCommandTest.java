package io.github.inceptionlens.command.sample;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sample images from Java, and what is left of them when the user stops. */
final class MakeSampleImagesCommandTest extends CommandTrial {

  @TempDir private Path folder;

  MakeSampleImagesCommandTest() {
    super(MakeSampleImagesCommand.class);
  }

  @BeforeEach
  void start() {
    give("size", 32);
    give("count", 9);
  }

  @Test
  void javaGetsThePicturesAndTheirTable() {
    command().run();
    final ImagePlus pictures = (ImagePlus) command().getOutput("pictures");
    assertThat(pictures.getStackSize()).isEqualTo(9);
    assertThat(pictures.getStack().getSliceLabel(2)).isEqualTo("nuclei");
    assertThat(((ResultsTable) command().getOutput("table")).size()).isEqualTo(9);
    assertThat(command().getOutput("structures")).isNull();
    assertThat(command().getOutput("notes")).isNull();
  }

  @Test
  void aStoppedStackHoldsWhatIsDoneAndSaysHowMuch() {
    give("kind", "scenes");
    runUntil("Drawing picture 4 of 9");
    final ImagePlus pictures = (ImagePlus) command().getOutput("pictures");
    assertThat(pictures.getStackSize()).isEqualTo(3);
    assertThat(((ImagePlus) command().getOutput("structures")).getStackSize()).isEqualTo(3);
    assertThat(((ResultsTable) command().getOutput("table")).size()).isEqualTo(3);
    assertThat(command().getOutput("notes"))
        .isEqualTo(List.of("Make Sample Images: stopped after 3 of 9 pictures"));
    assertThat(pictures.getProp("InceptionLens.sample")).contains("count=3 ");
  }

  @Test
  void aStoppedFolderHoldsWholePicturesAndTheirTable() throws IOException {
    give("kind", "scenes");
    give("folder", folder.resolve("a").toString());
    runUntil("Drawing picture 3 of 9");
    assertThat(names("a/scenes")).containsExactly("scene-000000.tif", "scene-000001.tif");
    assertThat(names("a/masks")).allMatch(name -> name.matches("scene-00000[01]-mask-[a-z-]+.tif"));
    assertThat(Files.readAllLines(folder.resolve("a/images.csv"))).hasSize(3);
  }

  @Test
  void whatStopsBeforeTheFirstPictureLeavesNothing() {
    runUntil("Drawing picture 1 of 9");
    assertThat(command().getOutput("pictures")).isNull();
    assertThat(command().getOutput("table")).isNull();
  }

  private List<String> names(final String of) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
