package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.steering.LayerChange;
import io.github.inceptionlens.activation.steering.PictureScores.Scores;
import io.github.inceptionlens.activation.steering.SteeredPicture;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.map.MapSample;
import io.github.inceptionlens.image.result.GrowingResult;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.image.result.SliceKeeper;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.Inversion;
import io.github.inceptionlens.visualization.feature.InversionRequest;
import io.github.inceptionlens.visualization.feature.LayerRenditions;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A network before and after features were steered, on the frames of one image.
 *
 * @param network as it is
 * @param steered with the change
 * @param input what both see
 */
record SteeredNetwork(InceptionV1 network, InceptionV1 steered, ImageInput input) {

  /** Pictures that are held besides the results of an inversion. */
  private static final int WORKING = 3;

  /** What both take the frames for. */
  List<SteeredPicture> classes(final Progress progress) {
    network.check(ClassRanking.NAMES, input.networkWidth(), input.networkHeight());
    final List<SteeredPicture> all = new ArrayList<>();
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final Progress part = progress.part(i, frames.size());
      part.at(0, "Classifying before and after ...");
      final View view = input.views().get(i);
      final PictureId id = new PictureId(input.title(), frames.get(i).slice());
      all.add(
          new SteeredPicture(
              scores(id, network.run(view, ClassRanking.NAMES, part.part(0, 2))),
              scores(id, steered.run(view, ClassRanking.NAMES, part.part(1, 2)))));
    }
    return all;
  }

  private static Scores scores(final PictureId id, final Activations activations) {
    return new Scores(id, activations.logits(), activations.probabilities());
  }

  /**
   * Where layers change, a slice per layer and frame; each layer has its own range of colors.
   *
   * @param layers that the change reaches, at least one
   * @param made how it is made
   */
  ImagePlus differences(final List<Layer> layers, final Provenance made, final Progress progress) {
    final List<String> names = layers.stream().map(Layer::name).toList();
    final ResultImages results = ResultImages.onRegion(input);
    results.requireRoom(names.size());
    final SliceKeeper keeper = SliceKeeper.inMemory(results.width(), results.height());
    final GrowingResult growing =
        new GrowingResult(results, names.size(), "steering-change", keeper);
    final int frames = input.frames().size();
    final int pixels = results.width() * results.height();
    final List<MapSample> samples =
        names.stream().map(name -> new MapSample(frames, pixels)).toList();
    final Provenance all =
        made.with("method", "norm over channels of activations after less before")
            .with("layers", String.join(", ", names));
    for (int i = 0; i < frames; i++) {
      final Progress part = progress.part(i, frames);
      part.at(0, "Comparing layers ...");
      final List<LayerChange> changes =
          LayerChange.of(network, steered, input.views().get(i), names, part);
      for (int j = 0; j < changes.size(); j++) {
        final float[] plane = registered(changes.get(j));
        samples.get(j).add(plane);
        growing.add(label(changes.get(j)), plane, all);
      }
    }
    final List<MapDisplay> looks = samples.stream().map(one -> one.display(false)).toList();
    return MapDisplay.show(growing.image(all), looks);
  }

  private float[] registered(final LayerChange change) {
    final Geometry geometry = change.geometry();
    return Registration.ALIGNED.onto(geometry, input.placement()).apply(change.norms());
  }

  private static String label(final LayerChange change) {
    return String.format(Locale.ROOT, "%s change %.3g", change.layer(), change.relative());
  }

  /**
   * The pictures that a layer's activations stand for, before and after, of each frame.
   *
   * @param layer that the change reaches
   */
  Inverted inverted(
      final String layer,
      final InversionRequest request,
      final Provenance made,
      final Progress progress) {
    final int frames = input.frames().size();
    PictureStack.requireRoom(input, 2 * frames + WORKING);
    final List<Picture> pictures = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    boolean interrupted = false;
    for (int i = 0; i < 2 * frames && !interrupted; i++) {
      final boolean before = i % 2 == 0;
      final Frame frame = input.frames().get(i / 2);
      final LayerRenditions one =
          Inversion.of(
              network,
              before ? network : steered,
              frame.picture(),
              List.of(layer),
              request,
              StepListener.NONE,
              progress.part(i, 2 * frames));
      interrupted = one.interrupted();
      pictures.add(one.all().get(0).picture());
      labels.add(
          String.format(
              Locale.ROOT,
              "%s %s distance %.3g%s",
              before ? "before" : "after",
              layer,
              one.all().get(0).after(),
              frames == 1 ? "" : " " + frame.label()));
    }
    final ImagePlus image =
        PictureStack.of(input, pictures, labels)
            .image(
                input.shortTitle() + "-steered",
                made.with("method", "inversion of activations before and after")
                    .with("layer", layer)
                    .with("steps", request.steps())
                    .with("seed", request.seed()));
    return new Inverted(image, interrupted);
  }

  /**
   * What an inversion made.
   *
   * @param image a slice before and one after, of each frame
   * @param interrupted whether the user stopped it; what follows is missing
   */
  record Inverted(ImagePlus image, boolean interrupted) {}
}
