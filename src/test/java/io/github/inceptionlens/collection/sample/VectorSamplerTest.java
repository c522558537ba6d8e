package io.github.inceptionlens.collection.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.Masked;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry.Axis;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples against the maps of every picture, whatever the order, the cut and the stops. */
final class VectorSamplerTest {

  private static final SampleRequest RANDOM = request(SampleFrom.RANDOM, 1);

  private static InceptionV1 network;
  private static Layer layer;
  private static List<View> views;
  private static ImageCollection<MemoryPicture> collection;
  private static List<Seen<MemoryPicture>> seen;
  private static byte[] expected;

  @TempDir private Path folder;

  /** Each picture has a size of its own, so that each is a batch; the left of one is selected. */
  @BeforeAll
  @BeforeContainer
  static void build() throws IOException {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    layer = network.architecture().layer("mixed3a");
    views = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      views.add(View.of(SmallNetworks.noise(64 + 9 * i, 150 - 5 * i, i)));
    }
    views.set(3, new Masked(views.get(3), 50));
    views.set(5, View.of(SmallNetworks.noise(16, 16, 5)));
    collection = MemoryPictures.of(views);
    seen = new ArrayList<>();
    collection.forEach(
        one ->
            seen.add(
                new Seen<>(
                    one, one.view(), network.run(one.view().picture(), List.of(layer.name())))),
        Progress.NONE);
    final Path file = Files.createTempDirectory("sample").resolve("a.safetensors");
    expected = Files.readAllBytes(scanned(RANDOM, file));
  }

  @AfterAll
  @AfterContainer
  static void close() {
    network.close();
  }

  private static SampleRequest request(final SampleFrom from, final int margin) {
    return new SampleRequest(7, from, margin, 4, FloatEncoding.F32);
  }

  private static VectorSampler sampler(final SampleRequest request, final Path file) {
    return new VectorSampler(network, collection, layer, request, file);
  }

  private static Path scanned(final SampleRequest request, final Path file) {
    try (VectorSampler sampler = sampler(request, file)) {
      final Scan<MemoryPicture> scan = new Scan<>(network, List.of(layer.name()), collection);
      final Ride<MemoryPicture, ?, DrawnSample> drawn = scan.ride("sample", sampler);
      scan.run(Optional.empty(), Progress.NONE);
      sampler.write(drawn.result(), Map.of());
    }
    return file;
  }

  @ParameterizedTest
  @EnumSource
  void everyVectorIsThatOfTheMapAtItsPlace(final SampleFrom from) throws IOException {
    final SampleRequest request = request(from, 1);
    final ActivationSample sample =
        ActivationSample.open(scanned(request, folder.resolve("s.safetensors")));
    assertThat(sample.requireOf(network)).isEqualTo(layer);
    assertThat(sample.images()).isEqualTo(12);
    final int[] counts = new int[12];
    int before = -1;
    for (long row = 0; row < sample.size(); row++) {
      final SampledPlace place = sample.place(row).orElseThrow();
      counts[place.image()]++;
      assertThat(place.image()).isGreaterThanOrEqualTo(before);
      before = place.image();
      assertThat(sample.image(row).path()).isEqualTo(MemoryPictures.id(place.image()).image());
      assertThat(place.slice()).isEqualTo(1);
      final FeatureMap map = map(place.image());
      final int column = unit(map.geometry().x(), place.x());
      final int line = unit(map.geometry().y(), place.y());
      assertThat(column).isBetween(1, map.geometry().x().size() - 2);
      assertThat(line).isBetween(1, map.geometry().y().size() - 2);
      final float[] vector = sample.row(row);
      for (int c = 0; c < layer.channels(); c++) {
        assertThat(vector[c]).isEqualTo(map.channel(c)[line * map.geometry().x().size() + column]);
      }
      assertThat(place.image() == 3 && place.x() >= 50).isFalse();
    }
    for (int picture = 0; picture < 12; picture++) {
      final int allowed = allowed(picture);
      assertThat(counts[picture])
          .as("of picture %d", picture)
          .isEqualTo(from == SampleFrom.ALL ? allowed : Math.min(7, allowed));
    }
    assertThat(counts[5]).isZero();
  }

  private static FeatureMap map(final int picture) {
    return seen.get(picture).activations().map(layer.name());
  }

  private static int unit(final Axis axis, final int pixel) {
    final double unit = axis.unit(pixel);
    assertThat(unit).isCloseTo(Math.rint(unit), within(0.51 / axis.stride()));
    return (int) Math.rint(unit);
  }

  private static int allowed(final int picture) {
    final FeatureMap map = map(picture);
    final int rows = Math.max(0, map.geometry().y().size() - 2);
    final long columns =
        IntStream.range(1, map.geometry().x().size() - 1)
            .filter(i -> picture != 3 || Math.round(map.geometry().x().center(i)) < 50)
            .count();
    return (int) (rows * columns);
  }

  @Test
  void theStrongestAreThoseWithTheLongestVectors() throws IOException {
    final ActivationSample some =
        ActivationSample.open(
            scanned(request(SampleFrom.STRONGEST, 0), folder.resolve("s.safetensors")));
    final ActivationSample all =
        ActivationSample.open(scanned(request(SampleFrom.ALL, 0), folder.resolve("a.safetensors")));
    for (int picture = 0; picture < 12; picture++) {
      final List<Double> expected =
          lengths(all, picture).stream().sorted(Comparator.reverseOrder()).limit(7).toList();
      assertThat(lengths(some, picture)).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static List<Double> lengths(final ActivationSample sample, final int picture) {
    final List<Double> lengths = new ArrayList<>();
    for (long row = 0; row < sample.size(); row++) {
      if (sample.place(row).orElseThrow().image() == picture) {
        final float[] vector = sample.row(row);
        lengths.add(
            IntStream.range(0, vector.length).mapToDouble(c -> vector[c] * vector[c]).sum());
      }
    }
    return lengths;
  }

  @Test
  void everyPlaceIsDrawnAboutAsOften() throws IOException {
    final int[] drawn = new int[map(0).channel(0).length];
    final PictureCounter counter = new PictureCounter(drawn);
    for (long seed = 0; seed < 2000; seed++) {
      counter.count(new SampleRequest(5, SampleFrom.RANDOM, 0, seed, FloatEncoding.F32));
    }
    final double expected = 2000.0 * 5 / drawn.length;
    assertThat(Arrays.stream(drawn).boxed())
        .as("a binomial count, so that six deviations are never seen")
        .allSatisfy(
            n -> assertThat((double) n).isCloseTo(expected, within(6 * Math.sqrt(expected))));
  }

  private record PictureCounter(int[] drawn) {
    void count(final SampleRequest request) {
      for (final int unit :
          new PlaceDraw(request).units(map(0), views.get(0), MemoryPictures.id(0))) {
        drawn[unit]++;
      }
    }
  }

  @Property(tries = 30)
  void anyCutAndAnyOrderMakesTheSameFile(
      @ForAll final long seed, @ForAll @IntRange(min = 1, max = 5) final int cuts)
      throws IOException {
    final Path own = Files.createTempDirectory("sample");
    final Path other = own.resolve("b.safetensors");
    final Random random = new Random(seed);
    final List<Seen<MemoryPicture>> order = new ArrayList<>(seen);
    Collections.shuffle(order, random);
    try (VectorSampler sampler = sampler(RANDOM, other)) {
      final List<SamplePart> parts = new ArrayList<>();
      for (int i = 0; i < cuts; i++) {
        parts.add(sampler.supplier().get());
      }
      order.forEach(one -> sampler.accumulator().accept(parts.get(random.nextInt(cuts)), one));
      while (parts.size() > 1) {
        final SamplePart taken = parts.remove(random.nextInt(parts.size()));
        final int into = random.nextInt(parts.size());
        parts.set(into, sampler.combiner().apply(parts.get(into), taken));
      }
      sampler.write(sampler.finisher().apply(parts.get(0)), Map.of());
    }
    assertThat(other).hasBinaryContent(expected);
    try (Stream<Path> files = Files.list(own)) {
      assertThat(files).containsExactly(other);
    }
  }

  /** Stopped when so many more pictures are done, again and again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 11})
  void aScanThatIsStoppedAgainAndAgainMakesTheSameFile(final int each) throws IOException {
    final Path file = folder.resolve("b.safetensors");
    final FileCache journals = new FileCache(folder.resolve("scans"), ".json", 9, 1 << 20);
    int calls = 0;
    while (!Files.exists(file)) {
      assertThat(calls++).isLessThan(30);
      final boolean spoil = calls == 2;
      try (VectorSampler sampler = sampler(RANDOM, file)) {
        final Scan<MemoryPicture> scan = new Scan<>(network, List.of(layer.name()), collection);
        final Ride<MemoryPicture, ?, DrawnSample> drawn = scan.ride("sample", sampler);
        scan.run(
            Optional.of(new ScanJournal(journals, "key", Duration.ZERO)),
            (fraction, what) -> {
              if (scan.pictures() - scan.before() >= each) {
                throw new CancellationException();
              }
            });
        sampler.write(drawn.result(), Map.of());
      } catch (final CancellationException stopped) {
        assertThat(file).doesNotExist();
      }
      if (spoil && Files.exists(folder.resolve(".b.safetensors.part"))) {
        Files.write(folder.resolve(".b.safetensors.part"), new byte[99], StandardOpenOption.APPEND);
      }
    }
    assertThat(calls).isGreaterThanOrEqualTo(12 / each);
    assertThat(file).hasBinaryContent(expected);
    assertThat(folder.resolve(".b.safetensors.part")).doesNotExist();
  }

  @Test
  void aPartThatIsGoneOrAnothersIsDrawnAnew() throws IOException {
    final FileCache journals = new FileCache(folder.resolve("scans"), ".json", 9, 1 << 20);
    final Path file = folder.resolve("b.safetensors");
    final Path part = folder.resolve(".b.safetensors.part");
    for (final byte[] instead : List.of(new byte[0], new byte[1 << 20])) {
      stopAfter(4, file, journals);
      Files.write(part, instead);
      try (VectorSampler sampler = sampler(RANDOM, file)) {
        final Scan<MemoryPicture> scan = new Scan<>(network, List.of(layer.name()), collection);
        final Ride<MemoryPicture, ?, DrawnSample> drawn = scan.ride("sample", sampler);
        scan.run(Optional.of(new ScanJournal(journals, "key", Duration.ZERO)), Progress.NONE);
        assertThat(scan.before()).isZero();
        sampler.write(drawn.result(), Map.of());
      }
      assertThat(file).hasBinaryContent(expected);
    }
  }

  private static void stopAfter(final int pictures, final Path file, final FileCache journals) {
    try (VectorSampler sampler = sampler(RANDOM, file)) {
      final Scan<MemoryPicture> scan = new Scan<>(network, List.of(layer.name()), collection);
      scan.ride("sample", sampler);
      assertThatThrownBy(
              () ->
                  scan.run(
                      Optional.of(new ScanJournal(journals, "key", Duration.ZERO)),
                      (fraction, what) -> {
                        if (scan.pictures() >= pictures) {
                          throw new CancellationException();
                        }
                      }))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void twoRunsDoNotWriteOneFile() {
    final Path file = folder.resolve("b.safetensors");
    try (VectorSampler one = sampler(RANDOM, file);
        VectorSampler other = sampler(RANDOM, file)) {
      one.accumulator().accept(one.supplier().get(), seen.get(0));
      final SamplePart part = other.supplier().get();
      assertThatThrownBy(() -> other.accumulator().accept(part, seen.get(0)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("being written by another run");
    }
  }

  @Test
  void halvesAreOffByAFractionAndTakeHalfTheRoom() throws IOException {
    final SampleRequest half = new SampleRequest(7, SampleFrom.ALL, 0, 4, FloatEncoding.F16);
    final ActivationSample halves =
        ActivationSample.open(scanned(half, folder.resolve("h.safetensors")));
    final ActivationSample exact =
        ActivationSample.open(scanned(request(SampleFrom.ALL, 0), folder.resolve("e.safetensors")));
    assertThat(halves.size()).isEqualTo(exact.size());
    for (long row = 0; row < exact.size(); row++) {
      final float[] values = exact.row(row);
      for (int c = 0; c < values.length; c++) {
        assertThat(halves.row(row)[c])
            .isCloseTo(values[c], within(Math.abs(values[c]) / 2048 + 0x1p-25f));
      }
    }
    final long vectors = exact.size() * layer.channels();
    assertThat(Files.size(exact.file()) - Files.size(halves.file()))
        .isCloseTo(2 * vectors, within(64L));
  }

  @Test
  void aSampleIsFoundAgainByWhatItDependsOn() {
    final Samples samples =
        new Samples(new FileCache(folder.resolve("kept"), ".safetensors", 9, 1 << 30));
    final int[] calls = new int[1];
    final Progress count = (fraction, what) -> calls[0]++;
    final ActivationSample first = samples.of(collection, network, layer, RANDOM, "", count);
    final int once = calls[0];
    assertThat(once).isPositive();
    assertThat(samples.of(collection, network, layer, RANDOM, "", count).file())
        .isEqualTo(first.file());
    assertThat(calls[0]).isEqualTo(once);
    samples.of(collection, network, layer, request(SampleFrom.RANDOM, 0), "", count);
    samples.of(collection, network, layer, RANDOM, "range 3-5", count);
    assertThat(calls[0]).isGreaterThan(2 * once);
    assertThat(folder.resolve("kept").toFile().list()).hasSize(3);
  }

  @Test
  void aSampleThatWasStoppedGoesOnFromThere() throws IOException {
    final Path own = folder.resolve("kept");
    final Samples samples = new Samples(new FileCache(own, ".safetensors", 9, 1 << 30));
    final List<Integer> before = new ArrayList<>();
    final Progress stopping =
        (fraction, what) -> {
          before.add(pictures(what));
          if (pictures(what) > 2) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> samples.of(collection, network, layer, RANDOM, "", stopping))
        .isInstanceOf(CancellationException.class);
    final List<Integer> after = new ArrayList<>();
    final ActivationSample whole =
        samples.of(
            collection, network, layer, RANDOM, "", (fraction, what) -> after.add(pictures(what)));
    assertThat(after.get(0)).isEqualTo(before.get(before.size() - 1));
    final ActivationSample atOnce =
        new Samples(new FileCache(folder.resolve("other"), ".safetensors", 9, 1 << 30))
            .of(collection, network, layer, RANDOM, "", Progress.NONE);
    assertThat(whole.file()).hasSameBinaryContentAs(atOnce.file());
    assertThat(own.toFile().list()).hasSize(1);
  }

  /** How many pictures are done, as the progress says it. */
  private static int pictures(final String what) {
    return Integer.parseInt(what.split(" ")[0]);
  }

  @Test
  void picturesWithoutAPlaceAreAnErrorWhereThereAreNoOthers() {
    final ImageCollection<MemoryPicture> small =
        MemoryPictures.of(List.of(View.of(SmallNetworks.noise(40, 40, 1))));
    final Samples samples =
        new Samples(new FileCache(folder.resolve("kept"), ".safetensors", 9, 1 << 30));
    assertThatThrownBy(
            () -> samples.of(small, network, layer, request(SampleFrom.ALL, 9), "", Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("none of the 1 pictures")
        .hasMessageContaining("smaller margin");
    assertThat(folder.resolve("kept").toFile().list()).isEmpty();
  }
}
