package io.github.inceptionlens.collection.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.PictureClasses;
import io.github.inceptionlens.activation.PictureClasses.Answer;
import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.RowsOnly;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans: what they show, that nothing is lost or counted twice, and that collectors add up. */
final class ScanTest {

  private static final String LAYER = "mixed3a";
  private static final ExampleRequest REQUEST =
      new ExampleRequest(4, 2, List.of(0.0, 0.3, 0.5, 0.9, 1.0), 7);
  private static final int COUNT = 41;

  private static InceptionV1 network;
  private static List<View> views;
  private static List<String> labels;

  @TempDir private Path folder;

  /** Sizes that change now and then, so that batches are of all lengths. */
  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views =
        IntStream.range(0, COUNT)
            .mapToObj(i -> View.of(SmallNetworks.noise(i / 11 % 2 == 0 ? 48 : 64, 40, i)))
            .toList();
    labels = IntStream.range(0, COUNT).mapToObj(i -> i % 5 == 0 ? "" : "label " + i % 3).toList();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static LayerUnits units() {
    return LayerUnits.of(network.architecture(), LAYER, List.of(1, 0));
  }

  /** What rides on a scan. */
  private record Results(
      List<Answer> classes, List<UnitExamples> examples, List<UnitStatistics> statistics) {}

  /** A scan with all collectors on it. */
  private static final class Riders {

    private final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(views, labels);
    private final Scan<MemoryPicture> scan;
    private final Ride<MemoryPicture, ?, List<Answer>> classes;
    private final Ride<MemoryPicture, ?, List<UnitExamples>> examples;
    private final Ride<MemoryPicture, ?, List<UnitStatistics>> statistics;

    Riders() {
      final List<String> names = new ArrayList<>(ClassRanking.NAMES);
      names.addAll(units().names());
      scan = new Scan<>(network, names, pictures);
      classes = scan.ride("classes", new PictureClasses(network, 3));
      examples = scan.ride("examples", new DatasetExamples(units(), REQUEST));
      statistics =
          scan.ride("statistics", new LayerStatistics(network.architecture().layer(LAYER)));
    }

    Results results() {
      return new Results(classes.result(), examples.result(), statistics.result());
    }
  }

  private ScanJournal journal() {
    return new ScanJournal(new FileCache(folder, ".json", 10, 1L << 30), "key", Duration.ZERO);
  }

  /** Stops after so many reports. */
  private static Progress stoppingAfter(final int reports) {
    final int[] left = {reports};
    return (fraction, what) -> {
      if (--left[0] < 0) {
        throw new CancellationException("stopped by the user");
      }
    };
  }

  private static void assertSame(final Results one, final Results other) {
    assertThat(one.classes()).isEqualTo(other.classes());
    assertThat(one.examples())
        .usingRecursiveFieldByFieldElementComparator()
        .isEqualTo(other.examples());
    assertThat(one.statistics())
        .usingRecursiveFieldByFieldElementComparator(toRounding())
        .isEqualTo(other.statistics());
  }

  @Test
  void everyPictureIsShownOnceAndAnswersAreThoseOfThePictureAlone() {
    final Riders riders = new Riders();
    riders.scan.run(Optional.empty(), Progress.NONE);
    assertThat(riders.scan.pictures()).isEqualTo(COUNT);
    final List<Answer> answers = riders.results().classes();
    assertThat(answers).hasSize(COUNT);
    for (int i = 0; i < COUNT; i++) {
      final Answer answer = answers.get(i);
      assertThat(answer.picture()).isEqualTo(MemoryPictures.id(i));
      assertThat(answer.label()).isEqualTo(labels.get(i));
      final List<ClassRanking.Score> alone = ClassRanking.of(network, views.get(i).picture(), 3);
      for (int rank = 0; rank < 3; rank++) {
        assertThat(answer.best().get(rank).index()).isEqualTo(alone.get(rank).index());
        assertThat(Math.abs(answer.best().get(rank).logit() - alone.get(rank).logit()))
            .isLessThan(1e-4f);
      }
    }
  }

