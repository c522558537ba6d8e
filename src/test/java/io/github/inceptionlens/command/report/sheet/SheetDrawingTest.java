package io.github.inceptionlens.command.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PageText;
import io.github.inceptionlens.command.page.RasterCanvas;
import io.github.inceptionlens.command.page.RecordingCanvas;
import io.github.inceptionlens.core.Scale;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a unit's page shows, and that nothing lies on anything else. */
class SheetDrawingTest {

  private static final double MARGIN = 20;

  static Stream<UnitSheet> sheets() {
    return Stream.of(
        SampleSheets.full("mixed4c:447", SampleSheets.FOREIGN),
        SampleSheets.full("a_dictionary_with_a_long_name_of_40_chars:1234", "w".repeat(200)),
        SampleSheets.ofEntry("dict:17", SampleSheets.FOREIGN),
        SampleSheets.ofEntry("a_dictionary_with_a_long_name_of_40_chars:1234", "w".repeat(200)),
        SampleSheets.bare());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void allLiesOnThePage(final UnitSheet sheet) {
    final RecordingCanvas drawn = RecordingCanvas.of(new SheetDrawing(sheet));
    final Rectangle2D page =
        new Rectangle2D.Double(
            MARGIN, MARGIN, PageDrawing.WIDTH - 2 * MARGIN, PageDrawing.HEIGHT - 2 * MARGIN);
    assertThat(drawn.texts())
        .allSatisfy(text -> assertThat(page.contains(RecordingCanvas.box(text))).isTrue());
    assertThat(drawn.pictures()).allSatisfy(one -> assertThat(page.contains(one)).isTrue());
    assertThat(drawn.shapes())
        .allSatisfy(
            one ->
                assertThat(
                        page.contains(one.getMinX(), one.getMinY())
                            && page.contains(one.getMaxX(), one.getMaxY()))
                    .isTrue());
  }

  @ParameterizedTest
  @MethodSource("sheets")
  void nothingThatIsReadLiesOnAnythingElse(final UnitSheet sheet) {
    final RecordingCanvas drawn = RecordingCanvas.of(new SheetDrawing(sheet));
    final List<PageText> texts = drawn.texts();
    for (int i = 0; i < texts.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(RecordingCanvas.box(texts.get(i)).intersects(RecordingCanvas.box(texts.get(j))))
            .as(texts.get(i) + " on " + texts.get(j))
            .isFalse();
      }
      for (final Rectangle2D picture : drawn.pictures()) {
        assertThat(picture.intersects(RecordingCanvas.box(texts.get(i))))
            .as(texts.get(i).words())
            .isFalse();
      }
    }
    for (int i = 0; i < drawn.pictures().size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(drawn.pictures().get(i).intersects(drawn.pictures().get(j))).isFalse();
      }
    }
  }

  @Test
  void cropsAreWhereTheyAreSaidToBe() {
    final UnitSheet sheet = SampleSheets.full("mixed4c:447", "");
    final SheetDrawing drawing = new SheetDrawing(sheet);
    assertThat(drawing.strongestPlaces()).hasSize(sheet.strongest().tiles().size());
    assertThat(drawing.alongPlaces()).hasSize(sheet.along().tiles().size());
    assertThat(RecordingCanvas.of(drawing).pictures())
        .containsAll(drawing.strongestPlaces())
        .containsAll(drawing.alongPlaces());
  }

  @Test
  void everyPictureShows() {
    final SheetDrawing drawing = new SheetDrawing(SampleSheets.full("mixed4c:447", ""));
    final BufferedImage page = RasterCanvas.image(drawing, 144);
    for (final Rectangle2D picture : RecordingCanvas.of(drawing).pictures()) {
      final int inside =
          page.getRGB((int) (2 * picture.getCenterX()), (int) (2 * picture.getCenterY()));
      assertThat(inside & 0xFFFFFF).isNotEqualTo(0xFFFFFF);
    }
  }

  @Test
  void quartilesLieBetweenValuesInProportion() {
    final LabelBox box = LabelBox.of("a", new double[] {4, 1, 2, 3});
    assertThat(box).isEqualTo(new LabelBox("a", 4, 1, 1.75, 2.5, 3.25, 4));
    assertThat(LabelBox.of("b", new double[] {7})).isEqualTo(new LabelBox("b", 1, 7, 7, 7, 7, 7));
  }

  @Test
  void axesHaveRoundValues() {
    assertThat(new Scale(-120, 60, 0, 1).ticks(6)).containsExactly(-100.0, -50.0, 0.0, 50.0);
    assertThat(new Scale(0.013, 0.021, 0, 1).ticks(5).get(0)).isCloseTo(0.014, within(1e-9));
    assertThat(new Scale(0, 10, 100, 200).at(2.5)).isEqualTo(125);
    assertThat(Scale.text(-0.25)).isEqualTo("\u22120.25");
    assertThat(Scale.text(1e5)).isEqualTo("100,000");
    assertThat(Scale.text(0.1 + 0.2)).isEqualTo("0.3");
  }

  @Property
  void namesOfMarksDoNotTouch(
      @ForAll @Size(9) final List<@DoubleRange(min = 0, max = 100) Double> places) {
    final double[] wanted = places.stream().mapToDouble(one -> one).sorted().toArray();
    final double[] widths = wanted.clone();
    Arrays.fill(widths, 10);
    final double[] centers = HistogramPanel.apart(wanted, widths, 0, 100);
    for (int i = 0; i < centers.length; i++) {
      assertThat(centers[i]).isBetween(4.999, 95.001);
      if (i > 0) {
        assertThat(centers[i] - centers[i - 1]).isGreaterThan(9.999);
      }
    }
  }
}
