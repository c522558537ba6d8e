package io.github.inceptionlens.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.DatasetExamples;
import io.github.inceptionlens.activation.DatasetExamples.Example;
import io.github.inceptionlens.core.Geometry;
import io.github.inceptionlens.core.Layer;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.View;
import io.github.inceptionlens.image.Montage;
import io.github.inceptionlens.image.Results;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.Visualization.Frame;
import java.util.List;
import java.util.stream.Stream;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What of the user's own images drives a unit most: crops to set beside the unit's visualization,
 * and where they are.
 */
final class Evidence {

  private static final int CAPTION = 160;
  private static final int LINES = 2;
  private static final int DECIMALS = 4;

  private final Unit unit;
  private final NaturalImages images;
  private final List<Crop> crops;

  private Evidence(final Unit unit, final NaturalImages images, final List<Crop> crops) {
    this.unit = unit;
    this.images = images;
    this.crops = crops;
  }

  private record Crop(
      Example example, NaturalImages.Picture from, PlanarImg<FloatType, FloatArray> pixels) {}

  /**
   * Looks through images.
   *
   * @param unit with canonical names
   * @param count how many crops at most, one of each picture
   */
  static Evidence of(
      final InceptionV1 network,
      final Unit unit,
      final NaturalImages images,
      final int count,
      final Progress progress) {
    final DatasetExamples examples = new DatasetExamples(network, List.of(unit), count);
    images.forEach(picture -> examples.look(picture.view()), progress);
    final Layer layer = network.architecture().layer(unit.layer());
    final List<Crop> crops =
        examples.of(unit).stream()
            .map(example -> crop(example, images.picture(example.picture()), layer))
            .toList();
    return new Evidence(unit, images, crops);
  }

  private static Crop crop(
      final Example example, final NaturalImages.Picture from, final Layer layer) {
    final View view = from.view();
    final Geometry geometry = Geometry.of(layer, view.width(), view.height());
    return new Crop(example, from, example.crop(view, geometry.x().receptiveField()));
  }

  /** The visualization's pictures and the crops at the same scale, strongest first. */
  ImagePlus montage(final List<Frame> visualization, final Provenance provenance) {
    final Montage montage =
        new Montage(longest(visualization, 0), longest(visualization, 1), CAPTION, LINES);
    visualization.forEach(frame -> montage.add(frame.picture(), "Visualization", unit.toString()));
    for (final Crop crop : crops) {
      montage.add(
          crop.pixels(), crop.from().label(), String.format("value %.4g", crop.example().value()));
    }
    final int columns = (int) Math.ceil(Math.sqrt(montage.size()));
    final ImagePlus image = montage.image("Evidence for " + unit, columns);
    Results.describe(image, provenance.with(provenance()));
    return image;
  }

  /** The length that holds every picture of the montage. */
  private int longest(final List<Frame> visualization, final int axis) {
    return Stream.concat(
            visualization.stream().map(Frame::picture), crops.stream().map(Crop::pixels))
        .mapToInt(picture -> (int) picture.dimension(axis))
        .max()
        .orElseThrow();
  }

  private Provenance provenance() {
    return Provenance.EMPTY
        .with("evidence for", unit)
        .with("evidence from", images)
        .with("crops", "what the unit sees at its strongest place of each picture, in the picture");
  }

  /** A row per crop: where it is, and what the unit answers there. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final Crop crop : crops) {
      table.addRow();
      table.addValue("Unit", unit.toString());
      table.addValue("Rank", table.size());
      table.addValue("Image", crop.from().input().title());
      table.addValue("Slice", crop.from().slice());
      table.addValue("X", crop.from().input().calibratedX(crop.example().x()));
      table.addValue("Y", crop.from().input().calibratedY(crop.example().y()));
      table.addValue("Value", crop.example().value());
    }
    return table;
  }

  /** What a reader must know of the crops. */
  String note() {
    return "Visualize Channel, evidence: " + provenance();
  }
}
