package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.core.UserError;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CostLineTest {

  private final AtomicReference<String> forecast = new AtomicReference<>("");
  private final CostLine line = new CostLine((CostEstimate) forecast::get);

  @Test
  void takesNoRoomWhereThereIsNothingToSay() {
    assertThat(line.tell(true)).isFalse();
    assertThat(line.label().isVisible()).isFalse();
    assertThat(line.tell(false)).isFalse();
    assertThat(line.label().isVisible()).isFalse();
    assertThat(new CostLine("no estimate").tell(true)).isFalse();
  }

  @Test
  void keepsItsRoomWhileAFieldIsWrong() {
    forecast.set("about 5 s");
    assertThat(line.tell(true)).isTrue();
    assertThat(line.label().getText()).isEqualTo("about 5 s");
    assertThat(line.tell(false)).isFalse();
    assertThat(line.label().getText()).isBlank();
    assertThat(line.label().isVisible()).isTrue();
  }

  @Test
  void goesOverSeveralLinesWhereItIsLong() {
    forecast.set("so many pixels are seen in so many bands ".repeat(5));
    assertThat(line.tell(true)).isTrue();
    assertThat(line.label().getText()).startsWith("<html>");
  }

  @Test
  void saysWhatTheCommandRefuses() {
    final CostEstimate refusing =
        () -> {
          throw new UserError("too wide");
        };
    final CostLine told = new CostLine(refusing);
    told.tell(true);
    assertThat(told.label().getText()).isEqualTo("too wide");
  }
}
