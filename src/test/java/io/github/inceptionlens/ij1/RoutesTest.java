package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However ImageJ is asked to run a command, its options count. */
@OnDisplay
final class RoutesTest {

  @TempDir private Path folder;

  @Test
  void theOptionsCountOnEveryRoute() throws Exception {
    Needs.display();
    final MacroProcess.Result result =
        MacroProcess.java(
            folder,
            List.of(
                "-Duser.home=" + folder,
                RoutesCheck.class.getName(),
                folder.resolve("ImageJ").toString(),
                Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString()));
    final List<String> routes =
        result.out().lines().filter(line -> line.startsWith("route ")).toList();
    assertThat(routes)
        .as(result.out() + result.err())
        .hasSize(9)
        .allMatch(line -> line.endsWith(": 2"));
  }

  @Test
  void anEscapeFromBeforeTheWorkDoesNotStopIt() {
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    assertThat(IJ.escapePressed()).isTrue();
    final boolean[] worked = {false};
    Launcher.reporting(
        progress -> {
          progress.at(0.5, "working");
          worked[0] = true;
        });
    assertThat(worked[0]).isTrue();
  }
}
