package io.github.inceptionlens.command;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import io.github.inceptionlens.command.DialogSupport.Suggestion;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What dialogs offer for keys that mean the same in every command. */
final class KeySuggestions {

  private static final int SIDE = 224;

  private KeySuggestions() {}

  /**
   * The values that are offered for a key.
   *
   * @param network the one that the dialog names, where it names one
   */
  static List<Suggestion> of(final String key, final Optional<Architecture> network) {
    return switch (key) {
      case "network" -> networks();
      case "layer" -> network.map(KeySuggestions::layers).orElse(List.of());
      case "unit" ->
          List.of(
              new Suggestion("distinct", "tells places apart best"),
              new Suggestion("strongest", "largest mean"));
      case "channels" ->
          List.of(
              new Suggestion("strongest:6", "the six with the largest mean"),
              new Suggestion("strongest:12", ""),
              new Suggestion("0-15", "the first sixteen"),
              new Suggestion("all", ""));
      case "lut" -> tables();
      case "baseline" -> baselines();
      case "target" -> targets(network);
      case "mask", "beside" -> titles();
      case "range" -> List.of(new Suggestion("auto", "as you see the image"));
      case "natural", "evidence", "images" ->
          List.of(
              new Suggestion("stack", "the slices of this image"),
              new Suggestion("open", "all open images"));
      default -> List.of();
    };
  }

  private static List<Suggestion> networks() {
    final List<Suggestion> all = new ArrayList<>();
    all.add(new Suggestion("", "the default network"));
    NetworkStore.standard()
        .list()
        .forEach(one -> all.add(new Suggestion(one.name(), one.title() + ", " + one.state())));
    return all;
  }

  private static List<Suggestion> layers(final Architecture network) {
    return Stream.concat(
            network.mainLayers().stream()
                .map(name -> new Suggestion(name, words(network.layer(name)))),
            NetworkStore.standard().dictionaries().names().stream()
                .map(name -> new Suggestion(name, "a dictionary of yours")))
        .toList();
  }

  /** What a layer is, from simple to complex, and how much of the picture a unit of it sees. */
  private static String words(final Layer layer) {
    final String kind;
    if (layer.name().startsWith("conv") || layer.name().startsWith("maxpool")) {
      kind = "early: edges and colors";
    } else if (layer.name().startsWith("mixed3")) {
      kind = "textures and patterns";
    } else if (layer.name().matches("mixed4[abc]")) {
      kind = "patterns and parts";
    } else {
      kind = "late: parts and objects";
    }
    final int field = Geometry.of(layer, SIDE, SIDE).x().receptiveField();
    return String.format(
        Locale.ROOT,
        "%s; sees %d px%s; %d network channels",
        kind,
        field,
        calibrated(field),
        layer.channels());
  }

  /** A length in the unit of the current image, where that has one. */
  private static String calibrated(final int pixels) {
    final ImagePlus image = WindowManager.getCurrentImage();
    if (image == null || !image.getCalibration().scaled()) {
      return "";
    }
    final Calibration calibration = image.getCalibration();
    return String.format(
        Locale.ROOT, " (%.3g %s)", pixels * calibration.pixelWidth, calibration.getUnits());
  }

  private static List<Suggestion> targets(final Optional<Architecture> network) {
    final Suggestion channel = new Suggestion("mixed4c:12", "a network channel");
    return network.filter(one -> one.labels().isEmpty()).isPresent()
        ? List.of(channel)
        : List.of(new Suggestion("top", "the most probable class"), channel);
  }

  private static List<Suggestion> tables() {
    return Stream.concat(Stream.of("inferno"), Arrays.stream(IJ.getLuts()))
        .distinct()
        .map(name -> new Suggestion(name, ""))
        .toList();
  }

  private static List<Suggestion> baselines() {
    return List.of(
        new Suggestion("auto", "black, or what the method is used to"),
        new Suggestion("black", ""),
        new Suggestion("white", ""),
        new Suggestion("mean", "the training's mean color"),
        new Suggestion("blurred", "this image, blurred"),
        new Suggestion("noise", ""),
        new Suggestion("stack", "this image's slices"),
        new Suggestion("open", "the other open images"));
  }

  private static List<Suggestion> titles() {
    return OpenImages.all().stream()
        .map(ImagePlus::getTitle)
        .map(title -> new Suggestion(title, ""))
        .toList();
  }
}
