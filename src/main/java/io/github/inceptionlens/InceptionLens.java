package io.github.inceptionlens;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.ColorReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.feature.Visualizer;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * An InceptionV1 for Java, Groovy and Jython, without a window, a menu or a SciJava context.
 *
 * <pre>{@code
 * try (InceptionLens lens = InceptionLens.open("textures")) {
 *   ImagePlus image = IJ.openImage("cells.tif");
 *   ImagePlus maps = lens.activationMaps(image, "mixed4c", "strongest:3");
 *   IJ.saveAsTiff(maps, "maps.tif");                         // calibrated as the image is
 *
 *   Picture picture = Picture.of(pixels, 0, 4095);           // any ImgLib2 image of real numbers
 *   Attribution map = lens.saliency(picture, "Grad-CAM", "top");
 *   Visualization seen = lens.visualize("mixed4c:12");
 * }
 * }</pre>
 *
 * <p>Methods for images look at the current slice within the bounds of the selection, and leave the
 * image's pixels alone. One thread at a time should use an instance; gradients of several instances
 * wait for each other.
 */
public final class InceptionLens implements AutoCloseable {

  private final InceptionV1 network;
  private final Progress progress;

  private InceptionLens(final InceptionV1 network, final Progress progress) {
    this.network = network;
    this.progress = progress;
  }

  /** Opens the default network: what {@code -Dinceptionlens.weights} says, else the bundled one. */
  public static InceptionLens open() {
    return open("");
  }

  /**
   * Opens a network; nothing is downloaded.
   *
   * @param network a name ({@code textures}, {@code imagenet-caffe}, {@code imagenet-tf}, {@code
   *     imagenet-torch} or one of the user's own), or the path of a file of weights
   * @throws UserError when there is no such network, or the engine does not start
   */
  public static InceptionLens open(final String network) {
    return open(network, Progress.NONE);
  }

  /** As {@link #open(String)}, of a file of weights. */
  public static InceptionLens open(final Path weights) {
    return open(weights.toString());
  }

  /**
   * As {@link #open(String)}.
   *
   * @param progress what this and all later work reports to, and is stopped by
   */
  public static InceptionLens open(final String network, final Progress progress) {
    final TrainedNetwork trained = TrainedNetwork.named(network);
    final TorchEngine engine = TorchEngine.start(progress);
    return new InceptionLens(trained.open(engine), progress);
  }

  /** The network itself, for everything that this class has no method for; closed with it. */
  public InceptionV1 network() {
    return network;
  }

  /**
   * The most probable classes, best first.
   *
   * @param picture of any size that is not too small for the network; the trainings saw 224 x 224
   * @param top how many, at least 1
   */
  public List<ClassRanking.Score> classes(final Picture picture, final int top) {
    return ClassRanking.of(network, picture, top);
  }

  /** As {@link #classes(Picture, int)}, of an image's central square, resized to 224 x 224. */
  public List<ClassRanking.Score> classes(final ImagePlus image, final int top) {
    return classes(picture(image, Fit.CENTER_CROP), top);
  }

  /**
   * How a layer's units respond, on the layer's own grid.
   *
   * @param layer such as {@code mixed4c}; {@link FeatureMap#geometry} tells where its units look
   */
  public FeatureMap activations(final Picture picture, final String layer) {
    return network.run(picture, List.of(layer)).map(layer);
  }

  /**
   * Maps of channels, registered to the picture's pixels: each unit at the center of its receptive
   * field.
   *
   * @param channels {@code strongest:12}, {@code all}, or a list such as {@code 0-15,447}
   * @return as large as the picture, a map per channel, in units of the activation
   */
  public ActivationMaps activationMaps(
      final Picture picture, final String layer, final String channels) {
    return maps(List.of(View.of(picture)), layer, channels, count -> {});
  }

  /**
   * Maps of channels as a 32-bit stack that lies where the analyzed part of the image lies,
   * calibrated like it, a slice per channel.
   *
   * @param channels as in {@link #activationMaps(Picture, String, String)}
   */
  public ImagePlus activationMaps(
      final ImagePlus image, final String layer, final String channels) {
    final Layer shown = network.architecture().layer(layer);
    final ImageInput input = ImageInput.inside(image, InputRequest.ownSize(), shown);
    network.check(List.of(shown.name()), input.networkWidth(), input.networkHeight());
    final Geometry geometry = Geometry.of(shown, input.networkWidth(), input.networkHeight());
    final ResultImages results = ResultImages.of(input, geometry, Registration.ALIGNED);
    final ActivationMaps maps = maps(input.views(), layer, channels, results::requireRoom);
    return results.image(
        maps.maps(),
        maps.units().stream().map(network.architecture().entryLabels()::described).toList(),
        shown.name(),
        made("activation maps").with("layer", shown).with("channels", channels));
  }

