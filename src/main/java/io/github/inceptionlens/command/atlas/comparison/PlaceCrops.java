package io.github.inceptionlens.command.atlas.comparison;

import ij.process.ColorProcessor;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.place.CropPlaces;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Crops of what a layer's units see at places of compared vectors. */
record PlaceCrops(ComparedVectors vectors, ImageCollection<InputPicture> images, Layer layer) {

  /**
   * A crop.
   *
   * @param picture the crop, made smaller or larger
   * @param shown from where it is, nowhere shown yet
   */
  record Cut(ColorProcessor picture, CropPlaces.Crop shown) {}

  /**
   * Cuts the crops of some vectors; each image is opened once.
   *
   * @param side pixels of their longer side
   * @throws io.github.inceptionlens.core.UserError when an image cannot be read any more
   */
  Map<Integer, Cut> cut(final Collection<Integer> wanted, final int side, final Progress progress) {
    final Map<Integer, Cut> cut = new HashMap<>();
    final Set<String> files = files();
    final Map<PictureId, List<Integer>> byPicture =
        wanted.stream().distinct().collect(Collectors.groupingBy(this::picture));
    images.pictures(
        byPicture.keySet(),
        picture -> {
          for (final int vector : byPicture.get(picture.id())) {
            final NaturalCrop crop = crop(picture, vector);
            cut.put(vector, new Cut(crop.scaledTo(side), place(vector, crop, files)));
          }
        },
        progress);
    return cut;
  }

  private Set<String> files() {
    return images.images().stream()
        .filter(image -> image.file().isPresent())
        .map(CollectionImage::path)
        .collect(Collectors.toSet());
  }

  private PictureId picture(final int vector) {
    return new PictureId(vectors.image(vector).path(), vectors.place(vector).slice());
  }

  private NaturalCrop crop(final InputPicture picture, final int vector) {
    final View view = picture.view();
    final SampledPlace place = vectors.place(vector);
    final int field = Geometry.of(layer, view.width(), view.height()).x().receptiveField();
    return NaturalCrop.at(picture, place.x(), place.y(), field);
  }

  /** An open image stands for itself. */
  private CropPlaces.Crop place(final int vector, final NaturalCrop crop, final Set<String> files) {
    final String path = vectors.image(vector).path();
    final CropPlaces.Box from = CropPlaces.Box.of(crop.bounds());
    return new CropPlaces.Crop(
        files.contains(path) ? images.name() : "", path, vectors.place(vector).slice(), from, from);
  }
}
