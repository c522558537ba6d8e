package io.github.inceptionlens.command.dictionary;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places that the entries of a dictionary are mixed of, as its file keeps them: {@code places},
 * a list of places with image, slice, x and y, and {@code mixtures}, for each entry pairs of a
 * place's index and its weight, largest first.
 */
record ArchetypeList(ActivationSample sample, List<List<Part>> mixtures) {

  String json() {
    final Map<Integer, Integer> numbers = new LinkedHashMap<>();
    final JsonArray mixed = new JsonArray();
    for (final List<Part> parts : mixtures) {
      final JsonArray entry = new JsonArray();
      for (final Part part : parts) {
        final Integer known = numbers.putIfAbsent(part.row(), numbers.size());
        final JsonArray pair = new JsonArray();
        pair.add(known == null ? numbers.size() - 1 : known);
        pair.add((float) part.weight());
        entry.add(pair);
      }
      mixed.add(entry);
    }
    final JsonArray places = new JsonArray();
    numbers.keySet().forEach(row -> places.add(place(row)));
    final JsonObject all = new JsonObject();
    all.add("places", places);
    all.add("mixtures", mixed);
    return new Gson().toJson(all);
  }

  private JsonObject place(final int row) {
    final JsonObject place = new JsonObject();
    place.addProperty("image", sample.image(row).path());
    sample
        .place(row)
        .ifPresent(
            one -> {
              place.addProperty("slice", one.slice());
              place.addProperty("x", one.x());
              place.addProperty("y", one.y());
            });
    return place;
  }
}
