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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Crops of what a layer's units see at places of compared vectors, each cut once. */
final class PlaceCrops {

  private final ComparedVectors vectors;
  private final ImageCollection<InputPicture> images;
  private final Layer layer;
  private final Set<String> files;
  private final Map<Integer, NaturalCrop> cut = new HashMap<>();

  PlaceCrops(
      final ComparedVectors vectors,
      final ImageCollection<InputPicture> images,
      final Layer layer) {
    this.vectors = vectors;
    this.images = images;
    this.layer = layer;
    files =
        images.images().stream()
            .filter(image -> image.file().isPresent())
            .map(CollectionImage::path)
            .collect(Collectors.toSet());
  }

  /**
   * Cuts the crops of some vectors; each image is opened once.
   *
   * @throws io.github.inceptionlens.core.UserError when an image cannot be read any more
   */
  void cut(final List<Integer> wanted, final Progress progress) {
    final Map<PictureId, List<Integer>> byPicture =
        new HashSet<>(wanted)
            .stream()
                .filter(vector -> !cut.containsKey(vector))
                .collect(Collectors.groupingBy(this::picture));
    images.pictures(
        byPicture.keySet(),
        picture ->
            byPicture.get(picture.id()).forEach(vector -> cut.put(vector, crop(picture, vector))),
        progress);
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

  /** The crop of a vector that was cut, its longer side of so many pixels. */
  ColorProcessor picture(final int vector, final int side) {
    return cut.get(vector).scaledTo(side);
  }

  /**
   * Where the crop of a vector is from; an open image stands for itself.
   *
   * @param at where it is shown
   */
  CropPlaces.Crop place(final int vector, final CropPlaces.Box at) {
    final String path = vectors.image(vector).path();
    return new CropPlaces.Crop(
        files.contains(path) ? images.name() : "",
        path,
        vectors.place(vector).slice(),
        CropPlaces.Box.of(cut.get(vector).bounds()),
        at);
  }
}
