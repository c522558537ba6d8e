package io.github.inceptionlens.command.batch;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.command.saliency.SaliencyImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Saliency maps: one file per image, a slice per frame.
 *
 * @param notes takes what a reader must know before looking at the maps
 */
record SaliencyKind(AttributionMethod method, Target target, Consumer<String> notes)
    implements BatchKind {

  @Override
  public Fit fit() {
    return SaliencyImage.fit(target);
  }

  @Override
  public ImageInput see(final ImagePlus image, final InputRequest request) {
    return ImageInput.of(image, request);
  }

  @Override
  public int files() {
    return 1;
  }

  @Override
  public String parameters() {
    return "saliency " + method.name() + " " + target;
  }

  @Override
  public String column() {
    return "Target";
  }

  @Override
  public List<BatchFile> make(
      final InceptionV1 network,
      final ImagePlus image,
      final ImageInput input,
      final InputRequest asked,
      final Provenance made,
      final Progress progress) {
    final SaliencyImage maps =
        SaliencyImage.of(network, image, input, asked, method, target, made, progress);
    maps.notes().forEach(notes);
    final List<MapRow> rows = new ArrayList<>();
    for (int i = 0; i < maps.targets().size(); i++) {
      rows.add(
          MapRow.of(
              input.frames().get(i).slice(),
              maps.targets().get(i),
              (float[]) maps.image().getStack().getPixels(i + 1),
              maps.image().getWidth(),
              maps.image().getCalibration()));
    }
    return List.of(new BatchFile(maps.image(), rows));
  }
}
