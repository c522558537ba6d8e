package io.github.inceptionlens.image.place;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import ij.ImagePlus;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * From where the crops of a picture are, kept among the picture's properties, which are saved with
 * TIFF files.
 *
 * @param width of the picture in pixels, which no longer fits once the picture was cropped
 * @param height of the picture in pixels
 * @param crops in the order in which they are counted
 */
public record CropPlaces(int width, int height, List<Crop> crops) {

  private static final String PROPERTY = ResultImages.PROPERTY_PREFIX + "places";

  public CropPlaces {
    crops = List.copyOf(crops);
  }

  /**
   * A crop.
   *
   * @param collection as of an {@link ImagePlace}
   * @param image as of an {@link ImagePlace}
   * @param slice from 1
   * @param from which pixels of that image it shows
   * @param at where in the picture it is
   * @param page on which slice of the picture, from 1; 0 for a picture of one slice
   */
  public record Crop(String collection, String image, int slice, Box from, Box at, int page) {

    /** A crop in a picture of one slice. */
    public Crop(
        final String collection,
        final String image,
        final int slice,
        final Box from,
        final Box at) {
      this(collection, image, slice, from, at, 0);
    }

    /** The same elsewhere in a picture. */
    public Crop shownAt(final Box place, final int onPage) {
      return new Crop(collection, image, slice, from, place, onPage);
    }

    private boolean isOn(final int shown) {
      return page == 0 || page == shown;
    }

    /** The place that it shows. */
    public ImagePlace place() {
      return new ImagePlace(collection, image, slice, PlaceMark.area(from.rectangle()));
    }
  }

  /** A rectangle of pixels. */
  public record Box(int x, int y, int width, int height) {

    /** The pixels of an image or a picture. */
    public static Box of(final Rectangle one) {
      return new Box(one.x, one.y, one.width, one.height);
    }

    Rectangle rectangle() {
      return new Rectangle(x, y, width, height);
    }
  }

  /** Writes where the crops of a picture are from among its properties. */
  public static void write(final ImagePlus picture, final List<Crop> crops) {
    if (!crops.isEmpty()) {
      final CropPlaces all = new CropPlaces(picture.getWidth(), picture.getHeight(), crops);
      picture.setProp(PROPERTY, new Gson().toJson(all));
    }
  }

  /** What stands among a picture's properties; nothing where it has no crops. */
  public static Optional<CropPlaces> of(final ImagePlus picture) {
    try {
      return Optional.ofNullable(picture.getProp(PROPERTY))
          .map(text -> new Gson().fromJson(text, CropPlaces.class));
    } catch (final JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Which crop a pixel of the picture belongs to, from 0.
   *
   * @return nothing beside the crops, and where the picture has another size by now
   */
  public Optional<Integer> at(final ImagePlus picture, final int x, final int y) {
    return IntStream.range(
            0, picture.getWidth() == width && picture.getHeight() == height ? crops.size() : 0)
        .filter(i -> crops.get(i).isOn(picture.getCurrentSlice()))
        .filter(i -> crops.get(i).at().rectangle().contains(x, y))
        .boxed()
        .findFirst();
  }
}
