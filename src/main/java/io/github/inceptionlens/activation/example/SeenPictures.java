package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pictures that were looked at; others know them by their numbers here. */
final class SeenPictures {

  private final List<SeenPicture> pictures = new ArrayList<>();

  /**
   * A picture.
   *
   * @param label what the collection says that it shows
   * @param grid where the positions lie on it
   * @param left the column of the image where it begins
   * @param top the row of the same
   */
  record SeenPicture(PictureId id, String label, PlaceGrid grid, int left, int top) {}

  /**
   * Adds a picture.
   *
   * @return its number
   */
  int add(final SourcePicture source, final PlaceGrid grid) {
    pictures.add(new SeenPicture(source.id(), source.label(), grid, source.left(), source.top()));
    return pictures.size() - 1;
  }

  /**
   * Adds all pictures of another list.
   *
   * @return how much their numbers grow
   */
  int add(final SeenPictures others) {
    final int before = pictures.size();
    pictures.addAll(others.pictures);
    return before;
  }

  SeenPicture get(final int number) {
    return pictures.get(number);
  }

  /** Places by the pictures' names, those of one picture by their index. */
  Comparator<RankedPlace> order() {
    return Comparator.comparing((RankedPlace place) -> get(place.picture()).id())
        .thenComparingInt(RankedPlace::place);
  }

  /** A place as what it stands for. */
  Example example(final RankedPlace place) {
    final SeenPicture picture = get(place.picture());
    return new Example(
        picture.id(),
        picture.label(),
        place.value(),
        place.before(),
        picture.grid().x(place.place()),
        picture.grid().y(place.place()),
        picture.left(),
        picture.top());
  }
}
