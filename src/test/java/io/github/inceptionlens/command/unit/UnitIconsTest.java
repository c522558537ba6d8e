package io.github.inceptionlens.command.unit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Unit;
import java.awt.EventQueue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Icons come from a source that may be slow, and never keep the window waiting. */
final class UnitIconsTest {

  private static final Unit UNIT = new Unit("mixed4c", 7);

  private final List<Thread> asked = new CopyOnWriteArrayList<>();

  private Optional<ImageProcessor> picture(final Unit unit) {
    asked.add(Thread.currentThread());
    return unit.channel() == 7 ? Optional.of(new ColorProcessor(128, 64)) : Optional.empty();
  }

  @Test
  void anIconIsLookedForOnceOnAnotherThreadAndFitsTheSquare() throws Exception {
    final CountDownLatch told = new CountDownLatch(1);
    final List<Boolean> onEventThread = new CopyOnWriteArrayList<>();
    try (UnitIcons icons =
        new UnitIcons(
            this::picture,
            40,
            () -> {
              onEventThread.add(EventQueue.isDispatchThread());
              told.countDown();
            })) {
      assertThat(icons.icon(UNIT)).isEmpty();
      assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
      for (int i = 0; i < 10; i++) {
        assertThat(icons.icon(UNIT).orElseThrow().getWidth()).isEqualTo(40);
        assertThat(icons.icon(UNIT).orElseThrow().getHeight()).isEqualTo(20);
      }
      assertThat(asked).hasSize(1).doesNotContain(Thread.currentThread());
      assertThat(onEventThread).containsExactly(true);
    }
  }

  @Test
  void whatIsNotThereIsAskedForAgainOnlyWhenItMayBeThere() throws Exception {
    final Unit missing = new Unit("mixed4c", 8);
    try (UnitIcons icons = new UnitIcons(this::picture, 40, () -> {})) {
      icons.icon(missing);
      icons.icon(missing);
      settle(1);
      assertThat(asked).hasSize(1);
      icons.lookAgain();
      icons.icon(missing);
      settle(2);
      assertThat(asked).hasSize(2);
    }
  }

  private void settle(final int times) throws InterruptedException {
    for (int i = 0; i < 1000 && asked.size() < times; i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  @Test
  void aDamagedPictureIsNone() throws Exception {
    final CountDownLatch asked = new CountDownLatch(1);
    try (UnitIcons icons =
        new UnitIcons(
            unit -> {
              asked.countDown();
              throw new IllegalStateException("damaged");
            },
            40,
            () -> {})) {
      icons.icon(UNIT);
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(icons.icon(UNIT)).isEmpty();
    }
  }

  @Test
  void sourcesAreAskedOneAfterTheOther() {
    final UnitPictures both = UnitPictures.NONE.or(this::picture);
    assertThat(both.of(UNIT)).isPresent();
    assertThat(both.of(new Unit("mixed4c", 1))).isEmpty();
  }

  @Test
  void aUnitCanBeSteered() {
    assertThat(UnitActions.of("textures", new Unit("mydict", 17)))
        .contains(
            new UnitActions(
                "Steer", "Steer Features...", "network=textures units=mydict:17 mode=clamp"));
  }

  @Test
  void actionsNameTheUnitAndTheNetwork() {
    assertThat(UnitActions.of("", UNIT))
        .extracting(UnitActions::options)
        .contains(
            "unit=mixed4c:7", "target=mixed4c:7", "units=mixed4c:7", "units=mixed4c:7 mode=clamp");
    assertThat(UnitActions.of("my net", UNIT))
        .allSatisfy(action -> assertThat(action.options()).startsWith("network=[my net] "));
  }
}
