package io.github.inceptionlens.command;

import ij.ImagePlus;
import io.github.inceptionlens.command.cost.LargeImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.service.LensService;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that does a work with the network which its first key names. */
public abstract class NetworkCommand extends LensCommand implements CostEstimate {

  @Parameter(
      required = false,
      persist = false,
      label = "Network",
      style = "open",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.NETWORK)
  private String network = "";

  /** What the user named. */
  protected final String network() {
    return network;
  }

  @Override
  protected final Optional<Architecture> namedArchitecture() {
    try {
      return Optional.of(NamedDictionaries.of(this).on(KeyChecks.architecture("network", network)));
    } catch (final UserError e) {
      return Optional.empty();
    }
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("network")) {
      checkNetwork(key, String.valueOf(value));
    }
    super.check(key, value);
  }

  /**
   * Looks at the name of a network, before the command runs.
   *
   * @param key what the user gave the name for
   * @throws UserError when there is no such network; the sentence names the key
   */
  protected static void checkNetwork(final String key, final String name) {
    KeyChecks.architecture(key, name);
  }

  /** What an image costs of which the network's picture is too large to be seen as a whole. */
  @Override
  public String forecast() {
    return namedArchitecture()
        .map(named -> LargeImage.forecast(this, named, this::planes))
        .orElse("");
  }

  /**
   * How many 32-bit values the results hold in Java's memory for each pixel that is analyzed.
   *
   * @param slices of the image
   */
  protected long planes(final Layer layer, final int slices) {
    return 0;
  }

  /**
   * What a command that measures a layer takes of an image.
   *
   * @param crop whether the network sees the selected rectangle alone
   * @throws io.github.inceptionlens.core.UserError as {@link ImageInput}, and when the scale leaves
   *     the layer a single unit
   */
  protected final ImageInput input(
      final ImagePlus image, final InputRequest request, final Layer layer, final boolean crop) {
    final ImageInput input =
        crop ? ImageInput.of(image, request) : ImageInput.inside(image, request, layer);
    if (request.scale() < 1) {
      input.requireContrast(layer);
    }
    warn(InputWarnings.small(input, layer).or(() -> InputWarnings.structures(input, layer)));
    warn(InputWarnings.saturated(input));
    return input;
  }

  /**
   * A layer of the network's own, as a dictionary can be kept of.
   *
   * @throws UserError when there is no such layer, or it is a dictionary's
   */
  protected static Layer ownLayer(final Architecture network, final String layer) {
    final Layer asked = network.layer(layer);
    if (network.isGrafted(asked.name())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "layer is \"%s\", but that is a dictionary's: choose the layer that it reads, %s",
              layer,
              network.trunk(asked.name()).name()));
    }
    return asked;
  }

  /**
   * The scale at which a unit sees enough of a large image, and the network is done in a moment.
   *
   * @return nothing for images of a usual size
   */
  protected static Optional<String> scaleFor(final ImagePlus image) {
    return LargeImage.scale(image).map(String::valueOf);
  }

  /** Says what makes the names of classes mean little on an image. */
  protected final void warnOfClasses(final ImageInput input, final InceptionV1 inception) {
    warn(InputWarnings.colorless(input, inception));
  }

  /** Does a work with the network that the user named. */
  protected final <T> T work(final LensService.Work<T> work) {
    return lens()
        .work(
            network,
            (inception, progress) -> {
              try (InceptionV1 watched = inception.watched(this::passed)) {
                return NamedDictionaries.of(this)
                    .on(
                        watched,
                        edited -> {
                          uses(edited.architecture());
                          return work.run(edited, progress);
                        });
              }
            });
  }

  /**
   * Does a work with another network than the one that the command is about.
   *
   * @param key of the other network
   * @param other a name or the path of a file; empty for the default network
   * @param named a text with the dictionaries that are needed
   * @throws UserError when there is no such network; the sentence names the key
   */
  protected final <T> T workWith(
      final String key, final String other, final String named, final LensService.Work<T> work) {
    TrainedNetwork.named(key, other);
    return lens()
        .work(
            other,
            (inception, progress) -> {
              try (InceptionV1 watched = inception.watched(this::passed)) {
                return NamedDictionaries.in(named)
                    .on(watched, edited -> work.run(edited, progress));
              }
            });
  }

  /** Does something with the network that the user named. */
  protected final void withNetwork(final BiConsumer<InceptionV1, Progress> action) {
    work(
        (inception, progress) -> {
          action.accept(inception, progress);
          return this;
        });
  }
}
