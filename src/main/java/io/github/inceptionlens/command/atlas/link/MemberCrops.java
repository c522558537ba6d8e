package io.github.inceptionlens.command.atlas.link;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.sample.SampledImage;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.command.atlas.AtlasMembers;
import io.github.inceptionlens.command.atlas.NamedEmbedding;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceMark;
import io.github.inceptionlens.image.place.PlacedImages;
import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Crops of the places that cells of an atlas are made of: those that are typical of a cell, of
 * different pictures as far as there are.
 */
public final class MemberCrops {

  /** How many crops are shown at once, at most. */
  static final int MOST = 12;

  /** The longer side of a crop in pixels. */
  static final int SIDE = 96;

  private static final double HALF = 0.5;
  private static final int LEAST = 5;

  private final String collection;
  private final Layer layer;
  private final Map<Integer, List<Member>> members = new HashMap<>();

  /** A place of which a vector is. */
  private record Member(SampledImage image, SampledPlace place) {

    String picture() {
      return image.path() + "\n" + place.slice();
    }
  }

  /**
   * A crop.
   *
   * @param picture at most {@link #SIDE} pixels wide and high
   * @param caption the label or the name of its image
   * @param place that it shows
   */
  record Crop(ColorProcessor picture, String caption, ImagePlace place) {}

  /**
   * Remembers which places are typical of each cell; reads no image.
   *
   * @param layer that the embedding is of
   */
  public MemberCrops(final SampleEmbedding embedded, final CellLayout layout, final Layer layer) {
    this.layer = layer;
    collection = NamedEmbedding.collection(embedded.sample()).orElse("");
    final AtlasMembers all = new AtlasMembers(embedded);
    for (final AtlasCell cell : layout.cells()) {
      members.put(cell.number(), typical(all, cell));
    }
  }

  private static List<Member> typical(final AtlasMembers all, final AtlasCell cell) {
    final Set<String> pictures = new HashSet<>();
    final List<Member> first = new ArrayList<>();
    final List<Member> others = new ArrayList<>();
    for (final int member : all.nearest(cell, any -> true)) {
      all.place(member)
          .map(place -> new Member(all.image(member), place))
          .ifPresent(one -> (pictures.add(one.picture()) ? first : others).add(one));
    }
    return Stream.concat(first.stream(), others.stream()).limit(MOST).toList();
  }

  /**
   * Reads the crops of some cells, in turn; of images that are closed or gone there are none.
   *
   * @param stop whether they are not wanted any more
   * @throws CancellationException when they are not
   */
  List<Crop> read(final CellSelection cells, final BooleanSupplier stop) {
    final Map<String, Optional<ImagePlus>> opened = new HashMap<>();
    final List<Crop> crops = new ArrayList<>();
    for (final Member member : wanted(cells)) {
      if (stop.getAsBoolean()) {
        throw new CancellationException();
      }
      opened
          .computeIfAbsent(member.image().path(), this::open)
          .flatMap(image -> crop(image, member))
          .ifPresent(crops::add);
    }
    return crops;
  }

  private List<Member> wanted(final CellSelection cells) {
    final List<List<Member>> held =
        members.entrySet().stream()
            .filter(cell -> cells.holds(cell.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    final List<Member> wanted = new ArrayList<>();
    for (int turn = 0; turn < MOST; turn++) {
      for (final List<Member> one : held) {
        if (turn < one.size() && wanted.size() < MOST) {
          wanted.add(one.get(turn));
        }
      }
    }
    return wanted;
  }

  private Optional<ImagePlus> open(final String path) {
    try {
      return Optional.of(PlacedImages.of(new ImagePlace(collection, path, 0, PlaceMark.NOTHING)));
    } catch (final UserError gone) {
      return Optional.empty();
    }
  }

  private Optional<Crop> crop(final ImagePlus image, final Member member) {
    final String path = member.image().path();
    try {
      final ImageInput input = ImageInput.whole(image, UserImages.SLICES);
      for (int i = 0; i < input.frames().size(); i++) {
        if (input.frames().get(i).slice() == member.place().slice()) {
          final CollectionImage known = new CollectionImage(path, Optional.empty(), "", "", "");
          return Optional.of(crop(new InputPicture(known, image, input, i), member));
        }
      }
      return Optional.empty();
    } catch (final UserError unreadable) {
      return Optional.empty();
    }
  }

  private Crop crop(final InputPicture picture, final Member member) {
    final SampledPlace at = member.place();
    final Geometry.Axis axis =
        Geometry.of(layer, picture.view().width(), picture.view().height()).x();
    final NaturalCrop crop = NaturalCrop.at(picture, at.x(), at.y(), axis.receptiveField());
    final String path = member.image().path();
    return new Crop(
        marked(crop, at, axis.stride()),
        caption(picture, member),
        new ImagePlace(collection, path, at.slice(), PlaceMark.area(crop.bounds())));
  }

  /**
   * The crop with the square of its place, as far as the next unit's.
   *
   * @param stride how many pixels units lie apart
   */
  private static ColorProcessor marked(
      final NaturalCrop crop, final SampledPlace at, final int stride) {
    final ColorProcessor picture = crop.scaledTo(SIDE);
    final double scale = (double) picture.getWidth() / crop.bounds().width;
    final int side = (int) Math.max(LEAST, Math.round(stride * scale));
    final int left = (int) Math.round((at.x() + HALF - crop.bounds().x) * scale) - side / 2;
    final int top = (int) Math.round((at.y() + HALF - crop.bounds().y) * scale) - side / 2;
    picture.setColor(Color.BLACK);
    picture.drawRect(left - 1, top - 1, side + 2, side + 2);
    picture.setColor(LinkedMarks.LINE);
    picture.drawRect(left, top, side, side);
    return picture;
  }

  private static String caption(final InputPicture picture, final Member member) {
    final String path = member.image().path();
    final String label = member.image().label();
    final String name = label.isEmpty() ? path.substring(path.lastIndexOf('/') + 1) : label;
    return picture.input().frames().size() == 1
        ? name
        : "slice " + member.place().slice() + ", " + name;
  }
}
