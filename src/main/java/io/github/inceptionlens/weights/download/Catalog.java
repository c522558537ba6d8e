package io.github.inceptionlens.weights.download;

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
public final class Catalog {

  /** What comes with the plugin. */
  public static final Catalog STANDARD = read("networks.json");

  private final List<CatalogEntry> entries;

  /**
   * @param entries in the order in which lists show them
   */
  public Catalog(final List<CatalogEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  private static Catalog read(final String resource) {
    try (InputStream in = Catalog.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      final List<CatalogEntry> entries = new ArrayList<>();
      JsonParser.parseReader(reader)
          .getAsJsonArray()
          .forEach(element -> entries.add(entry(element.getAsJsonObject())));
      return new Catalog(entries);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static CatalogEntry entry(final JsonObject json) {
    final List<CatalogEntry.Known> files = new ArrayList<>();
    for (final JsonElement file : json.getAsJsonArray("files")) {
      files.add(known(file.getAsJsonObject()));
    }
    return new CatalogEntry(
        text(json, "name"),
        text(json, "title"),
        text(json, "description"),
        text(json, "license"),
        text(json, "citation"),
        text(json, "blueprint"),
        text(json, "bundled"),
        Optional.ofNullable(text(json, "url")).map(URI::create).orElse(null),
        text(json, "file"),
        json.has("megabytes") ? json.get("megabytes").getAsInt() : 0,
        files);
  }

  private static CatalogEntry.Known known(final JsonObject json) {
    return new CatalogEntry.Known(text(json, "about"), text(json, "file"), text(json, "digest"));
  }

  private static String text(final JsonObject json, final String key) {
    return json.has(key) ? json.get(key).getAsString() : null;
  }

  /** All entries. */
  public List<CatalogEntry> entries() {
    return entries;
  }

  /** The entry of the given name, if there is one. */
  public Optional<CatalogEntry> find(final String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
  }

  /** The names of the entries that can be downloaded, for sentences. */
  public String downloadable() {
    return entries.stream()
        .filter(entry -> entry.url() != null)
        .map(CatalogEntry::name)
        .collect(Collectors.joining(", "));
  }

  /** The names of all entries, for sentences. */
  public String names() {
    return entries.stream().map(CatalogEntry::name).collect(Collectors.joining(", "));
  }
}
