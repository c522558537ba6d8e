package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of jars with a second DJL. */
final class EngineVersionsTest {

  @TempDir private Path folder;

  private URL jar(final String name, final String type) throws IOException {
    final Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
      jar.putNextEntry(new JarEntry(type));
      jar.closeEntry();
    }
    return file.toUri().toURL();
  }

  @Test
  void twoVersionsAreNamedAndNeitherIsRun() throws IOException {
    for (final String type :
        new String[] {"ai/djl/engine/Engine.class", "ai/djl/pytorch/engine/PtEngine.class"}) {
      final URL[] jars = {jar("api-0.22.1.jar", type), jar("api-0.35.1.jar", type)};
      try (URLClassLoader loader = new URLClassLoader(jars, null)) {
        assertThatThrownBy(() -> EngineVersions.check(loader))
            .hasMessageContaining("(api-0.22.1.jar, api-0.35.1.jar)");
      }
    }
  }

  @Test
  void oneOfEachIsRight() throws IOException {
    final URL[] jars = {
      jar("api-0.35.1.jar", "ai/djl/engine/Engine.class"),
      jar("pytorch-engine-0.35.1.jar", "ai/djl/pytorch/engine/PtEngine.class")
    };
    try (URLClassLoader loader = new URLClassLoader(jars, null)) {
      assertThatCode(() -> EngineVersions.check(loader)).doesNotThrowAnyException();
    }
    assertThatCode(() -> EngineVersions.check(EngineVersionsTest.class.getClassLoader()))
        .doesNotThrowAnyException();
  }
}
