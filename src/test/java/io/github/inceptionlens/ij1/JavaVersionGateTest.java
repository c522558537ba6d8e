package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an old Java meets first. */
class JavaVersionGateTest {

  private static final int JAVA_8 = 52;
  private static final int JAVA_17 = 61;

  @ParameterizedTest
  @CsvSource({"1.6, 6", "1.8, 8", "9, 9", "11, 11", "16, 16"})
  void anOlderJavaIsToldWhatToDo(final String java, final String name) {
    assertThat(JavaVersionGate.refusal(java))
        .isEqualTo(
            "Inception Lens needs Java 17 or newer, but this ImageJ runs on Java "
                + name
                + ": install a current Fiji, or start ImageJ with a newer Java.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "21", "25"})
  void aNewerJavaMayEnter(final String java) {
    assertThat(JavaVersionGate.refusal(java)).isEmpty();
  }

  @Test
  void everythingTheDoorNamesCanBeLoadedByJava8() throws IOException {
    final JavaClass door =
        new ClassFileImporter().importClasses(JavaVersionGate.class).get(JavaVersionGate.class);
    final Set<String> named =
        door.getDirectDependenciesFromSelf().stream()
            .map(dependency -> dependency.getTargetClass().getBaseComponentType().getName())
            .filter(name -> name.contains(".") && !name.startsWith("java."))
            .collect(Collectors.toSet());
    assertThat(named).containsExactlyInAnyOrder("ij.IJ", "ij.plugin.PlugIn");
    assertThat(version(JavaVersionGate.class.getName())).isEqualTo(JAVA_8);
    for (final String name : named) {
      assertThat(version(name)).as(name).isLessThanOrEqualTo(JAVA_8);
    }
    assertThat(version(Launcher.class.getName())).isEqualTo(JAVA_17);
  }

  private static int version(final String name) throws IOException {
    final String file = "/" + name.replace('.', '/') + ".class";
    try (DataInputStream in =
        new DataInputStream(JavaVersionGateTest.class.getResourceAsStream(file))) {
      in.skipBytes(6);
      return in.readUnsignedShort();
    }
  }
}
