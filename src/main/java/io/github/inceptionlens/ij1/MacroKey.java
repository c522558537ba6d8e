package io.github.inceptionlens.ij1;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.core.UserError;
import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * One key of a command: how a text becomes the parameter's value, and which texts are refused.
 *
 * @param name the key, as in a macro
 * @param type the parameter's type, boxed
 * @param standard the value when the key is omitted; {@code null} where there is none
 * @param item what the command says of the parameter
 * @param found the texts that the command found to be allowed; empty where the parameter decides
 */
record MacroKey(
    String name, Class<?> type, Object standard, ModuleItem<?> item, List<String> found) {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");
  private static final List<Class<?>> WHOLE = List.of(Integer.class, Long.class, Short.class);
  private static final List<Class<?>> REAL = List.of(Double.class, Float.class);

  /** The key of a parameter whose field holds the given default. */
  static MacroKey of(final ModuleItem<?> item, final Object fieldValue) {
    return of(item, fieldValue, List.of());
  }

  /** As {@link #of(ModuleItem, Object)}, with the texts that the command found to be allowed. */
  static MacroKey of(final ModuleItem<?> item, final Object fieldValue, final List<String> found) {
    final Object standard = fieldValue != null ? fieldValue : item.getDefaultValue();
    return new MacroKey(item.getName(), Types.box(item.getType()), standard, item, found);
  }

  /** The name that the key once had, and that macros may still use. */
  Optional<String> alias() {
    return Optional.ofNullable(item.get(MacroKeys.ALIAS));
  }

  /** Whether the type is one that a macro line can express. */
  boolean isSupported() {
    return isFlag()
        || WHOLE.contains(type)
        || REAL.contains(type)
        || type == String.class
        || type == File.class;
  }

  /** Whether the key may stand bare. */
  boolean isFlag() {
    return type == Boolean.class;
  }

  /** The texts that are allowed, or an empty list where the type alone decides. */
  List<String> choices() {
    final List<?> choices = found.isEmpty() ? item.getChoices() : found;
    return choices == null ? List.of() : choices.stream().map(String::valueOf).toList();
  }

  /** The default as it would stand in a macro line; empty where there is none. */
  String standardText() {
    return text(standard);
  }

  /** What the key is called in a dialog. */
  String label() {
    final String label = item.getLabel();
    return label == null || label.isBlank()
        ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
        : label;
  }

  /** What the key means, in a sentence. */
  String description() {
    return Optional.ofNullable(item.getDescription()).orElse("");
  }

  /** Whether most people leave the key as it is. */
  boolean isAdvanced() {
    return item.is(MacroKeys.ADVANCED);
  }

  /** Whether the value is any number of the texts that are suggested. */
  boolean isList() {
    return item.is(MacroKeys.LIST);
  }

  /** Whether the value is a number. */
  boolean isNumber() {
    return WHOLE.contains(type) || REAL.contains(type);
  }

  /** What a dialog proposes before anybody used it: the default, unless the command says else. */
  String proposal() {
    return Optional.ofNullable(item.get(MacroKeys.DIALOG)).orElseGet(this::standardText);
  }

  /** The key and its default, for a sentence: {@code top=5}, {@code stack}. */
  String hint() {
    if (isFlag()) {
      return name + (Boolean.TRUE.equals(standard) ? "=true" : "=false");
    }
    return OptionString.format(Map.of(name, Optional.of(standardText())));
  }

  /**
   * The option that stands for a text, or nothing where the default says the same.
   *
   * <p>A flag whose default is true can only be taken back by {@code flag=false}.
   */
  Optional<Optional<String>> option(final String text) {
    if (!isFlag()) {
      return Optional.of(Optional.of(text));
    }
    if (Boolean.parseBoolean(text)) {
      return Optional.of(Optional.empty());
    }
    return Boolean.TRUE.equals(standard) ? Optional.of(Optional.of("false")) : Optional.empty();
  }

  /** The value when the key is omitted. */
  Object omitted() {
    if (standard == null && item.isRequired()) {
      throw new UserError("The key " + name + " is missing: give " + name + "=" + expected() + ".");
    }
    return standard;
  }

  /**
   * The value that an option stands for.
   *
   * @throws UserError when the text is not one that the parameter allows
   */
  Object value(final Optional<String> option) {
    if (isFlag()) {
      return flag(option.orElse("true"));
    }
    final String text =
        option.orElseThrow(
            () -> new UserError("The key " + name + " needs a value: " + hint() + "."));
    if (!choices().isEmpty()) {
      return choice(text);
    }
    if (type == String.class) {
      return text;
    }
    if (type == File.class) {
      return text.isEmpty() ? null : new File(text);
    }
    return number(text);
  }

  private Object flag(final String text) {
    return switch (text) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw refused(text);
    };
  }

  private Object choice(final String text) {
    final List<?> values = found.isEmpty() ? item.getChoices() : found;
    for (final Object value : values) {
      if (String.valueOf(value).equalsIgnoreCase(text)) {
        return value;
      }
    }
    throw refused(text);
  }

  private Object number(final String text) {
    final String digits = text.trim();
    if (!NUMBER.matcher(digits).matches()) {
      throw refused(text);
    }
    final BigDecimal number = new BigDecimal(digits);
    if (isOutside(number)) {
      throw refused(text);
    }
    try {
      return exact(number);
    } catch (final ArithmeticException e) {
      throw refused(text);
    }
  }

  private Object exact(final BigDecimal number) {
    if (!WHOLE.contains(type)) {
      return finite(number);
    }
    if (number.precision() - number.scale() > 19) {
      throw new ArithmeticException("beyond a long");
    }
    final long whole = number.longValueExact();
    if (type == Long.class) {
      return whole;
    }
    return type == Short.class
        ? (Object) number.shortValueExact()
        : (Object) Math.toIntExact(whole);
  }

  private Object finite(final BigDecimal number) {
    if (type == Float.class && Float.isFinite(number.floatValue())) {
      return number.floatValue();
    }
    if (type == Double.class && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw new ArithmeticException("beyond " + type.getSimpleName());
  }

  private boolean isOutside(final BigDecimal number) {
    final Object min = item.getMinimumValue();
    final Object max = item.getMaximumValue();
    return min != null && number.compareTo(decimal(min)) < 0
        || max != null && number.compareTo(decimal(max)) > 0;
  }

  private UserError refused(final String text) {
    return new UserError(
        "The value of " + name + " is \"" + text + "\", but " + expected() + " is expected.");
  }

  private String expected() {
    if (isFlag()) {
      return "true or false";
    }
    if (!choices().isEmpty()) {
      return "one of " + String.join(", ", choices());
    }
    if (type == File.class) {
      return "a path";
    }
    if (type == String.class) {
      return "a text";
    }
    return (WHOLE.contains(type) ? "a whole number" : "a number") + range();
  }

  private String range() {
    final String min = text(item.getMinimumValue());
    final String max = text(item.getMaximumValue());
    if (!min.isEmpty() && !max.isEmpty()) {
      return " from " + min + " to " + max;
    }
    if (!min.isEmpty()) {
      return " of at least " + min;
    }
    return max.isEmpty() ? "" : " of at most " + max;
  }

  private static BigDecimal decimal(final Object number) {
    return new BigDecimal(text(number));
  }

  /** A value as it stands in a macro line: whole numbers without a point. */
  static String text(final Object value) {
    if (value == null) {
      return "";
    }
    final String text = String.valueOf(value);
    return value instanceof Number && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }
}
