package io.github.inceptionlens.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A reader's way through the cases of a sheet. */
final class ReadingTest {

  private static final String SHEET =
      " ,Set,Case,Lesion,\"Vessel, large\"\n"
          + "1,R1,Case 001,yes,\n2,R1,Case 002\n3,R1,Case 003,N,1\n";

  private static Reading reading() {
    return Reading.of(SHEET, "the sheet");
  }

  @Test
  void aReadingGoesOnWhereItStopped() {
    final Reading reading = reading();
    assertThat(reading.questions()).containsExactly("Lesion", "Vessel, large");
    assertThat(reading.place()).isZero();
    assertThat(reading.question()).isEqualTo(1);
    assertThat(reading.read()).isEqualTo(1);
    assertThat(reading.answers()).isEqualTo("y-,--,ny");
  }

  @Test
  void answersLeadFromQuestionToQuestionAndFromCaseToCase() {
    final Reading reading = reading();
    reading.say(false);
    assertThat(reading.place()).isEqualTo(1);
    assertThat(reading.question()).isZero();
    reading.say(true);
    reading.say(false);
    assertThat(reading.place()).isEqualTo(2);
    assertThat(reading.isComplete()).isTrue();
    reading.say(true);
    reading.say(true);
    assertThat(reading.place()).isEqualTo(2);
    assertThat(reading.question()).isEqualTo(1);
    assertThat(reading.answers()).isEqualTo("yn,yn,yy");
  }

  @Test
  void thereIsNoWayBeyondTheEnds() {
    final Reading reading = reading();
    reading.move(-1);
    assertThat(reading.place()).isZero();
    assertThat(reading.question()).isEqualTo(1);
    reading.choose(2);
    reading.choose(-1);
    assertThat(reading.question()).isEqualTo(1);
    reading.move(7);
    assertThat(reading.place()).isEqualTo(2);
    assertThat(reading.question()).isZero();
  }

  @Test
  void anAnswerCanBeTakenBack() {
    final Reading reading = reading();
    reading.choose(0);
    reading.takeBack();
    assertThat(reading.answer(0)).isEqualTo(Optional.empty());
    assertThat(reading.answers()).isEqualTo("--,--,ny");
  }

  @Test
  void theSheetKeepsItsOtherColumns() {
    final Reading reading = reading();
    reading.take("- - y n - -");
    assertThat(reading.text())
        .isEqualTo(
            ",Set,Case,Lesion,\"Vessel, large\"\n"
                + "1,R1,Case 001,yes,\n2,R1,Case 002,yes,no\n3,R1,Case 003,N,1\n");
  }

  @Property(tries = 200)
  void whatIsSavedIsReadBack(
      @ForAll @Size(min = 1, max = 40) final List<@IntRange(min = 0, max = 9) Integer> actions) {
    final Reading reading = reading();
    actions.forEach(action -> act(reading, action));
    final Reading again = Reading.of(reading.text(), "the saved sheet");
    assertThat(again.answers()).isEqualTo(reading.answers());
    assertThat(again.text()).isEqualTo(reading.text());
    final Reading other = reading();
    other.take(reading.answers().replace('-', 'y'));
    assertThat(other.isComplete()).isTrue();
  }

  private static void act(final Reading reading, final int action) {
    switch (action) {
      case 0 -> reading.move(-1);
      case 1 -> reading.move(1);
      case 2 -> reading.takeBack();
      case 3 -> reading.choose(0);
      case 4 -> reading.choose(1);
      case 5 -> reading.goOn();
      default -> reading.say(action % 2 == 0);
    }
  }

  @Test
  void whatIsNoAnswerIsRefused() {
    assertThatThrownBy(() -> Reading.of(SHEET.replace("yes", "maybe"), "the sheet"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "the sheet answers \"maybe\" to Lesion for Case 001: expected yes or no (also y, n, 1,"
                + " 0, true, false), or nothing");
    for (final String wrong : List.of("", "y", "ynynyny", "ynyn1y")) {
      assertThatThrownBy(() -> reading().take(wrong))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("expected y, n or - for each of 2 question(s) of 3 cases");
    }
  }
}
