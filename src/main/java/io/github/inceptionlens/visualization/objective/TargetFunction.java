package io.github.inceptionlens.visualization.objective;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.TargetBinding.Bound;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The functions of an objective, by their names in lower case. */
public enum TargetFunction {

  /** The unit in the middle of the layer, or a sum of units there; with a power as direction. */
  NEURON("neuron(mixed4c:12), or a sum of a layer's channels and a power from 0 up", 2) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      if (arguments.target(0, usage()) instanceof Target.Position position) {
        arguments.atMost(1, usage());
        return binding.bind(position);
      }
      final ChannelCombination combination = ChannelCombination.of(arguments, binding, usage());
      final double power = power(arguments);
      return new Bound(call(combination, power), Objectives.neuron(combination, power));
    }
  },

  /** A sum of a layer's channels, preferring, with a power, layers that point that way. */
  DIRECTION(
      "a sum of a layer's channels and a power from 0 up, such as direction(mixed4c:12 +"
          + " 0.5*mixed4c:7, 2)",
      2) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final ChannelCombination combination = ChannelCombination.of(arguments, binding, usage());
      final double power = power(arguments);
      return new Bound(call(combination, power), Objectives.direction(combination, power));
    }
  },

  /** The mean square of a layer. */
  DEEPDREAM("a layer, such as deepdream(mixed4c)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final String layer = layer(arguments, binding);
      return new Bound(call(new Target.Energy(layer)), Objectives.deepdream(layer));
    }
  },

  /** A target whose units are read after their rectifier. */
  RELU("a target, such as relu(mixed4c:12)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final Bound inner = binding.afterRectifier().bind(arguments.target(0, usage()));
      return new Bound(call(inner.target()), inner.objective());
    }
  },

  /** From one target to another over the facets. */
  INTERPOLATE("two targets, such as interpolate(mixed4c:12, mixed4c:7)", 2) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      needsFacets(binding);
      final Bound from = binding.bind(arguments.target(0, usage()));
      final Bound to = binding.bind(arguments.target(1, usage()));
      return new Bound(
          call(from.target(), to.target()),
          Objectives.interpolation(from.objective(), to.objective()));
    }
  },

  /** How alike the facets are in a layer's correlations of channels. */
  DIVERSITY("a layer, such as -100*diversity(mixed4c)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      needsFacets(binding);
      final String layer = layer(arguments, binding);
      return new Bound(call(new Target.Energy(layer)), Objectives.diversity(layer));
    }
  },

  /** Minus how far neighboring facets are from each other in a layer. */
  ALIGNMENT("a layer, such as 10*alignment(mixed3b)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      needsFacets(binding);
      final String layer = layer(arguments, binding);
      return new Bound(call(new Target.Energy(layer)), Objectives.alignment(layer));
    }
  },

  /** The picture's total variation. */
  TV("no argument, such as -0.25*tv()", 0) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      return new Bound(arguments.call(), Penalties.totalVariation());
    }
  },

  /** The sum of distances from gray, or another level. */
  L1("at most a level from 0 to 1, such as -0.05*l1() or -0.05*l1(0.5)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final double level = arguments.number(0, GRAY, usage());
      return new Bound(numbers(level), Penalties.l1(level));
    }
  },

  /** The Euclidean distance from gray, or another level. */
  L2("at most a level from 0 to 1, such as -0.05*l2() or -0.05*l2(0.5)", 1) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final double level = arguments.number(0, GRAY, usage());
      return new Bound(numbers(level), Penalties.l2(level));
    }
  },

  /** How far the picture is from itself blurred. */
  BLUR("no argument, such as -blur()", 0) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      return new Bound(arguments.call(), Penalties.blur());
    }
  },

  /** How uneven a margin of the picture is, and how far from gray, or another level. */
  BOUNDARY("at most the margin's pixels and a level from 0 to 1, such as -boundary(20, 0.5)", 2) {
    @Override
    Bound bound(final FunctionArguments arguments, final ObjectiveBinding binding) {
      final double margin = arguments.number(0, MARGIN, usage());
      final double level = arguments.number(1, GRAY, usage());
      if (!(margin >= 1 && margin <= binding.width()) || margin != Math.rint(margin)) {
        throw arguments.refused(usage());
      }
      return new Bound(numbers(margin, level), Penalties.boundary((int) margin, level));
    }
  };

  private static final double GRAY = 0.5;
  private static final int MARGIN = 20;

  private final String usage;
  private final int most;

  /**
   * @param usage what it expects, for a sentence
   * @param most how many arguments it takes at most
   */
  TargetFunction(final String usage, final int most) {
    this.usage = usage;
    this.most = most;
  }

  abstract Bound bound(FunctionArguments arguments, ObjectiveBinding binding);

  /**
   * Ties a call of this function to a network.
   *
   * @throws UserError when it is called in another way than it expects
   */
  Bound bind(final FunctionArguments arguments, final ObjectiveBinding binding) {
    arguments.atMost(most, usage);
    return bound(arguments, binding);
  }

  /**
   * The function that a call names.
   *
   * @throws UserError when there is none
   */
  static TargetFunction named(final Target.Call call) {
    return Arrays.stream(values())
        .filter(function -> function.label().equals(call.function()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "the objective's function is \"%s\", expected one of: %s",
                        call.function(),
                        labels())));
  }

  private static String labels() {
    return Arrays.stream(values()).map(TargetFunction::label).collect(Collectors.joining(", "));
  }

  private String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  String usage() {
    return usage;
  }

  Target.Call call(final Argument... arguments) {
    return new Target.Call(label(), List.of(arguments));
  }

  Target.Call call(final ChannelCombination combination, final double power) {
    return power == 0
        ? call(combination.target())
        : call(combination.target(), new Argument.Number(power));
  }

  Target.Call numbers(final double... numbers) {
    return call(DoubleStream.of(numbers).mapToObj(Argument.Number::new).toArray(Argument[]::new));
  }

  String layer(final FunctionArguments arguments, final ObjectiveBinding binding) {
    return binding.network().architecture().layer(arguments.layer(0, usage)).name();
  }

  double power(final FunctionArguments arguments) {
    final double power = arguments.number(1, 0, usage);
    if (power < 0) {
      throw arguments.refused(usage);
    }
    return power;
  }

  void needsFacets(final ObjectiveBinding binding) {
    if (binding.facets() < 2) {
      throw new UserError(
          "the objective's " + label() + " compares pictures: ask for facets=2 or more");
    }
  }
}
