package io.github.inceptionlens.command.label;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.region.PictureRegions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions of pictures by what they are called. Those that the ROI Manager numbered because
 * others had their name, {@code nucleus-1}, go by that name, {@code nucleus}.
 */
final class NamedRegions {

  /** So many different names can be looked for in one scan. */
  private static final int MOST = 100;

  private static final Pattern NUMBERED = Pattern.compile("(?<name>.+)-\\d{1,4}");

  private final PictureRegions regions;
  private final SortedSet<String> written = new TreeSet<>();
  private Optional<Seen> last = Optional.empty();

  /** A picture, and its regions. */
  private record Seen(InputPicture picture, List<MeasuredRegion> regions) {}

  NamedRegions(final PictureRegions regions) {
    this.regions = regions;
  }

  /** Remembers what the regions of a picture are called. */
  void add(final InputPicture picture) {
    regions.of(picture).forEach(region -> written.add(region.name()));
  }

  /**
   * The names of the regions of all pictures that were added, in alphabetical order.
   *
   * @throws UserError when there are none, or so many that they are no names of kinds
   */
  List<String> names() {
    final List<String> names = written.stream().map(this::called).distinct().toList();
    if (names.isEmpty()) {
      throw new UserError(
          "the regions lie on none of the pictures: give regions of these pictures");
    }
    if (names.size() > MOST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the regions have %,d different names, and at most %d can be labels: give all regions"
                  + " of a kind the same name",
              names.size(),
              MOST));
    }
    return names;
  }

  private String called(final String name) {
    final Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() && written.contains(numbered.group("name"))
        ? numbered.group("name")
        : name;
  }

  /** The regions of a picture that have a name. */
  List<MeasuredRegion> of(final String name, final InputPicture picture) {
    return of(picture).stream().filter(region -> called(region.name()).equals(name)).toList();
  }

  /** All regions of a picture, which are found once for all names. */
  private synchronized List<MeasuredRegion> of(final InputPicture picture) {
    final Seen seen =
        last.filter(one -> one.picture.equals(picture))
            .orElseGet(() -> new Seen(picture, regions.of(picture)));
    last = Optional.of(seen);
    return seen.regions;
  }
}
