package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.command.diagram.DiagramCrop;
import io.github.inceptionlens.command.example.KeptExamples;
import io.github.inceptionlens.command.example.KeptPlace;
import io.github.inceptionlens.command.example.KeptUnit;
import io.github.inceptionlens.command.example.LayerExamples;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.place.CropPlaces.Crop;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The crops that drive units most, of those that {@code Dataset Examples...} kept. */
final class KeptCrops {

  private final KeptExamples kept;
  private final int most;
  private final Map<String, Optional<LayerExamples>> layers = new HashMap<>();

  /**
   * @param most how many of each unit are taken
   */
  KeptCrops(final InceptionV1 network, final int most) {
    kept = KeptExamples.of(network);
    this.most = most;
  }

  /** The strongest crops of a unit, the first first; empty where none are kept. */
  List<DiagramCrop> of(final Unit unit) {
    if (!UnitNames.isDrawn(unit)) {
      return List.of();
    }
    final Optional<LayerExamples> examples = layers.computeIfAbsent(unit.layer(), kept::find);
    final List<KeptPlace> places =
        examples.flatMap(one -> one.unit(unit.channel())).map(KeptUnit::top).orElse(List.of());
    final List<DiagramCrop> crops = new ArrayList<>();
    for (int i = 0; i < Math.min(most, places.size()); i++) {
      final Optional<BufferedImage> pixels =
          examples.orElseThrow().thumbnail(unit.channel(), i + 1);
      final KeptPlace place = places.get(i);
      pixels.ifPresent(one -> crops.add(new DiagramCrop(one, Optional.of(crop(place)))));
    }
    return crops;
  }

  private static Crop crop(final KeptPlace place) {
    return new Crop(place.collection(), place.image(), place.slice(), place.crop(), place.crop());
  }
}