  private ActivationMaps maps(
      final List<? extends View> views,
      final String layer,
      final String channels,
      final IntConsumer planned) {
    final ActivationMaps.Request request =
        new ActivationMaps.Request(layer, ChannelSelection.parse(channels), Registration.ALIGNED);
    return ActivationMaps.of(network, views, request, planned, progress);
  }

  /**
   * Lays a unit's activations over an image: a layer in its overlay, replaced by a further call.
   *
   * @param unit such as {@code mixed4c:447}
   */
  public void overlay(final ImagePlus image, final String unit) {
    final Unit one = Unit.parse(unit);
    final Layer shown = network.architecture().layer(one.layer());
    final ImageInput input = ImageInput.inside(image, InputRequest.ownSize(), shown);
    final ActivationMaps maps =
        maps(
            input.views(),
            one.layer(),
            Integer.toString(one.channel()),
            count -> ActivationLayer.requireRoom(input));
    final ActivationLayer.Look look =
        ActivationLayer.Look.of(Luts.inferno(), 60, DisplayRange.AUTO);
    ActivationLayer.of(
            input,
            maps.maps(),
            network.architecture().entryLabels().described(maps.units().get(0)),
            look,
            made("activation overlay").with("unit", maps.units().get(0)))
        .show(image);
  }

  /**
   * Which pixels a target depends on, by a method at its defaults.
   *
   * @param method such as {@code Grad-CAM} or {@code Integrated Gradients}, see {@link
   *     AttributionMethods#all}
   * @param target such as {@code top}, {@code class:285} or {@code mixed4c:447}
   */
  public Attribution saliency(final Picture picture, final String method, final String target) {
    return saliency(picture, method, AttributionRequest.of(target));
  }

  /** As {@link #saliency(Picture, String, String)}, with options. */
  public Attribution saliency(
      final Picture picture, final String method, final AttributionRequest request) {
    return AttributionMethods.named(method).attribute(network, picture, request, progress);
  }

  /**
   * A saliency map as a 32-bit image that lies where the network's picture lies on the image: of
   * the central square, resized to 224 x 224, for targets with a class, else of the whole region.
   *
   * @return raw values, the sum over the colors, with the sign that is usual for the method
   */
  public ImagePlus saliency(final ImagePlus image, final String method, final String target) {
    final AttributionMethod chosen = AttributionMethods.named(method);
    final AttributionRequest request = AttributionRequest.of(target);
    final boolean crop = request.target().readsClasses();
    final ImageInput input = input(image, crop ? Fit.CENTER_CROP : Fit.OWN_SIZE);
    final Attribution map =
        chosen.attribute(network, input.frames().get(0).picture(), request, progress);
    final float[] plane =
        map.plane(ColorReduction.SUM, map.usualSign(), input.networkWidth(), input.networkHeight());
    final EntryLabels labels = network.architecture().entryLabels();
    final ImagePlus result =
        ResultImages.onPicture(input)
            .frames(
                new MapStack(input.networkWidth(), input.networkHeight(), List.of(plane)),
                List.of(labels.described(chosen.name() + " " + map.target())),
                chosen.name(),
                made(chosen.name()).with(map.provenance()));
    MapDisplay.of(List.of(plane), map.usualSign() == Sign.SIGNED).show(result);
    return result;
  }

  /**
   * Maps of a picture as a 32-bit stack, calibrated as the picture's {@link Picture#grid}.
   *
   * @param maps as large as the picture, such as those of {@link #activationMaps(Picture, String,
   *     String)}; shared
   * @param labels one per map
   * @throws UserError when the maps have another size than the picture
   */
  public static ImagePlus image(final MapStack maps, final List<?> labels, final Picture picture) {
    final List<String> names = labels.stream().map(String::valueOf).toList();
    return ResultImages.onGrid(maps, names, picture);
  }

  /**
   * A picture on which an objective became large, at the defaults.
   *
   * @param objective such as {@code mixed4c:12} or {@code mixed4c:12 - 0.25*tv()}
   */
  public Visualization visualize(final String objective) {
    return visualize(objective, VisualizationRequest.STANDARD);
  }

  /** As {@link #visualize(String)}, with options. */
  public Visualization visualize(final String objective, final VisualizationRequest request) {
    return Visualizer.visualize(network, objective, request, StepListener.NONE, progress);
  }

  /**
   * What the network looks at of an image: the current slice within the bounds of the selection, as
   * ImageJ shows it, at its own size.
   */
  public static Picture picture(final ImagePlus image) {
    return picture(image, Fit.OWN_SIZE);
  }

  private static Picture picture(final ImagePlus image, final Fit fit) {
    return input(image, fit).frames().get(0).picture();
  }

  private static ImageInput input(final ImagePlus image, final Fit fit) {
    return ImageInput.of(image, new InputRequest(fit, 1, DisplayRange.AUTO, false));
  }

  private Provenance made(final String method) {
    return Provenance.made().with(network.provenance()).with("method", method);
  }

  /** Frees the network. */
  @Override
  public void close() {
    network.close();
  }
}
