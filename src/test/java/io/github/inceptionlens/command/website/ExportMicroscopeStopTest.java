package io.github.inceptionlens.command.website;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.CommandTrial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that is stopped, and goes on. */
final class ExportMicroscopeStopTest extends CommandTrial {

  @TempDir private Path folder;

  ExportMicroscopeStopTest() {
    super(ExportMicroscopeCommand.class);
  }

  @BeforeEach
  void give() throws IOException {
    final Path images = Files.createDirectory(folder.resolve("images"));
    for (int i = 0; i < 4; i++) {
      Files.copy(Path.of("sample-images", "scene-8bit.tif"), images.resolve("scene" + i + ".tif"));
    }
    give("images", images.toString());
    give("units", "conv2d2:0,1;mixed3a:2");
    give("size", 32);
    give("steps", 2);
    give("count", 2);
    give("connections", 1);
  }

  private Map<String, String> site(final String name) throws IOException {
    final Map<String, String> content = new TreeMap<>();
    final Path site = folder.resolve(name);
    try (Stream<Path> files = Files.walk(site)) {
      for (final Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            site.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replace("folder=" + name, "folder=site"));
      }
    }
    return content;
  }

  @Test
  void oneThatIsStoppedAnywhereEndsAsOneThatIsNot() throws IOException {
    give("folder", folder.resolve("whole").toString());
    command().run();
    give("folder", folder.resolve("stopped").toString());
    for (final String at : List.of("Page 1 ", "Page 3 ")) {
      runUntil(at);
      assertThat(command().getOutput("notes").toString())
          .contains("stopped before the website was finished; the same call goes on from there");
      assertThat(folder.resolve("stopped/index.html")).doesNotExist();
    }
    assertThat(folder.resolve("stopped/conv2d2/1.html")).exists();
    command().run();
    assertThat(site("stopped")).isEqualTo(site("whole"));
  }

  @Test
  void beforeThePagesNothingIsWrittenButTheList() throws IOException {
    give("folder", folder.resolve("site").toString());
    give("steps", 3);
    runUntil(0.3);
    assertThat(site("site")).containsOnlyKeys(SiteFolder.LIST);
  }
}
