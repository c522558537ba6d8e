package io.github.inceptionlens.command.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.service.LensService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.plugin.Plugin;

/** Sample images from Java, and what is left of them when the user stops. */
final class MakeSampleImagesCommandTest {

  @TempDir private Path folder;

  private Context context;
  private CommandModule command;

  @BeforeEach
  void start() throws Exception {
    context = new Context(CommandService.class);
    final CommandInfo info =
        new CommandInfo(
            MakeSampleImagesCommand.class,
            MakeSampleImagesCommand.class.getAnnotation(Plugin.class));
    command = (CommandModule) info.createModule();
    context.inject(command);
    give("size", 32);
    give("count", 9);
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private void give(final String name, final Object value) {
    command.setInput(name, value);
    command.resolveInput(name);
  }

  private void runUntil(final String what) {
    final Progress progress =
        (fraction, doing) -> {
          if (doing.startsWith(what)) {
            throw new CancellationException("stopped by the user");
          }
        };
    assertThatThrownBy(() -> LensService.of(context).reportingTo(progress, command::run))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void javaGetsThePicturesAndTheirTable() {
    command.run();
    final ImagePlus pictures = (ImagePlus) command.getOutput("pictures");
    assertThat(pictures.getStackSize()).isEqualTo(9);
    assertThat(pictures.getStack().getSliceLabel(2)).isEqualTo("nuclei");
    assertThat(((ResultsTable) command.getOutput("table")).size()).isEqualTo(9);
    assertThat(command.getOutput("structures")).isNull();
    assertThat(command.getOutput("notes")).isNull();
  }

  @Test
  void aStoppedStackHoldsWhatIsDoneAndSaysHowMuch() {
    give("kind", "scenes");
    runUntil("Drawing picture 4 of 9");
    final ImagePlus pictures = (ImagePlus) command.getOutput("pictures");
    assertThat(pictures.getStackSize()).isEqualTo(3);
    assertThat(((ImagePlus) command.getOutput("structures")).getStackSize()).isEqualTo(3);
    assertThat(((ResultsTable) command.getOutput("table")).size()).isEqualTo(3);
    assertThat(command.getOutput("notes"))
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
    assertThat(command.getOutput("pictures")).isNull();
    assertThat(command.getOutput("table")).isNull();
  }

  private List<String> names(final String of) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(of))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
