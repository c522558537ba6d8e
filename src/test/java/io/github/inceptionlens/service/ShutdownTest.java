package io.github.inceptionlens.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.gradient.Gradients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.app.StatusService;

/** Ending the program in the middle of a backward pass ends it cleanly. */
@InOwnProcess
final class ShutdownTest {

  /** Computes gradients on another thread, and exits after so many milliseconds. */
  public static void main(final String[] arguments) throws Exception {
    final LensService lens = LensService.of(new Context(StatusService.class));
    final CountDownLatch begun = new CountDownLatch(1);
    final Thread worker =
        new Thread(
            () ->
                lens.work(
                    "",
                    (network, progress) -> {
                      final float[] plane = new float[512 * 512];
                      final var picture = new Picture(512, 512, List.of(plane, plane, plane));
                      for (int i = 0; ; i++) {
                        progress.at(0, "pass " + i);
                        Gradients.of(network, picture, Objective.logit(1));
                        begun.countDown();
                      }
                    }));
    worker.setDaemon(true);
    worker.setUncaughtExceptionHandler((thread, stopped) -> {});
    worker.start();
    begun.await();
    Thread.sleep(Long.parseLong(arguments[0]));
    System.out.println("exits " + Architecture.LOGITS);
    System.exit(7);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 37, 91})
  void theExitWaitsForTheRunningPass(final int millis) throws Exception {
    final Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-CreateCoredumpOnCrash",
                "-cp",
                System.getProperty("java.class.path"),
                ShutdownTest.class.getName(),
                String.valueOf(millis))
            .redirectErrorStream(true)
            .start();
    final String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(7);
    assertThat(out).contains("exits ");
  }
}
