package io.github.inceptionlens.network.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** System properties set for a while and put back as they were. */
final class TemporaryProperties {

  private final Map<String, String> before = new LinkedHashMap<>();

  TemporaryProperties set(final String key, final String value) {
    before.putIfAbsent(key, System.getProperty(key));
    System.setProperty(key, value);
    return this;
  }

  void restore() {
    before.forEach(
        (key, value) -> {
          if (value == null) {
            System.clearProperty(key);
          } else {
            System.setProperty(key, value);
          }
        });
  }
}
