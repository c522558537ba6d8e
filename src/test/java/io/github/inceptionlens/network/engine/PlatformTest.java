package io.github.inceptionlens.network.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which computers have a PyTorch, and what the others are told. */
class PlatformTest {

  private static final String NO_PYTORCH =
      "There is no PyTorch for this ImageJ's Java (%s), only for Linux (x86-64, ARM), Windows"
          + " (x86-64) and macOS (Apple silicon): ";

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-aarch64",
    "Windows 11, amd64, win-x86_64",
    "Windows Server 2022, amd64, win-x86_64",
    "Mac OS X, aarch64, osx-aarch64"
  })
  void supportedComputersAreNamedLikeTheJars(
      final String os, final String arch, final String name) {
    final Platform platform = Platform.of(os, arch);
    assertThat(platform).hasToString(name);
    assertThat(platform.isNamed(name)).isTrue();
    assertThatCode(platform::requireSupported).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, x86_64, osx-x86_64, install the Apple silicon version of Fiji",
    "Windows 10, x86, win-x86, install a Fiji with a Java for one of these",
    "Windows 11, aarch64, win-aarch64, install a Fiji with a Java for one of these",
    "Linux, i386, linux-i386, install a Fiji with a Java for one of these",
    "Linux, ppc64le, linux-ppc64le, use Inception Lens on such a computer",
    "FreeBSD, amd64, freebsd-x86_64, use Inception Lens on such a computer"
  })
  void otherComputersAreToldWhatToDo(
      final String os, final String arch, final String name, final String remedy) {
    assertThatThrownBy(() -> Platform.of(os, arch).requireSupported())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(NO_PYTORCH.formatted(name))
        .hasMessageContaining(remedy);
  }

  @Test
  void theMissingZipIsNamed() {
    final Platform mac = Platform.of("Mac OS X", "aarch64");
    assertThat(mac.missing(List.of()))
        .hasMessage(
            "PyTorch for this computer (osx-aarch64) is not installed: unpack the Inception Lens zip"
                + " for osx-aarch64 over ImageJ's folder and restart ImageJ");
    assertThat(mac.missing(List.of("win-x86_64")))
        .hasMessageContaining("is not installed, only that for win-x86_64: unpack");
  }
}
