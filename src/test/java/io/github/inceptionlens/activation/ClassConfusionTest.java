package io.github.inceptionlens.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.activation.PictureClasses.Answer;
import io.github.inceptionlens.collection.PictureId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pictures count for an accuracy, and where they stand in the matrix. */
final class ClassConfusionTest {

  private static final List<String> CLASSES =
      List.of("tabby, tabby cat", "brown bear, bruin", "zebra", "sloth bear");

  private static Answer answer(final String label, final int best) {
    return new Answer(
        new PictureId(label, 1), label, List.of(new Score(best, CLASSES.get(best), 1, 1)));
  }

  @Test
  void rowsAreLabelsAndColumnsAnswers() {
    final ClassConfusion confusion =
        ClassConfusion.of(
                List.of(
                    answer("zebra", 2),
                    answer("Zebra", 2),
                    answer("zebra", 1),
                    answer("brown_bear", 1),
                    answer("tabby cat", 3),
                    answer("mammals", 2),
                    answer("", 0)),
                CLASSES)
            .orElseThrow();
    assertThat(confusion.classes()).containsExactly(0, 1, 2, 3);
    assertThat(confusion.counts())
        .isDeepEqualTo(new int[][] {{0, 0, 0, 1}, {0, 1, 0, 0}, {0, 1, 2, 0}, {0, 0, 0, 0}});
    assertThat(confusion.pictures()).isEqualTo(5);
    assertThat(confusion.accuracy()).isCloseTo(3 / 5.0, within(1e-12));
    assertThat(confusion.pictures(2)).isEqualTo(3);
    assertThat(confusion.correct(2)).isEqualTo(2);
  }

  @Test
  void withoutALabelThatIsAClassThereIsNone() {
    assertThat(ClassConfusion.of(List.of(answer("mammals", 2), answer("", 1)), CLASSES)).isEmpty();
    assertThat(ClassConfusion.of(List.of(), CLASSES)).isEmpty();
  }
}
