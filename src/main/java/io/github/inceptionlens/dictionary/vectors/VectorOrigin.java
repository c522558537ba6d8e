package io.github.inceptionlens.dictionary.vectors;

import java.util.List;

/**
 * What a vector belongs to.
 *
 * @param group what the image belongs together with; its own name where that is nothing
 * @param image its name
 * @param slice of the image, from 1
 */
public record VectorOrigin(String group, String image, int slice) {

  /** The names of what it belongs to, from the largest whole to the smallest. */
  public List<String> wholes() {
    return List.of(group, image, image + '\0' + slice);
  }

  /** Whether it belongs to more than its image. */
  public boolean isGrouped() {
    return !group.equals(image);
  }
}