  /** Bit for bit, wherever it was stopped, and however often. */
  @Test
  void aScanThatWasStoppedGoesOnAsIfItHadNotBeen() {
    final Riders whole = new Riders();
    whole.scan.run(Optional.empty(), Progress.NONE);
    final Random dice = new Random(5);
    for (int run = 0; run < 4; run++) {
      int calls = 0;
      Riders riders = new Riders();
      boolean done = false;
      while (!done) {
        calls++;
        riders = new Riders();
        try {
          riders.scan.run(Optional.of(journal()), stoppingAfter(dice.nextInt(30)));
          done = true;
        } catch (final CancellationException stopped) {
          assertThat(riders.scan.pictures()).isLessThanOrEqualTo(COUNT);
        }
      }
      assertThat(calls).isGreaterThan(1);
      assertThat(riders.scan.pictures()).isEqualTo(COUNT);
      assertSame(riders.results(), whole.results());
      assertThat(journal().find()).as("a scan that is done is forgotten").isEmpty();
    }
  }

  /** The first of two scans is not done again when the second one was stopped. */
  @Test
  void aScanThatIsKeptIsDoneUntilItIsDiscarded() {
    final Riders first = new Riders();
    first.scan.run(Optional.of(journal().lasting()), Progress.NONE);
    final Riders again = new Riders();
    again.scan.run(Optional.of(journal().lasting()), Progress.NONE);
    assertThat(again.scan.before()).isEqualTo(COUNT);
    assertSame(again.results(), first.results());
    journal().lasting().discard();
    assertThat(journal().find()).isEmpty();
  }

  @Test
  void whatIsStoppedHasTheResultsSoFar() {
    final Riders riders = new Riders();
    assertThatThrownBy(() -> riders.scan.run(Optional.empty(), stoppingAfter(20)))
        .isInstanceOf(CancellationException.class);
    assertThat(riders.scan.pictures()).isBetween(1, COUNT - 1);
    assertThat(riders.results().classes()).hasSize(riders.scan.pictures());
    assertThat(riders.pictures.look().pictures()).isEqualTo(riders.scan.pictures());
  }

  /** What a crash leaves is the last state that was kept, whole. */
  @Test
  void aDamagedJournalIsNone() throws Exception {
    final Riders riders = new Riders();
    assertThatThrownBy(() -> riders.scan.run(Optional.of(journal()), stoppingAfter(6)))
        .isInstanceOf(CancellationException.class);
    assertThat(journal().find()).isPresent();
    try (var files = Files.list(folder)) {
      for (final Path file : files.toList()) {
        Files.writeString(file, "{");
      }
    }
    assertThat(journal().find()).isEmpty();
    final Riders again = new Riders();
    again.scan.run(Optional.of(journal()), Progress.NONE);
    assertThat(again.scan.before()).isZero();
    assertThat(again.scan.pictures()).isEqualTo(COUNT);
  }

