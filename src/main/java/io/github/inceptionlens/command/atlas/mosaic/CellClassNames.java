package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.attribution.CellClasses;
import io.github.inceptionlens.atlas.attribution.ClassAttribution;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.KeptRows;
import io.github.inceptionlens.command.atlas.EmbeddedPictures;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of the classes to which the members of a cell contribute most.
 *
 * @param attribution nothing where the pictures cannot be looked at again
 * @param notes what was left out, in sentences
 */
record CellClassNames(
    Optional<ClassAttribution> attribution, List<String> classes, long seed, List<String> notes) {

  /** So many members of a cell stand for it. */
  private static final int MEMBERS = 20;

  /**
   * Looks at the pictures of the cells' members again.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it; what was found is
   *     kept
   */
  static CellClassNames of(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final List<CellLayout> grids,
      final long seed,
      final Progress progress) {
    final List<String> names = network.architecture().labels();
    try {
      network.architecture().classes();
      final Layer layer = embedded.sample().requireOf(network);
      final int[] rows =
          grids.stream()
              .flatMap(grid -> grid.cells().stream())
              .flatMapToInt(cell -> IntStream.of(CellClasses.drawn(cell, MEMBERS, seed)))
              .distinct()
              .sorted()
              .toArray();
      final ClassAttribution found =
          ClassAttribution.of(
              network,
              embedded,
              rows,
              EmbeddedPictures.of(embedded, layer),
              KeptRows.standard(ClassAttribution.key(network, embedded)),
              progress);
      return new CellClassNames(Optional.of(found), names, seed, found.notes());
    } catch (final UserError gone) {
      return new CellClassNames(
          Optional.empty(), names, seed, List.of("no classes of cells: " + gone.getMessage()));
    }
  }

  /** Those of a cell, the largest mean attribution first; fewer where that is not known. */
  List<String> of(final AtlasCell cell, final int count) {
    return attribution
        .map(one -> CellClasses.of(one, CellClasses.drawn(cell, MEMBERS, seed), count))
        .orElse(List.of())
        .stream()
        .map(one -> classes.get(one.index()))
        .toList();
  }
}
