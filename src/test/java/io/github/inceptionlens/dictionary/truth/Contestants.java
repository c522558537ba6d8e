package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.DictionaryTrainers;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who takes part: a layer's channels, and the entries of its dictionaries. */
final class Contestants implements AutoCloseable {

  /** What the channels before their rectifier are called. */
  static final String BEFORE = "channel before";

  private static final String NAME = "dict";

  private final InceptionV1 network;
  private final Layer layer;
  private final List<InceptionV1> edited = new ArrayList<>();

  Contestants(final InceptionV1 network, final Layer layer) {
    this.network = network;
    this.layer = layer;
  }

  /** The layer's channels. */
  Contestant channels() {
    return new Contestant("channel", layer.channels(), scene -> scene.map().maps());
  }

  /** The layer's channels before their rectifier. */
  Contestant channelsBefore() {
    return new Contestant(BEFORE, layer.channels(), scene -> scene.before().maps());
  }

  /** What a method of {@code Make Dictionary...} finds, before its nonlinearity. */
  Contestant made(
      final String method, final int count, final ActivationSample sample, final int rows) {
    final Vectors vectors = new Vectors(layer.name(), layer.channels(), sample.rows(rows, 0));
    return before(method, DictionaryTrainers.named(method).train(vectors, count, 0, Progress.NONE));
  }

  /** Strengths of directions before their nonlinearity. */
  Contestant before(final String name, final Directions directions) {
    final boolean isPlain = directions.nonlinearity().equals(Nonlinearity.NONE);
    return node(name, directions, directions.bias().length, isPlain ? "" : Architecture.PRE_RELU);
  }

  /** What a nonlinearity makes of the strengths. */
  Contestant after(final String name, final Directions directions) {
    return node(name, directions, directions.bias().length, "");
  }

  /** What a dictionary makes of the layer's channels. */
  Contestant rebuilt(final Directions directions) {
    return node("rebuilt", directions, layer.channels(), Graft.DECODED);
  }

  private Contestant node(
      final String name, final Directions directions, final int units, final String suffix) {
    final InceptionV1 own =
        network.edited(directions.dictionary(NAME, network, layer.name(), Map.of()).graft());
    edited.add(own);
    final String node = NAME + suffix;
    return new Contestant(
        name, units, scene -> own.runOn(scene.map(), List.of(node)).map(node).maps());
  }

  @Override
  public void close() {
    edited.forEach(InceptionV1::close);
  }
}
