package io.github.inceptionlens.image.place;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import ij.ImagePlus;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.List;
import java.util.Optional;

/**
 * Where the units are that a picture shows, kept among the picture's properties, which are saved
 * with TIFF files.
 *
 * @param width of the picture in pixels, which no longer fits once the picture was cropped
 * @param height of the picture in pixels
 * @param network as the user named it
 * @param images the user's, as the key {@code images} named them; empty for none
 * @param units in the order in which they are found
 */
public record ShownUnits(int width, int height, String network, String images, List<At> units) {

  private static final String PROPERTY = ResultImages.PROPERTY_PREFIX + "units";

  public ShownUnits {
    units = List.copyOf(units);
  }

  /**
   * A unit in a picture.
   *
   * @param unit such as {@code mixed4c:447}
   * @param at where in the picture it is
   */
  public record At(String unit, Box at) {}

  /** Writes them among the properties of a picture. */
  public static void write(
      final ImagePlus picture, final String network, final String images, final List<At> units) {
    picture.setProp(
        PROPERTY,
        new Gson()
            .toJson(
                new ShownUnits(picture.getWidth(), picture.getHeight(), network, images, units)));
  }

  /** What stands among a picture's properties; nothing where it shows no units. */
  public static Optional<ShownUnits> of(final ImagePlus picture) {
    try {
      return Optional.ofNullable(picture.getProp(PROPERTY))
          .map(text -> new Gson().fromJson(text, ShownUnits.class));
    } catch (final JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Which unit a pixel of the picture belongs to.
   *
   * @return nothing beside the units, and where the picture has another size by now
   */
  public Optional<Unit> at(final ImagePlus picture, final int x, final int y) {
    if (picture.getWidth() != width || picture.getHeight() != height) {
      return Optional.empty();
    }
    return units.stream()
        .filter(one -> one.at().rectangle().contains(x, y))
        .findFirst()
        .map(one -> Unit.parse(one.unit()));
  }
}
