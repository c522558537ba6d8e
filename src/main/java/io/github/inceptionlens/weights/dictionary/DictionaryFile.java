package io.github.inceptionlens.weights.dictionary;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TensorFile;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dictionaries as safetensors, which Python reads and writes: tensors {@code encoder} [n, C],
 * {@code bias} [n], and where there are any {@code decoder} [n, C], {@code center} [C], {@code
 * threshold} [n] and {@code scale} [1]; in the metadata {@code layer}, {@code network}, {@code
 * digest}, {@code nonlinearity} (none, relu, top-8, threshold), {@code labels} (a JSON list) and
 * notes such as {@code origin} and {@code license}.
 */
public final class DictionaryFile {

  private static final String ENCODER = "encoder";
  private static final String BIAS = "bias";
  private static final String DECODER = "decoder";
  private static final String CENTER = "center";
  private static final String SCALE = "scale";
  private static final String THRESHOLD = "threshold";
  private static final String LAYER = "layer";
  private static final String NETWORK = "network";
  private static final String DIGEST = "digest";
  private static final String NONLINEARITY = "nonlinearity";
  private static final String LABELS = "labels";
  private static final Set<String> KNOWN = Set.of(LAYER, NETWORK, DIGEST, NONLINEARITY, LABELS);
  private static final Set<String> TENSORS =
      Set.of(ENCODER, BIAS, DECODER, CENTER, SCALE, THRESHOLD);

  private final WeightSource source;
  private final TensorFile file;

  private DictionaryFile(final WeightSource source, final TensorFile file) {
    this.source = source;
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param name what the dictionary is to be called
   * @throws UserError when it is no dictionary, or damaged
   */
  public static Dictionary read(final Path path, final String name) throws IOException {
    try (WeightSource source = WeightSource.open(path)) {
      if (!new SafetensorsFormat().recognizes(source)) {
        throw source.refuse("is no safetensors file; choose a dictionary");
      }
      return of(source, SafetensorsFormat.tensors(source), name);
    }
  }

  /**
   * The dictionary that a file describes.
   *
   * @param source what is named where it is damaged
   * @param file its tensors and texts, or some of them
   * @param name what the dictionary is to be called
   * @throws UserError when it is no dictionary, or damaged
   */
  public static Dictionary of(final WeightSource source, final TensorFile file, final String name) {
    return new DictionaryFile(source, file).dictionary(name);
  }

  private Dictionary dictionary(final String name) {
    final List<Integer> shape = file.shape(ENCODER).orElseThrow(() -> missing("tensor " + ENCODER));
    if (shape.size() != 2) {
      throw source.refuse(
          "has " + ENCODER + " with shape " + shape + ", expected [entry, channel]");
    }
    final int entries = shape.get(0);
    final int channels = shape.get(1);
    checkTensors(entries, channels);
    final Map<String, String> notes = new LinkedHashMap<>(file.metadata());
    notes.keySet().removeAll(KNOWN);
    return new Dictionary(
        name,
        new Dictionary.Home(text(LAYER), text(NETWORK), text(DIGEST)),
        file.values(ENCODER).orElseThrow(),
        file.values(BIAS).orElseThrow(() -> missing("tensor " + BIAS)),
        nonlinearity(),
        file.values(DECODER),
        file.values(CENTER).orElseGet(() -> new float[channels]),
        scale(),
        labels(entries),
        notes);
  }

  private float scale() {
    final float[] values = file.values(SCALE).orElse(new float[] {1});
    if (values.length != 1) {
      throw source.refuse("has " + SCALE + " with " + values.length + " values, expected one");
    }
    return values[0];
  }

  private void checkTensors(final int entries, final int channels) {
    final Map<String, List<Integer>> shapes =
        Map.of(
            BIAS,
            List.of(entries),
            DECODER,
            List.of(entries, channels),
            CENTER,
            List.of(channels),
            THRESHOLD,
            List.of(entries));
    for (final TensorSpec spec : file.tensors().keySet()) {
      if (!TENSORS.contains(spec.name())) {
        throw source.refuse("holds tensor \"" + spec.name() + "\", which no dictionary has");
      }
      final List<Integer> expected = shapes.getOrDefault(spec.name(), spec.shape());
      if (!spec.shape().equals(expected)) {
        throw source.refuse(
            "has " + spec.name() + " with shape " + spec.shape() + ", expected " + expected);
      }
    }
  }

  private String text(final String key) {
    final String text = file.metadata().get(key);
    if (text == null || text.isBlank()) {
      throw missing("\"" + key + "\" in its metadata");
    }
    return text;
  }

  private UserError missing(final String what) {
    return source.refuse("has no " + what + ": choose a file that describes a dictionary");
  }

  private Nonlinearity nonlinearity() {
    try {
      return Nonlinearity.parse(text(NONLINEARITY), file.values(THRESHOLD));
    } catch (final UserError e) {
      throw source.refuse("cannot be used: " + e.getMessage());
    }
  }

  private List<String> labels(final int entries) {
    final String text = file.metadata().get(LABELS);
    if (text == null) {
      return Dictionary.unlabeled(entries);
    }
    try {
      final String[] labels = new Gson().fromJson(text, String[].class);
      if (labels != null
          && labels.length == entries
          && Arrays.stream(labels).allMatch(l -> l != null)) {
        return List.of(labels);
      }
    } catch (final JsonSyntaxException e) {
      throw source.refuse("has labels that are no list of texts");
    }
    throw source.refuse("has labels that are no list of " + entries + " texts");
  }

  /** The bytes of a file. */
  public static byte[] bytes(final Dictionary dictionary) {
    final TensorFile file = describe(dictionary);
    return SafetensorsWriter.exact(file.tensors(), file.metadata());
  }

  /** What a file of it holds. */
  public static TensorFile describe(final Dictionary dictionary) {
    final int entries = dictionary.entries();
    final int channels = dictionary.channels();
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    tensors.put(new TensorSpec(ENCODER, List.of(entries, channels)), dictionary.encoder());
    tensors.put(new TensorSpec(BIAS, List.of(entries)), dictionary.bias());
    dictionary
        .decoder()
        .ifPresent(back -> tensors.put(new TensorSpec(DECODER, List.of(entries, channels)), back));
    tensors.put(new TensorSpec(CENTER, List.of(channels)), dictionary.center());
    tensors.put(new TensorSpec(SCALE, List.of(1)), new float[] {dictionary.scale()});
    dictionary
        .nonlinearity()
        .thresholds()
        .ifPresent(values -> tensors.put(new TensorSpec(THRESHOLD, List.of(entries)), values));
    final Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(LAYER, dictionary.home().layer());
    metadata.put(NETWORK, dictionary.home().network());
    metadata.put(DIGEST, dictionary.home().digest());
    metadata.put(NONLINEARITY, dictionary.nonlinearity().toString());
    metadata.put(LABELS, new Gson().toJson(dictionary.labels()));
    new TreeMap<>(dictionary.notes()).forEach(metadata::putIfAbsent);
    return new TensorFile(tensors, metadata);
  }
}
