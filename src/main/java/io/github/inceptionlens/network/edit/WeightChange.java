package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Gives some weights between two layers another value, as circuits are edited (Cammarata et al.
 * 2021, <a href="https://distill.pub/2020/circuits/curve-circuits/">Curve Circuits</a>).
 *
 * <p>The weights are those of the convolution that computes the units, at every place of its
 * kernel; they are of the layer it reads, past pools. Without a channel of that layer, a bottleneck
 * may lie between: the weights are then those by which the unit reads the bottleneck.
 *
 * @param from the layer that is read
 * @param channel which of its channels; all if empty
 * @param to the units that read it
 * @param sign which weights
 * @param value what they become
 */
public record WeightChange(String from, OptionalInt channel, UnitSet to, Sign sign, float value)
    implements NetworkEdit {

  /** Which weights are meant. */
  public enum Sign {
    ANY {
      @Override
      boolean has(final float weight) {
        return true;
      }
    },
    NEGATIVE {
      @Override
      boolean has(final float weight) {
        return weight < 0;
      }
    },
    POSITIVE {
      @Override
      boolean has(final float weight) {
        return weight > 0;
      }
    };

    abstract boolean has(float weight);

    /** As a recipe has it, with a space; empty for any. */
    @Override
    public String toString() {
      return this == ANY ? "" : name().toLowerCase(Locale.ROOT) + " ";
    }
  }

  /** Refuses a value that is no number. */
  public WeightChange {
    if (!Float.isFinite(value)) {
      throw new UserError("a weight cannot become " + value + ": give a number");
    }
  }

  /** Checks that the layers are as the recipe says. */
  @Override
  public Architecture architecture(final Architecture parent) {
    to.channels(parent)
        .forEach(unit -> Connection.of(parent, to.layer(), unit).requireFrom(from, channel));
    return parent;
  }

  @Override
  public Map<String, float[]> tensors(
      final Architecture edited, final Function<String, float[]> values) {
    final Map<String, float[]> changed = new LinkedHashMap<>();
    for (final int unit : to.channels(edited)) {
      final Connection connection = Connection.of(edited, to.layer(), unit);
      final Operation.WeightShape weights = connection.weights();
      change(
          changed.computeIfAbsent(weights.parameters() + "_w", values), weights, connection.unit());
    }
    return changed;
  }

  private void change(final float[] values, final Operation.WeightShape weights, final int unit) {
    final int perUnit = values.length / weights.outputs();
    final int taps = perUnit / weights.shape().get(1);
    final int first = unit * perUnit + channel.orElse(0) * taps;
    final int count = channel.isPresent() ? taps : perUnit;
    for (int i = first; i < first + count; i++) {
      values[i] = sign.has(values[i]) ? value : values[i];
    }
  }

  /** As a recipe has it. */
  @Override
  public String description() {
    final String source = channel.isPresent() ? from + ":" + channel.getAsInt() : from;
    final String what = channel.isPresent() ? "weight " : "weights ";
    return sign + what + source + " -> " + to + " = " + value;
  }
}
