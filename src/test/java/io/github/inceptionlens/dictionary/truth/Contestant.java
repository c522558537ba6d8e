package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.core.MapStack;
import java.util.function.Function;

/**
 * Units of which each structure's best one is looked for.
 *
 * @param name what they are called in the table
 * @param units how many
 * @param values a map per unit of a scene
 */
record Contestant(String name, int units, Function<SeenScene, MapStack> values) {}
