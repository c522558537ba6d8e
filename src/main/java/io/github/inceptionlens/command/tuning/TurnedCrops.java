package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.example.KeptExamples;
import io.github.inceptionlens.command.example.KeptPlace;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceMark;
import io.github.inceptionlens.image.place.PlacedImages;
import io.github.inceptionlens.image.result.TurnedPicture;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Pictures of the user's own images, turned about a place through all angles. */
final class TurnedCrops {

  private static final double FULL_TURN = 360;
  private static final double HALF = 0.5;

  private final List<Double> angles;
  private final DisplayRange range;
  private final TurnedView.Size size;
  private final List<CollectionImage> images = new ArrayList<>();
  private final List<ShownStimuli.Shown> stimuli = new ArrayList<>();
  private final List<Crop> crops = new ArrayList<>();

  /**
   * What is turned.
   *
   * @param opened the image, where it is open
   */
  private record Crop(ShownStimuli.Source source, Optional<ImagePlus> opened) {}

  /**
   * @param choice the units that look at them
   * @param angles in degrees
   */
  TurnedCrops(final UnitChoice choice, final List<Double> angles, final DisplayRange range) {
    this.angles = angles;
    this.range = range;
    this.size = TurnedView.Size.of(choice.widest());
  }

  /** The current slice about the center of what is selected, or of the image. */
  ShownStimuli ofSelection(final ImagePlus image) {
    final Rectangle2D.Double center = center(image);
    final ShownStimuli.Source source =
        new ShownStimuli.Source("", image.getTitle(), image.getCurrentSlice(), center.x, center.y);
    add(image.getTitle(), 1, source, Optional.of(image));
    return shown(image.getShortTitle());
  }

  /** Its corner is the center of what is selected, in pixels from the first one's center. */
  private static Rectangle2D.Double center(final ImagePlus image) {
    final Roi roi = image.getRoi();
    if (roi != null && roi.getType() == Roi.POINT) {
      final FloatPolygon points = roi.getFloatPolygon();
      return new Rectangle2D.Double(
          Math.floor(points.xpoints[0]), Math.floor(points.ypoints[0]), 0, 0);
    }
    final Rectangle2D.Double bounds =
        roi == null
            ? new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight())
            : roi.getFloatBounds();
    return new Rectangle2D.Double(bounds.getCenterX() - HALF, bounds.getCenterY() - HALF, 0, 0);
  }

  /**
   * The top crops of units that Dataset Examples... kept.
   *
   * @param count how many of each unit
   * @throws UserError when none of a unit are kept
   */
  ShownStimuli ofExamples(final InceptionV1 network, final List<Unit> units, final int count) {
    for (final Unit unit : units) {
      final List<KeptPlace> top = top(network, unit);
      for (final KeptPlace one : top.subList(0, Math.min(count, top.size()))) {
        add(
            unit.toString(),
            one.rank(),
            new ShownStimuli.Source(one.collection(), one.image(), one.slice(), one.x(), one.y()),
            Optional.empty());
      }
    }
    return shown("examples");
  }

  private static List<KeptPlace> top(final InceptionV1 network, final Unit unit) {
    return KeptExamples.of(network)
        .find(unit.layer())
        .flatMap(layer -> layer.unit(unit.channel()))
        .map(kept -> kept.top())
        .filter(places -> !places.isEmpty())
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "turn is examples, but none of %s are kept: run Dataset Examples... on your"
                            + " images first, with layer=%s",
                        unit,
                        unit.layer())));
  }

  private void add(
      final String turned,
      final int rank,
      final ShownStimuli.Source source,
      final Optional<ImagePlus> opened) {
    final String path = String.format(Locale.ROOT, "%06d", crops.size());
    crops.add(new Crop(source, opened));
    images.add(new CollectionImage(path, Optional.empty(), "", "", ""));
    for (int i = 0; i < angles.size(); i++) {
      stimuli.add(
          new ShownStimuli.Shown(
              new PictureId(path, i + 1),
              Map.of(StimulusParameter.ANGLE, angles.get(i)),
              turned,
              rank,
              source));
    }
  }

  private ShownStimuli shown(final String title) {
    final ImageCollection<StimulusPicture> pictures =
        new ImageCollection<>("turn", "turned crops", images, List.of(), this::open);
    return new ShownStimuli(title, pictures, stimuli, FULL_TURN);
  }

  private List<StimulusPicture> open(final CollectionImage image) {
    final Crop crop = crops.get(Integer.parseInt(image.path()));
    final ImagePlus source = crop.opened().orElseGet(() -> opened(crop.source()));
    final InputRequest request = new InputRequest(Fit.OWN_SIZE, 1, range, crop.opened().isEmpty());
    final TurnedPicture turned =
        TurnedView.crop(
            source, request, crop.source().slice(), crop.source().x(), crop.source().y(), size);
    final List<StimulusPicture> pictures = new ArrayList<>();
    for (int i = 0; i < angles.size(); i++) {
      pictures.add(
          new StimulusPicture(
              new PictureId(image.path(), i + 1),
              new TurnedView(turned, size, angles.get(i)),
              size.middle(),
              size.middle()));
    }
    return pictures;
  }

  private static ImagePlus opened(final ShownStimuli.Source source) {
    return PlacedImages.of(
        new ImagePlace(source.collection(), source.image(), source.slice(), PlaceMark.NOTHING));
  }
}