  @Test
  void picturesThatAreTooSmallAreNamedAndTheOthersShown() {
    final List<View> some = new ArrayList<>(views.subList(0, 3));
    some.add(1, View.of(SmallNetworks.noise(1, 1, 0)));
    final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(some);
    final Scan<MemoryPicture> scan = new Scan<>(network, List.of("mixed4c"), pictures);
    scan.run(Optional.empty(), Progress.NONE);
    assertThat(scan.pictures()).isEqualTo(3);
    assertThat(pictures.look().skipped())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.path()).isEqualTo("00001, slice 1");
              assertThat(one.reason()).contains("needs at least");
            });
    final Scan<MemoryPicture> none =
        new Scan<>(network, List.of("mixed4c"), MemoryPictures.of(some.subList(1, 2)));
    assertThatThrownBy(() -> none.run(Optional.empty(), Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("needs at least");
  }

  @Test
  void aPictureThatFailsWhileItIsReadIsNamed() {
    final View broken = new FailingView(views.get(0));
    final ImageCollection<MemoryPicture> pictures =
        MemoryPictures.of(List.of(views.get(0), broken, views.get(1)));
    final Scan<MemoryPicture> scan = new Scan<>(network, List.of(LAYER), pictures);
    scan.run(Optional.empty(), Progress.NONE);
    assertThat(scan.pictures()).isEqualTo(2);
    assertThat(pictures.look().skipped())
        .containsExactly(new SkippedImage("00001, slice 1", "the file ends in the middle"));
  }

  /** The wide half of the pictures is larger than what is kept. */
  @Test
  void largePicturesAreShownByTheirRowsAndOneThatCannotBeReadIsNamed() {
    final long largest = 12L * 48 * 40;
    final List<View> some = new ArrayList<>();
    views.forEach(view -> some.add(view.width() == 64 ? new RowsOnly(view) : view));
    some.add(new RowsOnly(new FailingView(views.get(11))));
    final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(some);
    final Scan<MemoryPicture> scan = new Scan<>(network, ClassRanking.NAMES, pictures, largest);
    final Ride<MemoryPicture, ?, List<Answer>> classes =
        scan.ride("classes", new PictureClasses(network, 3));
    scan.run(Optional.empty(), Progress.NONE);
    assertThat(scan.pictures()).isEqualTo(COUNT);
    for (int i = 0; i < COUNT; i++) {
      final ClassRanking.Score best = classes.result().get(i).best().get(0);
      final ClassRanking.Score alone = ClassRanking.of(network, views.get(i).picture(), 3).get(0);
      assertThat(best.index()).isEqualTo(alone.index());
      assertThat(Math.abs(best.logit() - alone.logit())).isLessThan(1e-4f);
    }
    assertThat(pictures.look().skipped())
        .containsExactly(new SkippedImage("00041, slice 1", "the file ends in the middle"));
  }

  /** Collectors are given the same pictures in any parts and order, and combined. */
  @Test
  void anyCutAndAnyOrderOfThePicturesGivesTheSame() {
    final List<Seen<MemoryPicture>> seen = new ArrayList<>();
    final List<String> names = new ArrayList<>(ClassRanking.NAMES);
    names.addAll(units().names());
    final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(views, labels);
    pictures.forEach(
        one -> seen.add(new Seen<>(one, one.view(), network.run(one.view().picture(), names))),
        Progress.NONE);
    final Random dice = new Random(3);
    final PictureClasses classes = new PictureClasses(network, 3);
    final DatasetExamples examples = new DatasetExamples(units(), REQUEST);
    final LayerStatistics statistics = new LayerStatistics(network.architecture().layer(LAYER));
    final var classesOnce = inParts(classes, seen, 1, dice);
    final var examplesOnce = inParts(examples, seen, 1, dice);
    final var statisticsOnce = inParts(statistics, seen, 1, dice);
    for (int run = 0; run < 10; run++) {
      Collections.shuffle(seen, dice);
      final int parts = 1 + dice.nextInt(7);
      assertThat(inParts(classes, seen, parts, dice)).isEqualTo(classesOnce);
      assertThat(inParts(examples, seen, parts, dice))
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(examplesOnce);
      assertThat(inParts(statistics, seen, parts, dice))
          .usingRecursiveFieldByFieldElementComparator(toRounding())
          .isEqualTo(statisticsOnce);
    }
  }

  private static RecursiveComparisonConfiguration toRounding() {
    return RecursiveComparisonConfiguration.builder()
        .withComparatorForType(
            (a, b) -> Double.compare(a, b) == 0 || Math.abs(a - b) < 1e-9 * Math.abs(a) ? 0 : 1,
            Double.class)
        .build();
  }

  /** A result of parts of which some were kept as JSON and read again. */
  private static <A, R> R inParts(
      final KeptCollector<? super Seen<MemoryPicture>, A, R> collector,
      final List<Seen<MemoryPicture>> seen,
      final int parts,
      final Random dice) {
    final List<A> partial = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      A one = collector.supplier().get();
      for (final Seen<MemoryPicture> picture :
          seen.subList(part * seen.size() / parts, (part + 1) * seen.size() / parts)) {
        collector.accumulator().accept(one, picture);
      }
      if (dice.nextBoolean()) {
        one = collector.restored(KeptJson.gson().toJsonTree(collector.keep(one)));
      }
      partial.add(one);
    }
    Collections.shuffle(partial, dice);
    return collector.finisher().apply(partial.stream().reduce(collector.combiner()).orElseThrow());
  }
}
