package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;

/**
 * How much a site shows of each unit.
 *
 * @param examples which crops
 * @param connections of each direction, 0 to 50
 * @param portraits how visualizations are made
 * @param sources whether pages tell of which image a crop is, and where
 */
record SiteOptions(
    ExampleRequest examples, int connections, VisualizationRequest portraits, boolean sources) {

  private static final int MOST = 50;

  /** Refuses numbers out of range. */
  SiteOptions {
    check("count", examples.count(), 1);
    check("connections", connections, 0);
  }

  private static void check(final String key, final int value, final int least) {
    if (value < least || value > MOST) {
      throw new UserError(key + " is " + value + ", expected " + least + " to " + MOST);
    }
  }
}
