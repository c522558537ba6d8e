package io.github.inceptionlens.command.natural;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.example.DatasetExamples;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.ExampleRequest;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of the user's own images drives a unit most: crops to set beside the unit's visualization,
 * and where they are.
 */
public final class Evidence {

  private static final int CAPTION = 160;
  private static final int LINES = 2;
  private static final int DECIMALS = 4;

  private final Unit unit;
  private final String described;
  private final ImageCollection<InputPicture> images;
  private final List<NaturalCrop> crops;

  private Evidence(
      final Unit unit,
      final String described,
      final ImageCollection<InputPicture> images,
      final List<NaturalCrop> crops) {
    this.unit = unit;
    this.described = described;
    this.images = images;
    this.crops = List.copyOf(crops);
  }

  /**
   * Looks through images.
   *
   * @param unit with canonical names
   * @param count how many crops at most, one of each picture
   */
  public static Evidence of(
      final InceptionV1 network,
      final Unit unit,
      final ImageCollection<InputPicture> images,
      final int count,
      final Progress progress) {
    final LayerUnits units =
        LayerUnits.of(network.architecture(), unit.layer(), List.of(unit.channel()));
    final Scan<InputPicture> scan = new Scan<>(network, units.names(), images);
    final Ride<InputPicture, ?, List<UnitExamples>> found =
        scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(count)));
    scan.run(Optional.empty(), progress);
    return of(network, unit, images, found.result().get(0).top());
  }

  /** Shows places that were found, strongest first. */
  public static Evidence of(
      final InceptionV1 network,
      final Unit unit,
      final ImageCollection<InputPicture> images,
      final List<Example> places) {
    final Layer layer = network.architecture().layer(unit.layer());
    return new Evidence(
        unit,
        network.architecture().entryLabels().described(unit),
        images,
        places.stream().map(place -> NaturalCrop.of(place, images, layer)).toList());
  }

  /** The visualization's pictures and the crops at the same scale, strongest first. */
  public ImagePlus montage(final List<Frame> visualization, final Provenance provenance) {
    return montage("Evidence for", visualization, provenance);
  }

  /**
   * The same under another title.
   *
   * @param what what stands before the unit in the title
   * @param visualization pictures, of which there may be none where there are crops
   */
  public ImagePlus montage(
      final String what, final List<Frame> visualization, final Provenance provenance) {
    final Montage montage =
        new Montage(longest(visualization, 0), longest(visualization, 1), CAPTION, LINES);
    visualization.forEach(frame -> montage.add(frame.picture(), "Visualization", described));
    for (final NaturalCrop crop : crops) {
      final NaturalPlace place = crop.place();
      montage.add(
          crop.pixels(), place.label(), String.format(Locale.ROOT, "value %.4g", place.value()));
    }
    final int columns = (int) Math.ceil(Math.sqrt(montage.size()));
    final ImagePlus image = montage.image(what + " " + described, columns);
    ResultImages.describe(image, provenance.with(provenance()));
    CropPlaces.write(
        image,
        IntStream.range(0, crops.size())
            .mapToObj(i -> crop(i, montage.bounds(visualization.size() + i, columns)))
            .toList());
    return image;
  }

  private CropPlaces.Crop crop(final int index, final Rectangle at) {
    final NaturalCrop crop = crops.get(index);
    return new CropPlaces.Crop(
        images.isOfFiles() ? images.name() : "",
        crop.place().image(),
        crop.place().slice(),
        CropPlaces.Box.of(crop.bounds()),
        CropPlaces.Box.of(at));
  }

  /** The length that holds every picture of the montage. */
  private int longest(final List<Frame> visualization, final int axis) {
    return Stream.concat(
            visualization.stream().map(Frame::picture), crops.stream().map(NaturalCrop::pixels))
        .mapToInt(picture -> (int) picture.dimension(axis))
        .max()
        .orElseThrow();
  }

  private Provenance provenance() {
    return crops.isEmpty()
        ? Provenance.EMPTY
        : Provenance.EMPTY
            .with("evidence for", unit)
            .with("evidence from", images)
            .with(
                "crops",
                "what the unit sees at its strongest place of each picture, in the picture");
  }

  /** The crops, strongest first. */
  public List<NaturalCrop> crops() {
    return crops;
  }

  /** A row per crop: where it is, and the unit's response there. */
  public ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final NaturalCrop crop : crops) {
      table.addRow();
      table.addValue("Unit", unit.toString());
      table.addValue("Rank", table.size());
      crop.place().addTo(table, "");
      table.addValue("Value", crop.place().value());
    }
    return table;
  }

  /** What a reader must know of the crops. */
  public String note() {
    return "Visualize Channel, evidence: " + provenance();
  }
}
