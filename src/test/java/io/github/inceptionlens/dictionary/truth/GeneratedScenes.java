package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.textures.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/** Generated scenes as a collection, each drawn when it is looked at. */
final class GeneratedScenes {

  private GeneratedScenes() {}

  /** A scene. */
  record Drawn(PictureId id, String label, View view) implements SourcePicture {}

  /** The scenes of some seeds, squares of so many pixels. */
  static ImageCollection<Drawn> of(final long firstSeed, final int count, final int side) {
    final List<CollectionImage> images =
        LongStream.range(firstSeed, firstSeed + count)
            .mapToObj(
                seed ->
                    new CollectionImage(
                        String.format(Locale.ROOT, "%d", seed), Optional.empty(), "", "", ""))
            .toList();
    return new ImageCollection<>(
        "images",
        "generated scenes of " + side + " pixels",
        images,
        List.of(),
        image -> List.of(drawn(image.path(), side)));
  }

  private static Drawn drawn(final String seed, final int side) {
    final Scene scene = Scene.of(Long.parseLong(seed), side, side);
    return new Drawn(new PictureId(seed, 1), "", View.of(scene.image()));
  }
}
