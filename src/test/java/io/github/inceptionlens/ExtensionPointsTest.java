package io.github.inceptionlens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.network.ChildJvm;
import io.github.inceptionlens.network.architecture.Training;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A saliency method, a target function, a weight format, a way to make dictionaries and a command
 * are one new class each.
 */
@InOwnProcess
final class ExtensionPointsTest {

  private static final List<String> TYPES =
      List.of("TimesTwoMethod", "HalfFunction", "SealedFormat", "LongestTrainer", "GreetCommand");

  @TempDir private Path folder;

  @Test
  void oneNewClassIsFoundAndUsed() throws IOException {
    final Path classes = Files.createDirectories(folder.resolve("classes"));
    compile(classes);
    final Path sealed = Files.writeString(folder.resolve("a.sealed"), "SEALED".repeat(20));
    final ChildJvm.Result result =
        ChildJvm.like().with(classes).run(ExtensionUser.class, sealed.toString());
    assertThat(result.output())
        .contains("methods " + (AttributionMethods.all().size() + 1))
        .contains("trainers [pca, nmf, kmeans, identity, random, longest, rois]")
        .contains("longest [0.0, 3.0]")
        .contains("equal true")
        .contains("refused")
        .contains("is sealed")
        .contains("greeting " + Training.TEXTURES.labels().size() + " classes");
    assertThat(result.exit()).isZero();
  }

  private void compile(final Path classes) throws IOException {
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-d",
                classes.toString(),
                "-cp",
                String.join(File.pathSeparator, ChildJvm.ownClassPath())));
    for (final String type : TYPES) {
      final Path source = folder.resolve("extension").resolve(type + ".java");
      Files.createDirectories(source.getParent());
      try (InputStream in =
          ExtensionPointsTest.class.getResourceAsStream("extension/" + type + ".java.txt")) {
        Files.copy(in, source);
      }
      arguments.add(source.toString());
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
  }
}
