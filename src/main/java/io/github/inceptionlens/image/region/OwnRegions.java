package io.github.inceptionlens.image.region;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Areas that each image has of its own, on all of the image. */
final class OwnRegions implements PictureRegions {

  private final Function<ImagePlus, List<Roi>> areas;
  private final String missing;

  /** Those of each image that was seen, as long as its pictures are used. */
  private final Map<ImageInput, OutlinedRegions> seen =
      Collections.synchronizedMap(new WeakHashMap<>());

  private OwnRegions(final Function<ImagePlus, List<Roi>> areas, final String missing) {
    this.areas = areas;
    this.missing = missing;
  }

  /** What is selected on each image. */
  static OwnRegions selected() {
    return new OwnRegions(
        image -> Stream.ofNullable(image.getRoi()).filter(Roi::isArea).toList(),
        "no area is selected on \"%s\"");
  }

  /** The areas of each image's overlay; pictures in it are none. */
  static OwnRegions overlaid() {
    return new OwnRegions(OwnRegions::overlay, "the overlay of \"%s\" has no area");
  }

  private static List<Roi> overlay(final ImagePlus image) {
    return image.getOverlay() == null
        ? List.of()
        : Arrays.stream(image.getOverlay().toArray())
            .filter(roi -> roi.isArea() && !(roi instanceof ImageRoi))
            .toList();
  }

  @Override
  public ImageInput see(final String path, final ImagePlus image, final InputRequest request) {
    final ImageInput input = ImageInput.whole(image, request);
    final List<Roi> own = areas.apply(image);
    if (own.isEmpty()) {
      throw new UserError(missing.replace("%s", image.getTitle()));
    }
    seen.put(input, OutlinedRegions.of(own));
    return input;
  }

  @Override
  public List<MeasuredRegion> of(final InputPicture picture) {
    return seen.get(picture.input()).of(picture);
  }

  /** Of images that are open; of others it is part of their files. */
  @Override
  public String state() {
    return OpenImages.all().stream()
        .flatMap(image -> areas.apply(image).stream())
        .map(area -> Arrays.toString(RoiEncoder.saveAsByteArray(area)))
        .collect(Collectors.joining("\n"));
  }
}
