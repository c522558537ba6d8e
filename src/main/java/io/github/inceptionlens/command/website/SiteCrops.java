package io.github.inceptionlens.command.website;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.natural.NaturalPlace;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.website.CropShot;
import io.github.inceptionlens.website.SmallPicture;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The crops of all units of a site, cut while each image is opened once. */
final class SiteCrops {

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
    images.pictures(
        cuts.keySet(),
        picture -> cuts.get(picture.id()).forEach(cut -> crops.cut(cut, picture)),
        progress);
    return crops;
  }

  private void cut(final Cut cut, final InputPicture picture) {
    final int width = picture.view().width();
    final int height = picture.view().height();
    final int field = Geometry.of(cut.layer(), width, height).x().receptiveField();
    final NaturalCrop crop = NaturalCrop.of(cut.example(), picture, field);
    crops.put(
        cut,
        new Shown(
            SmallPicture.of(PictureStack.colors(crop.pixels()).getBufferedImage(), CropShot.SIDE),
            crop.place()));
  }

  /** The crop at a place. */
  Shown of(final Layer layer, final Example example) {
    return crops.get(new Cut(layer, example));
  }
}
