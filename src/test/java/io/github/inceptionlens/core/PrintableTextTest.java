package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What sentences echo of inputs. */
final class PrintableTextTest {

  @Test
  void aLongQuotationIsCutAndTheSentenceGoesOn() {
    final String sentence =
        new UserError("the dtype is \"" + "x y ".repeat(30_000) + "\": give another").getMessage();
    assertThat(sentence)
        .hasSizeLessThan(240)
        .startsWith("the dtype is \"x y x y")
        .endsWith("\u2026\": give another");
  }

  @Test
  void aLongWordIsCut() {
    assertThat(new UserError("file /" + "d/".repeat(500) + " is missing").getMessage())
        .hasSize("file  is missing".length() + PrintableText.MOST);
  }

  @Test
  void whatIsShortStaysAsItIs() {
    final String sentence =
        "mask is \"001.tif\", expected roi or \"" + "a".repeat(PrintableText.MOST) + "\"";
    assertThat(new UserError(sentence, null).getMessage()).isEqualTo(sentence);
  }

  @Test
  void aLongListOfChoicesIsNoEcho() {
    final String choices = "expected one of: " + "mixed4c, ".repeat(100);
    assertThat(PrintableText.sentence(choices)).isEqualTo(choices);
  }

  @Property
  void noControlCharacterIsLeft(@ForAll final String text) {
    assertThat(PrintableText.sentence(text).chars().noneMatch(Character::isISOControl)).isTrue();
  }
}
