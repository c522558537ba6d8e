package io.github.inceptionlens.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.activation.statistics.UnitResponse.PicturePeak;
import io.github.inceptionlens.activation.statistics.ValueHistogram;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.report.UnitFindings.UnitEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import io.github.inceptionlens.command.report.sheet.LabelBox;
import io.github.inceptionlens.command.report.sheet.ValueCounts;
import io.github.inceptionlens.core.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The numbers of a page's plots beside those of all values at once. */
class SheetFiguresTest {

  private static UnitResponse response(final float[] values, final List<PicturePeak> peaks) {
    final ValueHistogram histogram = new ValueHistogram();
    float least = Float.POSITIVE_INFINITY;
    float largest = Float.NEGATIVE_INFINITY;
    for (final float value : values) {
      histogram.add(value);
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    return new UnitResponse(
        new Unit("mixed4c_pre_relu", 4),
        values.length,
        0,
        1,
        0.5,
        least,
        largest,
        histogram,
        peaks);
  }

  private static float[] random(final int count) {
    final Random random = new Random(3);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** A value may fall into the next bin where the histogram's own bin holds the border. */
  @Test
  void everyValueIsInItsBinOrTheNext() {
    final float[] values = random(5000);
    final ValueCounts counts =
        SheetFigures.values(response(values, List.of()), List.of(0.0, 0.5, 1.0));
    assertThat(counts.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(values.length);
    final int bins = counts.counts().size();
    final double width = (counts.largest() - counts.least()) / bins;
    long below = 0;
    for (int bin = 0; bin < bins; bin++) {
      below += counts.counts().get(bin);
      final double end = counts.least() + (bin + 1) * width;
      assertThat(below)
          .isBetween(count(values, end - width / 2) - 1, count(values, end + width / 2) + 1);
    }
    assertThat(counts.marks()).extracting(one -> one.name()).containsExactly("0", "0.5", "1");
    assertThat(counts.marks().get(0).value()).isEqualTo(counts.least());
    assertThat(counts.marks().get(2).value()).isEqualTo(counts.largest());
  }

  private static long count(final float[] values, final double end) {
    return IntStream.range(0, values.length).filter(i -> values[i] < end).count();
  }

  @Test
  void aUnitThatIsAlwaysTheSameHasAHistogram() {
    final ValueCounts counts =
        SheetFigures.values(response(new float[] {2, 2, 2}, List.of()), List.of(0.0, 1.0));
    assertThat(counts.largest()).isGreaterThan(counts.least());
    assertThat(counts.counts().get(0)).isEqualTo(3);
  }

  @Test
  void labelsAreSortedByTheirMediansAndThoseWithoutAreLeftOut() {
    final List<PicturePeak> peaks = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      final String label = i % 20 == 0 ? "" : "label " + i % 20;
      peaks.add(new PicturePeak(new PictureId("p" + i, 1), label, i % 20 * 10 + i / 20));
    }
    final UnitResponse response = response(random(9), peaks);
    final List<LabelBox> boxes = SheetFigures.boxes(response);
    assertThat(boxes).hasSize(12);
    assertThat(boxes.get(0)).isEqualTo(new LabelBox("label 19", 3, 190, 190.5, 191, 191.5, 192));
    assertThat(boxes.get(11).label()).isEqualTo("label 8");
    assertThat(SheetFigures.labelNote(response)).contains("12 of 19 labels");
    assertThat(SheetFigures.labelNote(response(random(3), List.of()))).contains("no labels");
  }

  @Test
  void classesAreThoseRaisedAndThoseLoweredMost() {
    final double[] effects = {0.5, -2, 0, 3, -0.1};
    final List<String> names = List.of("a", "b", "c", "d", "e");
    final double[] up = {0, 0, -1, 0, 7};
    final ClassEffects found =
        SheetFigures.effects(Optional.of(new UnitEffects(effects, Optional.of(up), 12.5f)), names);
    assertThat(found.changes().get(0).effects())
        .containsExactly(
            new Effect("d", 3), new Effect("a", 0.5), new Effect("e", -0.1), new Effect("b", -2));
    assertThat(found.changes().get(1).effects())
        .containsExactly(new Effect("e", 7), new Effect("c", -1));
    assertThat(found.changes().get(1).title()).contains("12.5");
    assertThat(SheetFigures.effects(Optional.empty(), names).note()).contains("too small");
    assertThat(SheetFigures.effects(Optional.empty(), List.of()).note()).contains("no classes");
  }

  @Test
  void ofASilentUnitItIsNotKnownHowFarUpItGoes() {
    final ClassEffects found =
        SheetFigures.effects(
            Optional.of(new UnitEffects(new double[2], Optional.empty(), 0)), List.of("a", "b"));
    assertThat(found.changes()).hasSize(1);
    assertThat(found.changes().get(0).effects()).isEmpty();
    assertThat(found.note()).contains("nowhere above 0");
  }
}
