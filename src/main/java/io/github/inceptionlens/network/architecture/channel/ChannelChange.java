package io.github.inceptionlens.network.architecture.channel;

import io.github.inceptionlens.core.UserError;
import java.util.Locale;

/**
 * What becomes of a channel that is edited.
 *
 * @param kind which one
 * @param value of {@link Kind#CLAMP} the activation that is put there, of {@link Kind#SCALE} the
 *     factor; 0 for others
 */
public record ChannelChange(Kind kind, float value) {

  /** Nothing is left. */
  public static final ChannelChange ZERO = new ChannelChange(Kind.ZERO, 0);

  /** The channel's own mean over all positions of the picture. */
  public static final ChannelChange MEAN = new ChannelChange(Kind.MEAN, 0);

  /** The kinds that there are. */
  public enum Kind {
    ZERO,
    MEAN,
    CLAMP,
    SCALE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Refuses values that are no numbers, or that the kind does not have. */
  public ChannelChange {
    final boolean has = kind == Kind.CLAMP || kind == Kind.SCALE;
    if (!Float.isFinite(value) || !has && value != 0) {
      throw new UserError(kind + " of a channel cannot have the value " + value);
    }
  }

  /** The same activation everywhere. */
  public static ChannelChange clamp(final float value) {
    return new ChannelChange(Kind.CLAMP, value);
  }

  /** The activation times a factor. */
  public static ChannelChange scale(final float factor) {
    return new ChannelChange(Kind.SCALE, factor);
  }

  /**
   * Reads {@code zero}, {@code mean}, {@code clamp:5} or {@code scale:2}.
   *
   * @throws UserError when it is none of these
   */
  public static ChannelChange parse(final String text) {
    final String[] parts = text.strip().split("\\s*:\\s*", 2);
    for (final Kind kind : Kind.values()) {
      if (kind.toString().equals(parts[0])) {
        final boolean has = kind == Kind.CLAMP || kind == Kind.SCALE;
        if (has == (parts.length == 2)) {
          return new ChannelChange(kind, has ? number(text, parts[1]) : 0);
        }
      }
    }
    throw unreadable(text);
  }

  private static float number(final String text, final String number) {
    try {
      return Float.parseFloat(number);
    } catch (final NumberFormatException e) {
      throw unreadable(text);
    }
  }

  private static UserError unreadable(final String text) {
    return new UserError(
        "mode is \""
            + text
            + "\", expected zero, mean, clamp:VALUE such as clamp:5, or scale:FACTOR");
  }

  /** Whether the channel is multiplied, not replaced. */
  public boolean isFactor() {
    return kind == Kind.ZERO || kind == Kind.SCALE;
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return kind == Kind.CLAMP || kind == Kind.SCALE ? kind + ":" + value : kind.toString();
  }
}
