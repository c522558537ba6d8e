package io.github.inceptionlens.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command tells a dialog about its keys while a person fills them in: the command has the
 * values of the fields then, as far as they are allowed.
 */
public interface DialogSupport {

  /**
   * A value that a field offers.
   *
   * @param value as in a macro line
   * @param words what it means, in a few words; may be empty
   */
  record Suggestion(String value, String words) {

    /** This one before others, of which one of the same value is left out. */
    public List<Suggestion> before(final List<Suggestion> others) {
      return Stream.concat(
              Stream.of(this), others.stream().filter(other -> !other.value().equals(value)))
          .toList();
    }
  }

  /** Values that are offered for a key beside what one may type; none where only typing helps. */
  List<Suggestion> suggestions(String key);

  /** What a dialog begins with for this very image, whatever was given for another one. */
  default Optional<String> proposal(final String key) {
    return Optional.empty();
  }

  /** Whether a key counts, as the others are. */
  boolean isRead(String key);

  /**
   * Looks at a key's value.
   *
   * @throws io.github.inceptionlens.core.UserError when the command would refuse it
   */
  void check(String key, Object value);
}
