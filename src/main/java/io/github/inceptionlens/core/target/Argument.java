package io.github.inceptionlens.core.target;

/** What a function of a target expression is given: a number, a text in quotes, or a target. */
public sealed interface Argument permits Argument.Number, Argument.Text, Target {

  /** A finite number. */
  record Number(double value) implements Argument {

    @Override
    public String toString() {
      return Notation.number(value);
    }
  }

  /** A text, without its quotes. */
  record Text(String text) implements Argument {

    @Override
    public String toString() {
      return Notation.quoted(text);
    }
  }
}
