package io.github.inceptionlens.command.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.activation.example.UnitUnity;
import io.github.inceptionlens.activation.statistics.HeldOutLabel;
import io.github.inceptionlens.activation.statistics.ToldLabel;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.activation.statistics.ValueHistogram;
import io.github.inceptionlens.command.example.KeptExamples.PicturedUnit;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeptExamplesTest {

  private static InceptionV1 network;
  @TempDir private Path folder;
  private FileCache files;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @BeforeEach
  void files() {
    files = new FileCache(folder, ".zip", 10, 1 << 20);
  }

  private static KeptPlace place(final String kind, final int rank) {
    final Box crop = new Box(3, 4, 31, 30);
    return new KeptPlace(kind, rank, 1.5 / rank, -0.25, "/data", "a/b.tif", 2, 18, 19.5, "x", crop);
  }

  private static KeptUnit unit(final int channel, final int top) {
    final ValueHistogram histogram = new ValueHistogram();
    histogram.add(2.5f, 7);
    final UnitStatistics statistics =
        new UnitStatistics(
            new Unit("mixed3a", channel),
            7,
            2.5,
            0,
            1,
            Double.NaN,
            2.5,
            2.5,
            histogram,
            Map.of("x", 2.5),
            new ToldLabel("x", 1, new HeldOutLabel("x", new RankMeasures(1, 0.5, 0.25))));
    return new KeptUnit(
        channel,
        "/data",
        12,
        IntStream.rangeClosed(1, top).mapToObj(rank -> place("top", rank)).toList(),
        List.of(place("bottom", 1)),
        List.of(place("quantile:0.5", 1)),
        histogram,
        statistics,
        UnitUnity.UNKNOWN);
  }

  private static PicturedUnit pictured(final int channel, final Color... colors) {
    return new PicturedUnit(
        unit(channel, colors.length),
        Stream.of(colors).map(KeptExamplesTest::plain).map(KeptExamples::jpeg).toList());
  }

  private static BufferedImage plain(final Color color) {
    final BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, 40, 30);
    graphics.dispose();
    return picture;
  }

  private KeptExamples kept() {
    return KeptExamples.in(files, network);
  }

  private LayerExamples found() {
    return kept().find("mixed3a").orElseThrow();
  }

  @Test
  void whatIsKeptOfAUnitIsFoundAgain() {
    assertThat(kept().find("mixed3a")).isEmpty();
    kept().keep("inception_3a", List.of(pictured(3, Color.BLUE, Color.GREEN), pictured(1)));
    assertThat(found().channels()).containsExactly(1, 3);
    assertThat(found().unit(3).orElseThrow())
        .usingRecursiveComparison()
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(unit(3, 2));
    assertThat(found().unit(2)).isEmpty();
    final BufferedImage second = found().thumbnail(3, 2).orElseThrow();
    assertThat(new Color(second.getRGB(20, 15)).getGreen()).isGreaterThan(240);
    assertThat(second.getWidth()).isEqualTo(40);
    assertThat(found().thumbnail(3, 3)).isEmpty();
    assertThat(kept().find("mixed3a_pre_relu")).isEmpty();
  }

  @Test
  void unitsTakeThePlaceOfTheirOwnAndLeaveOthers() {
    kept().keep("mixed3a", List.of(pictured(3, Color.BLUE, Color.GREEN), pictured(1, Color.RED)));
    kept().keep("mixed3a", List.of(pictured(3, Color.WHITE), pictured(5, Color.BLACK)));
    assertThat(found().channels()).containsExactly(1, 3, 5);
    assertThat(found().unit(3).orElseThrow().top()).hasSize(1);
    assertThat(found().thumbnail(3, 2)).isEmpty();
    assertThat(new Color(found().thumbnail(1, 1).orElseThrow().getRGB(5, 5)).getRed())
        .isGreaterThan(240);
  }

  @Test
  void aFileThatIsGoneMeanwhileOrDamagedIsNotFound() throws IOException {
    kept().keep("mixed3a", List.of(pictured(3, Color.BLUE)));
    final LayerExamples before = found();
    files.clear();
    assertThat(before.channels()).containsExactly(3);
    assertThat(before.unit(3)).isEmpty();
    assertThat(before.thumbnail(3, 1)).isEmpty();
    kept().keep("mixed3a", List.of(pictured(3, Color.BLUE)));
    try (Stream<Path> all = Files.list(folder)) {
      Files.writeString(all.findFirst().orElseThrow(), "no zip");
    }
    assertThat(kept().find("mixed3a")).isEmpty();
  }

  @Test
  void aLayerThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> kept().find("mixed9z")).isInstanceOf(UserError.class);
  }
}
