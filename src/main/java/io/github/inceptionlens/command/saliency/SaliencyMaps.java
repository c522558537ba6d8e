package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.result.PictureOnRegion;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The maps of one method on all frames of an input, and how they are shown. */
final class SaliencyMaps {

  private final ImageInput input;
  private final String method;
  private final List<Attribution> attributions = new ArrayList<>();
  private final List<float[]> planes = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();
  private final Shown shown;

  /**
   * What of the values is shown.
   *
   * @param reading how values become one number per pixel
   * @param registration how the map of a layer is laid on the picture
   * @param provenance network, version and macro line
   */
  record Shown(MapReduction reading, Registration registration, Provenance provenance) {

    private Sign sign(final Attribution attribution) {
      return reading.sign(attribution);
    }
  }

  private SaliencyMaps(final ImageInput input, final String method, final Shown shown) {
    this.input = input;
    this.method = method;
    this.shown = shown;
  }

  /** Attributes on every frame of the input. */
  static SaliencyMaps of(
      final InceptionV1 network,
      final ImageInput input,
      final AttributionMethod method,
      final AttributionRequest request,
      final Shown shown,
      final Progress progress) {
    final SaliencyMaps maps = new SaliencyMaps(input, method.name(), shown);
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final Attribution attribution =
          method.attribute(
              network, frames.get(i).picture(), request, progress.part(i, frames.size()));
      maps.add(attribution, described(attribution.target(), network.architecture()));
    }
    return maps;
  }

  private void add(final Attribution attribution, final String target) {
    attributions.add(attribution);
    labels.add(method + " " + target);
    planes.add(plane(attribution, shown.registration()));
  }

  private float[] plane(final Attribution attribution, final Registration registration) {
    return shown
        .reading()
        .plane(attribution, input.networkWidth(), input.networkHeight(), registration);
  }

  /** The target, with its name where it is one class. */
  static String named(final Target target, final Architecture network) {
    return target instanceof Target.ClassIndex one
        ? target + " " + network.labels().get(one.index())
        : target.toString();
  }

  /** The same with the texts of units, for titles and captions. */
  static String described(final Target target, final Architecture network) {
    return network.entryLabels().described(named(target, network));
  }

  /** The 32-bit image, as large as the network's picture. */
  ImagePlus image() {
    final ImagePlus image =
        ResultImages.onPicture(input)
            .frames(
                new MapStack(input.networkWidth(), input.networkHeight(), planes),
                labels,
                method,
                provenance());
    look().show(image);
    return image;
  }

  /** The same maps as a layer over the analyzed image. */
  ActivationLayer overlay(final double opacity) {
    final List<float[]> drawn =
        attributions.stream().map(one -> plane(one, Registration.SMOOTH)).toList();
    final PictureOnRegion region = new PictureOnRegion(input);
    return ActivationLayer.of(
        input,
        region.stack(planes),
        region.stack(drawn),
        what(),
        look().overlay(opacity),
        provenance());
  }

  /** What the pixels of each frame are held responsible for. */
  List<String> targets(final Architecture network) {
    return attributions.stream().map(one -> named(one.target(), network)).toList();
  }

  private MapDisplay look() {
    return MapDisplay.of(planes, shown.sign(attributions.get(0)) == Sign.SIGNED);
  }

  private String what() {
    final Set<String> targets =
        attributions.stream()
            .map(attribution -> attribution.target().toString())
            .collect(Collectors.toSet());
    return targets.size() == 1 ? labels.get(0) : method;
  }

  /** What each result says of itself; where they differ, one value per frame. */
  private Provenance provenance() {
    Provenance all = shown.provenance();
    for (final String key : attributions.get(0).provenance().entries().keySet()) {
      final List<String> values =
          attributions.stream()
              .map(attribution -> attribution.provenance().entries().getOrDefault(key, "-"))
              .toList();
      final boolean same = Set.copyOf(values).size() == 1;
      all = all.with(key, same ? values.get(0) : String.join(", ", values));
    }
    if (isOfLayer()) {
      all = all.with("registration", shown.registration());
    }
    return all.with("sign", shown.sign(attributions.get(0)).label())
        .with("colour", shown.reading().color().label());
  }

  private boolean isOfLayer() {
    return attributions.get(0).map() instanceof AttributionMap.OfLayer;
  }

  /** How many passes through the network were made. */
  int passes() {
    return attributions.stream()
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
    for (int i = 0; i < attributions.size(); i++) {
      final String place =
          attributions.size() == 1
              ? input.title()
              : input.title() + " " + input.frames().get(i).label();
      attributions
          .get(i)
          .warning()
          .ifPresent(warning -> notes.add("Saliency map of " + place + ": " + warning));
    }
    notes.addAll(others);
    return notes;
  }
}
