package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Edits of a network as a text, divided by semicolons: {@code ablate mixed4c:447; scale
 * mixed4c_5x5:12 by 2; negative weights mixed4b -> mixed4c_3x3:7 = 0}.
 */
public final class EditRecipe {

  private static final String NUMBER = "([-+]?[0-9.]+(?:[eE][-+]?\\d+)?)";
  private static final String NAME = "([^:\\s]+)";

  /** A kind of statement. */
  private enum Statement {
    ABLATE("ablate (.+)") {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new ChannelSplice(UnitSet.parse(parts.group(1)), ChannelChange.ZERO);
      }
    },
    AVERAGE("average (.+)") {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new ChannelSplice(UnitSet.parse(parts.group(1)), ChannelChange.MEAN);
      }
    },
    CLAMP("clamp (.+) to " + NUMBER) {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new ChannelSplice(
            UnitSet.parse(parts.group(1)), ChannelChange.clamp(number(parts.group(2))));
      }
    },
    SCALE("scale (.+) by " + NUMBER) {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new ChannelSplice(
            UnitSet.parse(parts.group(1)), ChannelChange.scale(number(parts.group(2))));
      }
    },
    SUBSTITUTE("substitute " + NAME + " by " + NAME) {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new Substitution(parts.group(1), parts.group(2));
      }
    },
    WEIGHT("weight " + NAME + " ?: ?(\\d{1,6}) ?-> ?(.+) ?= ?" + NUMBER) {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new WeightChange(
            parts.group(1),
            OptionalInt.of(Integer.parseInt(parts.group(2))),
            UnitSet.parse(parts.group(3)),
            WeightChange.Sign.ANY,
            number(parts.group(4)));
      }
    },
    WEIGHTS("(negative |positive |)weights " + NAME + " ?-> ?(.+) ?= ?" + NUMBER) {
      @Override
      NetworkEdit edit(final MatchResult parts) {
        return new WeightChange(
            parts.group(2),
            OptionalInt.empty(),
            UnitSet.parse(parts.group(3)),
            sign(parts.group(1).strip()),
            number(parts.group(4)));
      }
    };

    private final Pattern pattern;

    Statement(final String pattern) {
      this.pattern = Pattern.compile(pattern);
    }

    abstract NetworkEdit edit(MatchResult parts);

    private static float number(final String text) {
      try {
        return Float.parseFloat(text);
      } catch (final NumberFormatException e) {
        throw new UserError("edits has \"" + text + "\", expected a number", e);
      }
    }

    private static WeightChange.Sign sign(final String word) {
      return word.isEmpty()
          ? WeightChange.Sign.ANY
          : WeightChange.Sign.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  private EditRecipe() {}

  /**
   * Reads a recipe.
   *
   * @return at least one edit, in the order written
   * @throws UserError when a statement has no known form
   */
  public static List<NetworkEdit> parse(final String text) {
    final List<NetworkEdit> edits =
        Arrays.stream(text.split(";"))
            .map(part -> part.strip().replaceAll("\\s+", " "))
            .filter(part -> !part.isEmpty())
            .map(EditRecipe::statement)
            .toList();
    if (edits.isEmpty()) {
      throw new UserError("edits is empty: name at least one, such as ablate mixed4c:447");
    }
    return edits;
  }

  private static NetworkEdit statement(final String text) {
    for (final Statement kind : Statement.values()) {
      final Matcher parts = kind.pattern.matcher(text);
      if (parts.matches()) {
        return kind.edit(parts);
      }
    }
    throw new UserError(
        "edits has \""
            + text
            + "\", expected statements such as ablate mixed4c:447, average mixed4c:447, clamp"
            + " mixed4c:447 to 5, scale mixed4c_5x5:12 by 2, substitute mixed4c by mydict, weight"
            + " mixed4b:3 -> mixed4c_1x1:7 = 0, or negative weights mixed4b -> mixed4c_3x3:7 = 0");
  }

  /**
   * The table of a network after the edits of a recipe.
   *
   * @throws UserError when a statement has no known form, or does not fit the network
   */
  public static Architecture on(final Architecture network, final String text) {
    Architecture table = network;
    for (final NetworkEdit edit : parse(text)) {
      table = edit.architecture(table);
    }
    return table;
  }

  /** The text of edits. */
  public static String text(final List<NetworkEdit> edits) {
    return edits.stream().map(NetworkEdit::description).collect(Collectors.joining("; "));
  }
}
