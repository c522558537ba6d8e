package io.github.inceptionlens.weights.variant;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import com.google.gson.reflect.TypeToken;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TensorFile;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Variants as safetensors: in the metadata the texts {@code parent}, {@code digest} and {@code
 * recipe}, and for each dictionary that the recipe names its own metadata as JSON under {@code
 * dictionary/NAME}; its tensors are {@code NAME/encoder}, {@code NAME/bias} and so on.
 */
public final class VariantFile {

  private static final String PARENT = "parent";
  private static final String DIGEST = "digest";
  private static final String RECIPE = "recipe";
  private static final String DICTIONARY = "dictionary/";

  private VariantFile() {}

  /**
   * Reads a file.
   *
   * @param name what the variant is to be called
   * @throws UserError when it is no variant, or damaged
   */
  public static Variant read(final Path path, final String name) throws IOException {
    try (WeightSource source = WeightSource.open(path)) {
      if (!new SafetensorsFormat().recognizes(source)) {
        throw source.refuse("is no safetensors file; choose a variant that was exported");
      }
      final TensorFile file = SafetensorsFormat.tensors(source);
      return new Variant(
          name,
          text(source, file, PARENT),
          text(source, file, DIGEST),
          text(source, file, RECIPE),
          dictionaries(source, file));
    }
  }

  private static String text(final WeightSource source, final TensorFile file, final String key) {
    return Optional.ofNullable(file.metadata().get(key))
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                source.refuse(
                    "has no \""
                        + key
                        + "\" in its metadata, and so is no variant: choose one that was"
                        + " exported"));
  }

  private static List<Dictionary> dictionaries(final WeightSource source, final TensorFile file) {
    final List<Dictionary> dictionaries = new ArrayList<>();
    for (final String key : file.metadata().keySet()) {
      if (key.startsWith(DICTIONARY)) {
        final String name = key.substring(DICTIONARY.length());
        dictionaries.add(DictionaryFile.of(source, part(source, file, name), name));
      }
    }
    return dictionaries;
  }

  private static TensorFile part(
      final WeightSource source, final TensorFile file, final String name) {
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    file.tensors()
        .forEach(
            (spec, values) -> {
              if (spec.name().startsWith(name + "/")) {
                final String own = spec.name().substring(name.length() + 1);
                tensors.put(new TensorSpec(own, spec.shape()), values);
              }
            });
    return new TensorFile(tensors, texts(source, file.metadata().get(DICTIONARY + name)));
  }

  private static Map<String, String> texts(final WeightSource source, final String json) {
    try {
      final Map<String, String> texts =
          new Gson().fromJson(json, new TypeToken<LinkedHashMap<String, String>>() {}.getType());
      if (texts != null) {
        return texts;
      }
    } catch (final JsonSyntaxException e) {
      throw source.refuse("describes a dictionary by what is no list of texts");
    }
    throw source.refuse("describes a dictionary by nothing");
  }

  /** The bytes of a file. */
  public static byte[] bytes(final Variant variant) {
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    final Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(PARENT, variant.parent());
    metadata.put(DIGEST, variant.digest());
    metadata.put(RECIPE, variant.recipe());
    for (final Dictionary dictionary : variant.dictionaries()) {
      final TensorFile part = DictionaryFile.describe(dictionary);
      metadata.put(DICTIONARY + dictionary.name(), new Gson().toJson(part.metadata()));
      part.tensors()
          .forEach(
              (spec, values) ->
                  tensors.put(
                      new TensorSpec(dictionary.name() + "/" + spec.name(), spec.shape()), values));
    }
    return SafetensorsWriter.exact(tensors, metadata);
  }
}
