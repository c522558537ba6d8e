package io.github.inceptionlens.core.target;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Target.Call;
import io.github.inceptionlens.core.target.Target.Channel;
import io.github.inceptionlens.core.target.Target.ClassIndex;
import io.github.inceptionlens.core.target.Target.ClassLabel;
import io.github.inceptionlens.core.target.Target.Energy;
import io.github.inceptionlens.core.target.Target.Position;
import io.github.inceptionlens.core.target.Target.Selected;
import io.github.inceptionlens.core.target.Target.Sum;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads target expressions by recursive descent.
 *
 * <pre>
 * sum      = term { ("+" | "-") term }
 * term     = factor { "*" factor }          at most one factor is a target, the others numbers
 * factor   = { "-" } ( number | item )
 * item     = "(" sum ")" | "top" | "class" ":" ( index | quoted )
 *          | name "(" [ argument { "," argument } ] ")"
 *          | name [ ":" index [ "@" ( index "," index | "roi" ) ] ]
 * argument = quoted | sum
 * </pre>
 */
final class TargetParser {

  private final TargetScanner scanner;

  TargetParser(final String text) {
    scanner = new TargetScanner(text);
  }

  Target parse() {
    final Target target = sumOfTargets();
    if (!scanner.atEnd()) {
      throw scanner.expected("+, -, * or the end");
    }
    return target;
  }

  private Target sumOfTargets() {
    final int start = scanner.column();
    return target(sum(), start);
  }

  private Target target(final Argument argument, final int column) {
    if (argument instanceof Target target) {
      return target;
    }
    throw scanner.expected(
        column, "a target such as class:285 or mixed4c:447, for a number alone is none");
  }

  private Argument sum() {
    final int start = scanner.column();
    final Argument first = term();
    if (!scanner.sees('+') && !scanner.sees('-')) {
      return first;
    }
    final List<Target> terms = new ArrayList<>();
    terms.add(target(first, start));
    while (scanner.sees('+') || scanner.sees('-')) {
      final int sign = scanner.takes('+') ? 1 : -1;
      if (sign < 0) {
        scanner.takes('-');
      }
      final int column = scanner.column();
      terms.add(target(term(), column).times(sign));
    }
    return new Sum(terms);
  }

  private Argument term() {
    double factor = 1;
    Target target = null;
    do {
      while (scanner.takes('-')) {
        factor = -factor;
      }
      if (scanner.seesNumber()) {
        factor *= scanner.number();
      } else if (target == null) {
        target = item();
      } else {
        throw scanner.expected("a number, for a product has one target only");
      }
    } while (scanner.takes('*'));
    return target == null ? new Argument.Number(factor) : target.times(factor);
  }

  private Target item() {
    if (scanner.takes('(')) {
      final Target inner = sumOfTargets();
      scanner.needs(')', "+, -, * or )");
      return inner;
    }
    final String name = scanner.name("a target such as top, class:285 or mixed4c:447");
    if (scanner.takes('(')) {
      return call(name);
    }
    if (name.equals("top")) {
      return Target.TOP;
    }
    return name.equals("class") ? ofClass() : ofLayer(name);
  }

  private Target ofClass() {
    scanner.needs(':', ": and a class, such as class:285");
    return scanner.seesQuote()
        ? new ClassLabel(scanner.quoted())
        : new ClassIndex(scanner.index("the index of a class or its label in single quotes"));
  }

  private Target ofLayer(final String layer) {
    if (!scanner.takes(':')) {
      return new Energy(layer);
    }
    final Unit unit = new Unit(layer, scanner.index("the index of a channel"));
    return scanner.takes('@') ? placed(unit) : new Channel(unit);
  }

  private Target placed(final Unit unit) {
    final String place = "a position of the layer such as 12,30, or roi";
    if (!scanner.seesNumber()) {
      scanner.word("roi", place);
      return new Selected(unit);
    }
    final int column = scanner.index(place);
    scanner.needs(',', ", and a row of the layer");
    return new Position(unit, column, scanner.index("a row of the layer"));
  }

  private Target call(final String function) {
    final List<Argument> arguments = new ArrayList<>();
    if (!scanner.sees(')')) {
      do {
        arguments.add(argument());
      } while (scanner.takes(','));
    }
    scanner.needs(')', ", or )");
    return new Call(function, arguments);
  }

  private Argument argument() {
    return scanner.seesQuote() ? new Argument.Text(scanner.quoted()) : sum();
  }
}
