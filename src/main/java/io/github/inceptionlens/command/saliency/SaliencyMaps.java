package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.map.MapSample;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.overlay.LayerValues;
import io.github.inceptionlens.image.result.PictureOnRegion;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The maps of one method on all frames of an input, and how they are shown. */
final class SaliencyMaps {

  /** What the first frame decides for all. */
  private static final Set<String> OF_ALL = Set.of("registration", "sign", "colour");

  private final ImageInput input;
  private final String method;
  private final Shown shown;
  private final KeptResult kept;
  private final MapSample sample;
  private final List<Told> told = new ArrayList<>();
  private final List<float[]> planes = new ArrayList<>();
  private final List<float[]> drawn = new ArrayList<>();

  /**
   * What of the values is shown.
   *
   * @param reading how values become one number per pixel
   * @param registration how the map of a layer is laid on the picture
   * @param provenance network, version and macro line
   * @param overlay whether the maps are also laid over the image
   */
  record Shown(
      MapReduction reading, Registration registration, Provenance provenance, boolean overlay) {

    /**
     * The image of the maps, without slices.
     *
     * @param folder where the slices are written; without one they stay in memory
     */
    KeptResult kept(
        final ImageInput input, final AttributionMethod method, final Optional<Path> folder) {
      return KeptResult.of(
          folder, input, ResultImages.onPicture(input), 1, method.name(), provenance);
    }
  }

  /**
   * What stays of an attribution when its map is drawn.
   *
   * @param label what the map shows
   * @param provenance what it says of itself, without the network
   * @param signed whether values below zero mean something
   */
  private record Told(
      Target target,
      String label,
      Provenance provenance,
      boolean signed,
      Optional<String> warning) {}

  private SaliencyMaps(
      final ImageInput input, final String method, final Shown shown, final KeptResult kept) {
    this.input = input;
    this.method = method;
    this.shown = shown;
    this.kept = kept;
    sample = new MapSample(input.frames().size(), input.networkWidth() * input.networkHeight());
  }

  /**
   * Attributes on every frame of the input.
   *
   * @param kept takes a slice per frame
   */
  static SaliencyMaps of(
      final InceptionV1 network,
      final ImageInput input,
      final AttributionMethod method,
      final AttributionRequest request,
      final Shown shown,
      final KeptResult kept,
      final Progress progress) {
    final SaliencyMaps maps = new SaliencyMaps(input, method.name(), shown, kept);
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final Attribution attribution =
          method.attribute(
              network, frames.get(i).picture(), request, progress.part(i, frames.size()));
      maps.add(attribution, TargetNames.described(attribution.target(), network.architecture()));
    }
    return maps;
  }

  private void add(final Attribution attribution, final String target) {
    final float[] plane = plane(attribution, shown.registration());
    final Told one =
        new Told(
            attribution.target(),
            method + " " + target,
            described(attribution),
            shown.reading().sign(attribution) == Sign.SIGNED,
            attribution.warning());
    told.add(one);
    sample.add(plane);
    kept.add(one.label(), plane, shown.provenance().with(one.provenance()));
    if (shown.overlay()) {
      planes.add(plane);
      drawn.add(plane(attribution, Registration.SMOOTH));
    }
  }

  private Provenance described(final Attribution attribution) {
    final Provenance own =
        attribution.map() instanceof AttributionMap.OfLayer
            ? attribution.provenance().with("registration", shown.registration())
            : attribution.provenance();
    return own.with("sign", shown.reading().sign(attribution).label())
        .with("colour", shown.reading().color().label());
  }

  private float[] plane(final Attribution attribution, final Registration registration) {
    return shown
        .reading()
        .plane(attribution, input.networkWidth(), input.networkHeight(), registration);
  }

  /** The 32-bit image, as large as the network's picture. */
  ImagePlus image() {
    final ImagePlus image = kept.image(provenance());
    look().show(image);
    return image;
  }

  /** The same maps as a layer over the analyzed image. */
  ActivationLayer overlay(final double opacity) {
    final PictureOnRegion region = new PictureOnRegion(input);
    return ActivationLayer.of(
        input,
        LayerValues.of(region.stack(planes)),
        LayerValues.of(region.stack(drawn)),
        what(),
        look().overlay(opacity),
        provenance());
  }

  /** What the pixels of each frame are held responsible for. */
  List<String> targets(final Architecture network) {
    return told.stream().map(one -> TargetNames.named(one.target(), network)).toList();
  }

  private MapDisplay look() {
    return sample.display(told.get(0).signed());
  }

  private String what() {
    final Set<String> targets =
        told.stream().map(one -> one.target().toString()).collect(Collectors.toSet());
    return targets.size() == 1 ? told.get(0).label() : method;
  }

  /** What each result says of itself; where they differ, one value per frame. */
  private Provenance provenance() {
    Provenance all = shown.provenance();
    final Provenance first = told.get(0).provenance();
    for (final String key : first.entries().keySet()) {
      final List<String> values =
          told.stream().map(one -> one.provenance().entries().getOrDefault(key, "-")).toList();
      final boolean same = OF_ALL.contains(key) || Set.copyOf(values).size() == 1;
      all = all.with(key, same ? values.get(0) : String.join(", ", values));
    }
    return all;
  }

  /** How many passes through the network were made. */
  int passes() {
    return told.stream()
        .mapToInt(one -> Integer.parseInt(one.provenance().entries().get("passes")))
        .sum();
  }

  /**
   * What a reader must know before looking at the maps.
   *
   * @param others sentences about the options
   */
  List<String> notes(final List<String> others) {
    final List<String> notes = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      final String place =
          told.size() == 1 ? input.title() : input.title() + " " + input.frames().get(i).label();
      told.get(i)
          .warning()
          .ifPresent(warning -> notes.add("Saliency map of " + place + ": " + warning));
    }
    notes.addAll(others);
    return notes;
  }
}
