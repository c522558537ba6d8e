package io.github.inceptionlens.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TargetTest {

  private static final Unit UNIT = new Unit("mixed4c", 447);

  @Test
  void readsEveryForm() {
    assertThat(Target.parse("top")).isEqualTo(new Target.Top());
    assertThat(Target.parse("class:285")).isEqualTo(new Target.ClassIndex(285));
    assertThat(Target.parse("class : 'tabby, tabby cat'"))
        .isEqualTo(new Target.ClassLabel("tabby, tabby cat"));
    assertThat(Target.parse("class:\"carpenter's kit\""))
        .isEqualTo(new Target.ClassLabel("carpenter's kit"));
    assertThat(Target.parse("mixed4c:447")).isEqualTo(new Target.Channel(UNIT));
    assertThat(Target.parse("mixed4c:447@12,30")).isEqualTo(new Target.Position(UNIT, 12, 30));
    assertThat(Target.parse("mixed4c:447@roi")).isEqualTo(new Target.Selected(UNIT));
    assertThat(Target.parse("inception_4c/output"))
        .isEqualTo(new Target.Energy("inception_4c/output"));
  }

  @Test
  void readsSumsDifferencesAndFactors() {
    final Target a = new Target.ClassIndex(285);
    final Target b = new Target.ClassIndex(282);
    assertThat(Target.parse("class:285 - class:282"))
        .isEqualTo(new Target.Sum(List.of(a, new Target.Scaled(-1, b))));
    assertThat(Target.parse("0.5*mixed4c:447"))
        .isEqualTo(new Target.Scaled(0.5, new Target.Channel(UNIT)));
    assertThat(Target.parse("-2*(class:285+class:282)*3"))
        .isEqualTo(new Target.Scaled(-6, new Target.Sum(List.of(a, b))));
    assertThat(Target.parse("((class:285))")).isEqualTo(a);
  }

  @Test
  void readsFunctionsForLaterMethods() {
    assertThat(Target.parse("direction(mixed4c, -0.5, 'v.csv', top - class:1)"))
        .isEqualTo(
            new Target.Call(
                "direction",
                List.of(
                    new Target.Energy("mixed4c"),
                    new Argument.Number(-0.5),
                    new Argument.Text("v.csv"),
                    Target.parse("top - class:1"))));
    assertThat(Target.parse("2*neuron()").toString()).isEqualTo("2*neuron()");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "class:285-0.50*class:282 | class:285 - 0.5*class:282",
        "-(a:1+b:2)               | -(a:1 + b:2)",
        "a:1-(b:2-c:3)            | a:1 - (b:2 - c:3)",
        "a:1- -2*b:2              | a:1 + 2*b:2",
        "class:'lady''s slipper'  | class:'lady''s slipper'",
      })
  void printsCanonicalText(final String text, final String canonical) {
    assertThat(Target.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "class:28x            | 9  | the end",
        "class:cat            | 7  | index of a class",
        "class                | 6  | : and a class",
        "class:'tabby         | 7  | closing quote",
        "mixed4c:             | 9  | index of a channel",
        "mixed4c:447@         | 13 | position of the layer",
        "mixed4c:447@rio      | 13 | roi",
        "mixed4c:447@12       | 15 | row",
        "mixed4c:447@1.5,2    | 13 | position",
        "top class:1          | 5  | the end",
        "0.5                  | 1  | a number alone",
        "top + 2              | 7  | a number alone",
        "top * class:1        | 7  | one target only",
        "(top                 | 5  | )",
        "top -                | 6  | a target such as",
        "neuron(mixed4c       | 15 | , or )",
        "1e999*top            | 1  | ordinary size",
        "''                   | 1  | a target such as",
      })
  void errorsPointAtTheColumn(final String text, final int column, final String expected) {
    assertThatThrownBy(() -> Target.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("target is \"" + text + "\"")
        .hasMessageContaining("at column " + column + ",")
        .hasMessageContaining(expected);
  }

  @Test
  void anEmptyTargetIsAnError() {
    assertThatThrownBy(() -> Target.parse(" ")).hasMessageContaining("where it ends");
  }

  @Test
  void knowsWhetherItSpeaksOfTheTopClass() {
    assertThat(Target.parse("2*(top - class:1)").needsTop()).isTrue();
    assertThat(Target.parse("class:2 - class:1").needsTop()).isFalse();
  }

  @Property(tries = 300)
  void canonicalTextReadsAsAnEqualTarget(@ForAll("targets") final Target target) {
    assertThat(Target.parse(target.toString())).isEqualTo(target);
  }

  @Provide
  Arbitrary<Target> targets() {
    return Arbitraries.lazyOf(
        TargetTest::plain,
        TargetTest::plain,
        () -> factors().flatMap(factor -> targets().map(target -> target.times(factor))),
        () ->
            targets().list().ofMinSize(2).ofMaxSize(3).map(terms -> (Target) new Target.Sum(terms)),
        () -> arguments().list().ofMaxSize(2).map(list -> (Target) new Target.Call("f", list)));
  }

  private static Arbitrary<Target> plain() {
    return Arbitraries.of(
        Target.TOP,
        new Target.ClassIndex(7),
        new Target.ClassLabel("it's, \"so\""),
        new Target.Channel(UNIT),
        new Target.Position(UNIT, 0, 12),
        new Target.Selected(UNIT),
        new Target.Energy("conv1/7x7_s2"));
  }

  private static Arbitrary<Double> factors() {
    return Arbitraries.of(-1.0, 2.0, -0.125, 1e-7, -3e20, 1.0 / 3);
  }

  private Arbitrary<Argument> arguments() {
    return Arbitraries.oneOf(
        factors().map(Argument.Number::new),
        Arbitraries.of("", "it's").map(Argument.Text::new),
        targets().map(target -> (Argument) target));
  }
}
