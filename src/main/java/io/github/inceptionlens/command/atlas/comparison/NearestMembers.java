package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.command.atlas.AtlasMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which members of a cell stand for it. */
record NearestMembers(ComparedVectors vectors) {

  /**
   * Members of one side, one of each image, that point most into the direction of the mean.
   *
   * @param count how many at most
   */
  List<Integer> of(final AtlasCell cell, final boolean treated, final int count) {
    final Set<String> images = new HashSet<>();
    return new AtlasMembers(vectors.embedded())
        .nearest(cell, member -> vectors.isTreated(member) == treated).stream()
            .filter(member -> images.add(vectors.image(member).path()))
            .limit(count)
            .toList();
  }

  /** The member of either side that points most into the direction of the mean. */
  int of(final AtlasCell cell) {
    return new AtlasMembers(vectors.embedded()).typical(cell);
  }
}
