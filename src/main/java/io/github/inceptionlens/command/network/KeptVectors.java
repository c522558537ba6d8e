package io.github.inceptionlens.command.network;

import com.google.gson.Gson;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.command.network.DictionarySources.Learned;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vectors that a dictionary of the same files was made from before, so that another method or
 * number of entries needs no further look at the files.
 *
 * @param drawn how vectors are drawn
 */
record KeptVectors(InceptionV1 network, Layer layer, ImageCollection<?> images, String drawn) {

  private static final String FROM = "learned_from";
  private static final String PART = "learned_part";
  private static final String LOOKED = "looked";
  private static final String SKIPPED = "skipped";

  private String key() {
    return Samples.key(network, layer, images, drawn, "");
  }

  /** What was kept; the collection counts as looked at then. Open images are looked at anew. */
  Optional<Learned> find() {
    final Optional<ActivationSample> kept =
        images.isOfFiles() ? Samples.standard().find(key()) : Optional.empty();
    return kept.map(this::learned);
  }

  private Learned learned(final ActivationSample sample) {
    final Map<String, String> said = sample.metadata();
    images.looked(Samples.look(sample));
    final float[] values = sample.rows(Math.toIntExact(sample.size()), 0);
    return new Learned(values, said.get(FROM), Boolean.parseBoolean(said.get(PART)));
  }

  /** Keeps what was learned from, where it is of files. */
  void keep(final Learned learned) {
    if (!images.isOfFiles()) {
      return;
    }
    final Map<String, String> texts = new LinkedHashMap<>();
    texts.put("layer", layer.name());
    texts.put("network", network.architecture().name());
    texts.put("digest", network.digest(List.of(layer.name())));
    texts.put("collection", images.name());
    texts.put(LOOKED, String.valueOf(images.look().pictures()));
    texts.put(SKIPPED, new Gson().toJson(images.look().skipped()));
    texts.put(FROM, learned.from());
    texts.put(PART, String.valueOf(learned.isPart()));
    final int rows = learned.values().length / layer.channels();
    final TensorSpec spec = new TensorSpec("vectors", List.of(rows, layer.channels()));
    Samples.standard().keep(key(), SafetensorsWriter.exact(Map.of(spec, learned.values()), texts));
  }
}
