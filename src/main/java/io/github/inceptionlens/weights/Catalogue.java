package io.github.inceptionlens.weights;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The public trainings that the plugin knows by name: data, read from a resource. */
public final class Catalogue {

  /** What comes with the plugin. */
  public static final Catalogue STANDARD = read("networks.json");

  private final List<CatalogueEntry> entries;

  /**
   * @param entries in the order in which lists show them
   */
  public Catalogue(final List<CatalogueEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  private static Catalogue read(final String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      final List<CatalogueEntry> entries = new ArrayList<>();
      JsonParser.parseReader(reader)
          .getAsJsonArray()
          .forEach(element -> entries.add(entry(element.getAsJsonObject())));
      return new Catalogue(entries);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogueEntry entry(final JsonObject json) {
    final List<CatalogueEntry.Known> files = new ArrayList<>();
    for (final JsonElement file : json.getAsJsonArray("files")) {
      files.add(known(file.getAsJsonObject()));
    }
    return new CatalogueEntry(
        text(json, "name"),
        text(json, "title"),
        text(json, "description"),
        text(json, "licence"),
        text(json, "citation"),
        text(json, "blueprint"),
        text(json, "bundled"),
        Optional.ofNullable(text(json, "url")).map(URI::create).orElse(null),
        text(json, "file"),
        json.has("megabytes") ? json.get("megabytes").getAsInt() : 0,
        files);
  }

  private static CatalogueEntry.Known known(final JsonObject json) {
    return new CatalogueEntry.Known(text(json, "about"), text(json, "file"), text(json, "digest"));
  }

  private static String text(final JsonObject json, final String key) {
    return json.has(key) ? json.get(key).getAsString() : null;
  }

  /** All entries. */
  public List<CatalogueEntry> entries() {
    return entries;
  }

  /** The entry of the given name, if there is one. */
  public Optional<CatalogueEntry> find(final String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** The names of the entries that can be downloaded, for sentences. */
  String downloadable() {
    return entries.stream()
        .filter(entry -> entry.url() != null)
        .map(CatalogueEntry::name)
        .collect(Collectors.joining(", "));
  }

  /** The names of all entries, for sentences. */
  public String names() {
    return entries.stream().map(CatalogueEntry::name).collect(Collectors.joining(", "));
  }
}
