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
import java.util.ArrayList;
import java.util.List;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/**
 * What of the user's own images drives a unit most: crops to set beside the unit's visualization,
 * and where they are.
 */
final class Evidence {

  private static final int CAPTION = 128;
  private static final int LINES = 2;
  private static final int DECIMALS = 4;

  private final Unit unit;
  private final NaturalImages images;
  private final int side;
  private final List<Crop> crops = new ArrayList<>();

  private Evidence(final Unit unit, final NaturalImages images, final int side) {
    this.unit = unit;
    this.images = images;
    this.side = side;
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
    final List<Example> best = examples.of(unit);
    final List<NaturalImages.Picture> pictures =
        best.stream().map(example -> images.picture(example.picture())).toList();
    final Layer layer = network.architecture().layer(unit.layer());
    final int side = pictures.stream().mapToInt(one -> side(layer, one.view())).max().orElse(1);
    final Evidence evidence = new Evidence(unit, images, side);
    for (int i = 0; i < best.size(); i++) {
      final PlanarImg<FloatType, FloatArray> pixels =
          best.get(i).crop(pictures.get(i).view(), side);
      evidence.crops.add(new Crop(best.get(i), pictures.get(i), pixels));
    }
    return evidence;
  }

  /** The receptive field, or what is enough to hold all of a picture wherever the unit is. */
  private static int side(final Layer layer, final View view) {
    final Geometry geometry = Geometry.of(layer, view.width(), view.height());
    return Math.min(geometry.x().receptiveField(), 2 * Math.max(view.width(), view.height()));
  }

  /** The visualization's pictures and the crops at the same scale, strongest first. */
  ImagePlus montage(final List<Frame> visualization, final Provenance provenance) {
    final int place = Math.max(side, (int) visualization.get(0).picture().dimension(0));
    final Montage montage = new Montage(place, place, CAPTION, LINES);
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

  private Provenance provenance() {
    return Provenance.EMPTY
        .with("evidence for", unit)
        .with("evidence from", images)
        .with(
            "crops",
            String.format(
                "%d x %d pixels around the strongest place of each picture, gray %.0f beyond it",
                side, side, DatasetExamples.BEYOND));
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
