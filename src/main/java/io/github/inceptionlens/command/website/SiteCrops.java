package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.natural.NaturalPlace;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.website.CropShot;
import io.github.inceptionlens.website.SmallPicture;
import java.awt.image.BufferedImage;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.imglib2.Interval;

/** The crops of all units of a site, cut while each image is opened once. */
final class SiteCrops {

  /** Of so many pixels a picture is not held as a whole. */
  private static final int LARGE = 1 << 22;

  private final Map<Cut, Shown> crops = new HashMap<>();

  /** What is cut: as much as units of a layer see at a place. */
  private record Cut(Layer layer, Example example) {}

  /**
   * A crop.
   *
   * @param picture small, as pages show it
   */
  record Shown(SmallPicture picture, NaturalPlace place) {}

  /**
   * Cuts them out.
   *
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static SiteCrops of(
      final Collection<ExportedUnit> units,
      final ImageCollection<InputPicture> images,
      final Progress progress) {
    final SiteCrops crops = new SiteCrops();
    final Map<PictureId, List<Cut>> cuts =
        units.stream()
            .flatMap(unit -> unit.places().map(place -> new Cut(unit.layer(), place)))
            .distinct()
            .collect(
                Collectors.groupingBy(
                    cut -> cut.example().picture(), TreeMap::new, Collectors.toList()));
    images.pictures(cuts.keySet(), picture -> crops.cut(cuts.get(picture.id()), picture), progress);
    return crops;
  }

  /** Crops that show the same part of the picture are made once. */
  private void cut(final List<Cut> cuts, final InputPicture picture) {
    final View view = picture.view();
    final Function<Interval, BufferedImage> pixels = pixels(view);
    final Map<List<Long>, SmallPicture> made = new HashMap<>();
    for (final Cut cut : cuts) {
      final Interval seen = cut.example().seen(view, field(cut.layer(), view));
      final List<Long> part =
          List.of(seen.min(0), seen.min(1), seen.dimension(0), seen.dimension(1));
      final SmallPicture small =
          made.computeIfAbsent(part, any -> SmallPicture.of(pixels.apply(seen), CropShot.SIDE));
      crops.put(cut, new Shown(small, NaturalPlace.of(cut.example(), picture)));
    }
  }

  private static int field(final Layer layer, final View view) {
    return Geometry.of(layer, view.width(), view.height()).x().receptiveField();
  }

  /** Parts of a picture, which is converted once unless it is large. */
  private static Function<Interval, BufferedImage> pixels(final View view) {
    if ((long) view.width() * view.height() > LARGE) {
      return part -> image(Example.cut(view, part));
    }
    final BufferedImage whole = image(view.picture());
    return part ->
        whole.getSubimage(
            (int) part.min(0), (int) part.min(1), (int) part.dimension(0), (int) part.dimension(1));
  }

  private static BufferedImage image(final Picture picture) {
    return PictureStack.colors(picture).getBufferedImage();
  }

  /** The crop at a place. */
  Shown of(final Layer layer, final Example example) {
    return crops.get(new Cut(layer, example));
  }
}
