package io.github.inceptionlens.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.download.NetworksFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.scijava.Context;
import org.scijava.app.StatusService;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
final class LensServiceTest {

  private Context context;
  private LensService lens;
  private String network;

  @BeforeEach
  void start() {
    network = Needs.shared("weights/bvlc_googlenet.caffemodel").toString();
    context = new Context(StatusService.class);
    lens = LensService.of(context);
  }

  @AfterEach
  void stop() {
    if (context != null) {
      context.dispose();
    }
  }

  @Test
  void aNetworkStaysLoadedUntilItIsReleased() {
    final InceptionV1 first = lens.work(network, (inception, progress) -> inception);
    assertThat(lens.<InceptionV1>work(network, (inception, progress) -> inception)).isSameAs(first);
    lens.release();
    assertThat(lens.<InceptionV1>work(network, (inception, progress) -> inception))
        .isNotSameAs(first);
  }

  @Test
  void aMissingNetworkIsNamedAndNothingIsHeld() {
    assertThatThrownBy(() -> lens.work("/no/such/file", (inception, progress) -> null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("/no/such/file");
    assertThat(lens.<String>work(network, (inception, progress) -> "free")).isEqualTo("free");
  }

  @Test
  void aSecondWorkWaitsForTheFirstAndSaysSo() throws Exception {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch waited = new CountDownLatch(1);
    final List<String> order = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                lens.work(
                    network,
                    (inception, progress) -> {
                      started.countDown();
                      await(waited);
                      return order.add("first");
                    }));
    started.await();
    final Progress listener =
        (fraction, what) -> {
          if (what.startsWith("Waiting for another")) {
            waited.countDown();
          }
        };
    lens.reportingTo(
        listener, () -> lens.work(network, (inception, progress) -> order.add("second")));
    first.get();
    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void aWorkLearnsThatAnotherOneWaits() throws Exception {
    final CountDownLatch alone = new CountDownLatch(1);
    final CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                lens.work(
                    network,
                    (inception, progress) -> {
                      final boolean before = lens.isAwaited();
                      alone.countDown();
                      while (!lens.isAwaited()) {
                        Thread.onSpinWait();
                      }
                      return before;
                    }));
    alone.await();
    assertThat(lens.<Boolean>work(network, (inception, progress) -> lens.isAwaited())).isFalse();
    assertThat(first.get()).isFalse();
  }

  @Test
  void waitingCanBeStopped() throws Exception {
    final CountDownLatch started = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);
    final CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                lens.work(
                    network,
                    (inception, progress) -> {
                      started.countDown();
                      await(stopped);
                      return null;
                    }));
    started.await();
    final Progress impatient =
        (fraction, what) -> {
          throw new CancellationException("stopped by the user");
        };
    assertThatThrownBy(
            () ->
                lens.reportingTo(
                    impatient, () -> lens.work(network, (inception, progress) -> null)))
        .isInstanceOf(CancellationException.class);
    stopped.countDown();
    first.get();
  }

  @Test
  void onlyAnAbsentPublicNetworkIsAskedAbout(@TempDir final Path folder) {
    final String before = System.getProperty(NetworksFolder.PROPERTY);
    System.setProperty(NetworksFolder.PROPERTY, folder.toString());
    try {
      assertThat(lens.questionBeforeDownload("imagenet-tf").orElseThrow())
          .contains("not on this computer yet", "MB", folder.toString());
      assertThat(lens.questionBeforeDownload("textures")).isEmpty();
      assertThat(lens.questionBeforeDownload("")).isEmpty();
      assertThat(lens.questionBeforeDownload(network)).isEmpty();
    } finally {
      if (before == null) {
        System.clearProperty(NetworksFolder.PROPERTY);
      } else {
        System.setProperty(NetworksFolder.PROPERTY, before);
      }
    }
  }

  @Test
  void aFailedWorkLetsTheNextOneIn() {
    assertThatThrownBy(
            () ->
                lens.work(
                    network,
                    (inception, progress) -> {
                      throw new UserError("no");
                    }))
        .isInstanceOf(UserError.class)
        .hasMessage("no");
    final CompletableFuture<String> other =
        CompletableFuture.supplyAsync(
            () -> lens.work(network, (inception, progress) -> "another thread"));
    assertThat(other.join()).isEqualTo("another thread");
  }

  private static void await(final CountDownLatch latch) {
    try {
      latch.await();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
