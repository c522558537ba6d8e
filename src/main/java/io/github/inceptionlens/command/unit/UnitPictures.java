package io.github.inceptionlens.command.unit;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.command.example.KeptExamples;
import io.github.inceptionlens.command.example.LayerExamples;
import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.UnitAlbum;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where the picture of a unit is found that was made before; asked on any thread. */
@FunctionalInterface
public interface UnitPictures {

  /** No pictures. */
  UnitPictures NONE = unit -> Optional.empty();

  /**
   * The picture of a unit.
   *
   * @param unit with the layer's canonical name
   * @return nothing where there is none
   */
  Optional<ImageProcessor> of(Unit unit);

  /** Pictures of this source, or else of another one. */
  default UnitPictures or(final UnitPictures other) {
    return unit -> of(unit).or(() -> other.of(unit));
  }

  /**
   * What units look for: the visualizations that {@code Visualize Layer...} and {@code What Fires
   * Here...} kept.
   *
   * @param network may be closed
   */
  static UnitPictures kept(final InceptionV1 network) {
    final PictureCache files = new DiskPictureCache(NetworkStore.standard().kept().pictures());
    final Parameterization smooth =
        Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN);
    final List<UnitAlbum> albums =
        Stream.of(
                VisualizationRequest.STANDARD.parameterization(smooth),
                VisualizationRequest.STANDARD,
                VisualizationRequest.FINE.parameterization(smooth),
                VisualizationRequest.FINE)
            .map(request -> UnitAlbum.of(network, request, files))
            .toList();
    return unit ->
        albums.stream()
            .flatMap(album -> album.find(unit).stream())
            .findFirst()
            .map(frame -> PictureStack.colors(frame.picture()));
  }

  /**
   * What drives units most: the first of the top crops that {@code Dataset Examples...} kept.
   *
   * @param network may be closed
   */
  static UnitPictures examples(final InceptionV1 network) {
    final KeptExamples kept = KeptExamples.of(network);
    final Map<String, Optional<LayerExamples>> layers = new ConcurrentHashMap<>();
    return unit ->
        layers
            .computeIfAbsent(unit.layer(), kept::find)
            .flatMap(examples -> examples.thumbnail(unit.channel(), 1))
            .map(ColorProcessor::new);
  }
}
