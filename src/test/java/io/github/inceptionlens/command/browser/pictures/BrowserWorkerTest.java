package io.github.inceptionlens.command.browser.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.browser.units.BrowsedLayer;
import io.github.inceptionlens.command.browser.units.BrowserStatus;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.browser.units.UnitOrder;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A browser's thread with pictures whose making is held until the test lets it go on. */
final class BrowserWorkerTest {

  private static final int CHANNELS = 40;
  private static final BufferedImage PICTURE = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);

  private final PictureShelf shelf = new PictureShelf(1000);
  private final Held source = new Held();
  private final Told told = new Told();
  private final BrowserWorker worker = new BrowserWorker(source, shelf, told);

  /** A network whose pictures take two steps each, one before and one after their half. */
  private static final class Held implements UnitSource, CellPictures {

    final Semaphore steps = new Semaphore(0);
    final List<List<Integer>> begun = Collections.synchronizedList(new ArrayList<>());
    final List<String> looks = Collections.synchronizedList(new ArrayList<>());
    final Set<Unit> kept = Collections.synchronizedSet(new HashSet<>());
    volatile boolean working;

    @Override
    public BrowsedLayer open(final String layer, final Progress progress) {
      if (layer.equals("none")) {
        throw new UserError("there is no such layer");
      }
      return new BrowsedLayer(
          new Layer(layer, CHANNELS, List.of()),
          Collections.nCopies(CHANNELS, ""),
          List.of(UnitOrder.NUMBER));
    }

    @Override
    public List<ChannelStatistics> look(final ImagePlus image, final Progress progress) {
      looks.add(image.getTitle());
      if (image.getWidth() < 10) {
        throw new UserError("the image is too small");
      }
      while (image.getTitle().equals("endless")) {
        progress.at(0.5, "looking");
      }
      return List.of();
    }

    @Override
    public void lookAway() {}

    @Override
    public CellPictures pictures(final BrowserTab tab) {
      return tab == BrowserTab.VISUALIZATIONS ? this : unit -> Optional.of(PICTURE);
    }

    @Override
    public Optional<BufferedImage> find(final Unit unit) {
      return kept.contains(unit) ? Optional.of(PICTURE) : Optional.empty();
    }

    @Override
    public boolean canMake() {
      return true;
    }

    @Override
    public void make(final List<Unit> units, final Receiver receiver, final Progress progress) {
      begun.add(units.stream().map(Unit::channel).toList());
      working = true;
      try {
        for (final double fraction : new double[] {0.1, 0.9}) {
          units.forEach(unit -> receiver.take(unit, PICTURE, false));
          steps.acquireUninterruptibly();
          progress.at(fraction, "step");
        }
        kept.addAll(units);
        units.forEach(unit -> receiver.take(unit, PICTURE, true));
      } finally {
        working = false;
      }
    }
  }

  private static final class Told implements BrowserWorker.Audience {

    volatile String layer = "";
    volatile String trouble = "";
    volatile String says = "";

    @Override
    public void opened(final BrowsedLayer opened) {
      layer = opened.layer().name();
    }

    @Override
    public void looked(
        final String through, final List<ChannelStatistics> statistics, final String why) {
      trouble = why;
    }

    @Override
    public void picturesCame() {}

    @Override
    public void says(final BrowserStatus status) {
      says = status.text();
    }
  }

  @AfterEach
  void end() {
    worker.close();
    source.steps.release(1000);
  }

  /** A wish for a layer whose units are seen from one on, five of them. */
  private static BrowserWish wish(
      final String layer, final BrowserTab tab, final int first, final boolean makes) {
    return wish(layer, tab, first, makes, Optional.empty(), 0);
  }

  private static BrowserWish wish(
      final String layer,
      final BrowserTab tab,
      final int first,
      final boolean makes,
      final Optional<ImagePlus> image,
      final long look) {
    final List<Unit> units =
        IntStream.range(0, CHANNELS)
            .mapToObj(i -> new Unit(layer, (first + i) % CHANNELS))
            .toList();
    return new BrowserWish(layer, tab, image, look, units, 5, 10, makes);
  }

  private void want(final String layer, final int first, final boolean makes) {
    worker.want(wish(layer, BrowserTab.VISUALIZATIONS, first, makes));
  }

  private static void await(final BooleanSupplier what) {
    while (!what.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private boolean isFinished(final String layer, final int channel) {
    return shelf.has(BrowserTab.VISUALIZATIONS, new Unit(layer, channel), 0);
  }

  @Test
  void whatIsSeenIsMadeFirstThenAllOthers() {
    worker.start();
    want("a", 20, true);
    source.steps.release(1000);
    await(() -> source.kept.size() == CHANNELS && !source.working);
    assertThat(source.begun.get(0)).containsExactly(20, 21, 22, 23);
    assertThat(source.begun.stream().flatMap(List::stream).toList())
        .startsWith(20, 21, 22, 23, 24, 25)
        .doesNotHaveDuplicates();
  }

  @Test
  void keptPicturesAreNotMadeAgain() {
    IntStream.range(0, CHANNELS)
        .filter(i -> i != 3)
        .forEach(i -> source.kept.add(new Unit("a", i)));
    worker.start();
    want("a", 0, true);
    source.steps.release(1000);
    await(() -> isFinished("a", 3));
    assertThat(source.begun).containsExactly(List.of(3));
    assertThat(IntStream.range(0, 10)).allMatch(i -> isFinished("a", i));
  }

  @Test
  void picturesThatGrowAreThereButNotFinished() {
    worker.start();
    want("a", 0, true);
    await(() -> shelf.find(BrowserTab.VISUALIZATIONS, new Unit("a", 3)).isPresent());
    assertThat(isFinished("a", 3)).isFalse();
  }

  @Test
  void scrollingAwayGivesUpWhatHasJustBegun() {
    worker.start();
    want("a", 0, true);
    await(() -> source.begun.size() == 1);
    want("a", 20, true);
    source.steps.release();
    await(() -> source.begun.size() == 2);
    assertThat(source.begun.get(1)).containsExactly(20, 21, 22, 23);
    assertThat(shelf.find(BrowserTab.VISUALIZATIONS, new Unit("a", 0)))
        .as("a picture that will not grow on")
        .isEmpty();
  }

  @Test
  void scrollingAwayLetsFinishWhatIsMoreThanHalfDone() {
    worker.start();
    want("a", 0, true);
    source.steps.release();
    await(() -> source.begun.size() == 1 && source.steps.availablePermits() == 0);
    await(() -> source.steps.hasQueuedThreads());
    want("a", 20, true);
    source.steps.release();
    await(() -> source.begun.size() == 2);
    assertThat(isFinished("a", 0)).isTrue();
    assertThat(source.begun.get(1)).startsWith(20);
  }

  @Test
  void anotherLayerEndsTheWorkAtOnce() {
    worker.start();
    want("a", 0, true);
    source.steps.release();
    await(() -> source.steps.hasQueuedThreads() && source.steps.availablePermits() == 0);
    want("b", 0, true);
    source.steps.release();
    await(() -> source.begun.size() == 2);
    assertThat(told.layer).isEqualTo("b");
    assertThat(source.kept).isEmpty();
  }

  @Test
  void stoppingEndsTheMakingUntilItGoesOn() {
    worker.start();
    want("a", 0, true);
    await(() -> source.begun.size() == 1);
    want("a", 0, false);
    source.steps.release();
    await(() -> told.says.equals("Stopped: 0 of 40 visualizations are there"));
    assertThat(source.working).isFalse();
    want("a", 0, true);
    source.steps.release(2);
    await(() -> isFinished("a", 0));
  }

  @Test
  void nothingRunsAfterTheEnd() throws InterruptedException {
    worker.start();
    want("a", 0, true);
    await(() -> source.begun.size() == 1);
    worker.close();
    source.steps.release();
    worker.join();
    want("b", 0, true);
    assertThat(source.working).isFalse();
    assertThat(source.begun).hasSize(1);
    assertThat(told.layer).isEqualTo("a");
  }

  @Test
  void theImageIsLookedAtOncePerLookAndTroubleIsTold() {
    worker.start();
    final Optional<ImagePlus> image =
        Optional.of(new ImagePlus("large", new ByteProcessor(20, 20)));
    worker.want(wish("a", BrowserTab.MAPS, 0, true, image, 1));
    await(() -> shelf.has(BrowserTab.MAPS, new Unit("a", 9), 1));
    worker.want(wish("a", BrowserTab.MAPS, 5, true, image, 1));
    await(() -> shelf.has(BrowserTab.MAPS, new Unit("a", 14), 1));
    assertThat(source.looks).containsExactly("large");
    worker.want(
        wish(
            "a",
            BrowserTab.MAPS,
            5,
            true,
            Optional.of(new ImagePlus("small", new ByteProcessor(5, 5))),
            2));
    await(() -> told.trouble.equals("the image is too small"));
    assertThat(source.looks).containsExactly("large", "small");
  }

  @Test
  void closingTheImageEndsTheLookAtIt() {
    worker.start();
    final Optional<ImagePlus> image =
        Optional.of(new ImagePlus("endless", new ByteProcessor(20, 20)));
    worker.want(wish("a", BrowserTab.VISUALIZATIONS, 0, true, image, 1));
    await(() -> source.looks.size() == 1 && told.says.contains("Looking at \"endless\""));
    want("a", 0, true);
    await(() -> source.begun.size() == 1);
    assertThat(told.trouble).isEmpty();
  }

  @Test
  void aStoppedLookIsTroubleAndIsNotBegunAgain() {
    worker.start();
    final Optional<ImagePlus> image =
        Optional.of(new ImagePlus("endless", new ByteProcessor(20, 20)));
    worker.want(wish("a", BrowserTab.MAPS, 0, true, image, 1));
    await(() -> source.looks.size() == 1);
    worker.want(wish("a", BrowserTab.MAPS, 0, false, image, 1));
    await(() -> told.trouble.equals("The look at the image was stopped"));
    assertThat(source.looks).hasSize(1);
  }

  @Test
  void aLayerThatCannotBeOpenedIsToldAndTheNextOneIs() {
    worker.start();
    want("none", 0, true);
    await(() -> told.says.equals("there is no such layer"));
    want("a", 0, true);
    await(() -> told.layer.equals("a"));
  }
}
