package io.github.inceptionlens.circuit.family;

import io.github.inceptionlens.core.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * What units give at places of images, each turned and mirrored in all ways.
 *
 * @param units in the order of the values
 * @param group in which ways
 * @param places how many; those of one image follow each other
 * @param values of each unit [place, way]
 */
public record OrbitResponses(
    List<Unit> units, CongruenceGroup group, int places, List<float[]> values) {

  /** Copies the lists. */
  public OrbitResponses {
    units = List.copyOf(units);
    values = List.copyOf(values);
  }

  /**
   * The same with pictures permuted: each place has the values of another one, half of all places
   * further, so that it is one of another image where no image has more than half of the places.
   */
  public OrbitResponses permuted() {
    final int shift = places / 2 * group.size();
    return new OrbitResponses(
        units, group, places, values.stream().map(one -> shifted(one, shift)).toList());
  }

  private static float[] shifted(final float[] values, final int shift) {
    final float[] shifted = Arrays.copyOfRange(values, shift, values.length + shift);
    System.arraycopy(values, 0, shifted, values.length - shift, shift);
    return shifted;
  }
}
