package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.network.edit.DictionaryNames;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that a map depends on.
 *
 * @param state what the image shows
 * @param pixels a digest of them
 * @param network the network of that name as it is now
 * @param layer as it was named
 * @param dictionary when the dictionary of that name was made; 0 for a layer of the network's own
 */
record InspectionKey(
    ImageState state,
    int pixels,
    TrainedNetwork network,
    String layer,
    long dictionary,
    double scale) {

  /**
   * The key of an image now; reads its pixels.
   *
   * @throws io.github.inceptionlens.core.UserError when there is no such network
   */
  static InspectionKey of(final ImagePlus image, final InspectorSettings settings) {
    final Optional<Path> file =
        NetworkStore.standard().dictionaries().find(DictionaryNames.of(settings.layer()));
    return new InspectionKey(
        ImageState.of(image),
        ImageState.pixels(image),
        TrainedNetwork.named(settings.network()),
        settings.layer(),
        file.map(path -> path.toFile().lastModified()).orElse(0L),
        settings.scale());
  }
}
