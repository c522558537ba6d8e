package io.github.inceptionlens.core;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a result comes from: network, method, parameters, choices made and the macro line that
 * makes it again, as ordered keys and values.
 *
 * <p>Immutable; {@link #with} returns a longer copy.
 */
public final class Provenance {

  /** Provenance without entries. */
  public static final Provenance EMPTY = new Provenance(Map.of());

  private final Map<String, String> entries;

  private Provenance(final Map<String, String> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  /** Provenance that begins with the version of the plugin. */
  public static Provenance made() {
    final String version = Provenance.class.getPackage().getImplementationVersion();
    return EMPTY.with("version", version == null ? "development" : version);
  }

  /** This provenance and one more entry; the value's text is kept. */
  public Provenance with(final String key, final Object value) {
    final Map<String, String> longer = new LinkedHashMap<>(entries);
    longer.put(key, String.valueOf(value));
    return new Provenance(longer);
  }

  /** This provenance followed by the entries of another. */
  public Provenance with(final Provenance other) {
    final Map<String, String> longer = new LinkedHashMap<>(entries);
    longer.putAll(other.entries);
    return new Provenance(longer);
  }

  /** The entries in the order in which they were added. */
  public Map<String, String> entries() {
    return entries;
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
