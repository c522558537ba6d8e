package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.io.IOException;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the memory that the table plans is the memory that the process takes. */
@EnabledOnOs(OS.LINUX)
@InOwnProcess
class MemoryTest {

  private static final String LOGITS = Architecture.LOGITS;

  @Test
  void thePlanOfANarrowNetworkIsThePeak() throws IOException {
    thePlanOfANarrowNetworkIsThePeak(FrameworkConventions.CAFFE);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(names = "CAFFE", mode = EnumSource.Mode.EXCLUDE)
  void thePlanOfANarrowNetworkIsThePeak(final FrameworkConventions conventions) throws IOException {
    assertPlanned(conventions, "4", "run", "1000", "maxpool0", "mixed3a", LOGITS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "gradient", "guided"})
  void thePlanOfADictionaryOfTheLargestEntriesIsThePeak(final String kind) throws IOException {
    assertPlanned(FrameworkConventions.CAFFE, "4", kind, "501", MemoryProbe.DICTIONARY);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"run", "gradient", "guided"})
  void thePlanOfEditsIsThePeak(final String kind) throws IOException {
    assertPlanned(
        FrameworkConventions.CAFFE,
        "4",
        kind,
        "501",
        MemoryProbe.THRESHOLDS,
        MemoryProbe.SCALED,
        MemoryProbe.AVERAGED,
        MemoryProbe.DIFFERENCE);
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({
    "CAFFE, '1000', run",
    "TENSORFLOW, '1001', run",
    "CAFFE, '501', gradient",
    "TENSORFLOW, '501', gradient",
    "CAFFE, '501', conv2d0",
    "CAFFE, '801', guided",
    "TENSORFLOW, '801', guided"
  })
  void thePlanOfAFullNetworkIsThePeak(
      final FrameworkConventions conventions, final String sides, final String kind)
      throws IOException {
    assertPlanned(conventions, "1", kind, sides, "maxpool0", "mixed3a", LOGITS);
  }

  private static void assertPlanned(
      final FrameworkConventions conventions,
      final String divisor,
      final String kind,
      final String sides,
      final String... places)
      throws IOException {
    final String[] arguments = new String[4 + places.length];
    List.of(conventions.name(), divisor, kind, sides).toArray(arguments);
    System.arraycopy(places, 0, arguments, 4, places.length);
    final ChildJvm.Result result = exact().run(MemoryProbe.class, arguments);

    assertThat(result.exit()).as(result.output()).isZero();
    assertThat(result.output().lines().count())
        .isEqualTo((long) places.length * sides.split(",").length);
    assertThat(result.output().lines())
        .allSatisfy(
            line -> {
              final String[] words = line.split(" ");
              final long measured = Long.parseLong(words[3]);
              assertThat(Long.parseLong(words[2]))
                  .isCloseTo(measured, Percentage.withPercentage(30));
            });
  }

  /** A Java whose heap is resident from the start and whose large native blocks go back at once. */
  private static ChildJvm exact() {
    return ChildJvm.like()
        .option("-Xms512m")
        .option("-Xmx512m")
        .option("-XX:+AlwaysPreTouch")
        .environment("MALLOC_MMAP_THRESHOLD_", "131072");
  }
}
