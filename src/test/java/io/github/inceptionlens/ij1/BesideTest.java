package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A macro and SciJava's command service at the same time. */
@OnDisplay
final class BesideTest {

  private static final int RUNS = 6;

  @TempDir private Path folder;

  @Test
  void eachGetsItsOwnResults() throws Exception {
    Needs.display();
    final MacroProcess.Result result =
        MacroProcess.java(
            folder,
            List.of(
                "-Duser.home=" + folder,
                BesideCheck.class.getName(),
                folder.resolve("ImageJ").toString(),
                Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString()));
    for (final String kind : List.of("macro: ", "service: ")) {
      final List<String> runs = result.out().lines().filter(line -> line.startsWith(kind)).toList();
      assertThat(runs).as(result.out() + result.err()).hasSize(RUNS);
      assertThat(runs).containsOnly(runs.get(0)).noneMatch(line -> line.matches(".*(NaN|: 0)$"));
    }
    assertThat(result.out()).doesNotContain("message: ");
  }
}
