package io.github.inceptionlens.command.label;

import io.github.inceptionlens.activation.search.DrawnItems;
import io.github.inceptionlens.activation.search.Halves;
import io.github.inceptionlens.activation.search.RegionPlaces;
import io.github.inceptionlens.activation.search.UnitSearch;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.search.PictureGroups;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.objective.TargetBinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for the entry that tells the regions of each name best, in one scan for all names. */
final class RegionSearch {

  /** Of each name at least so many places inside, and outside, are looked at. */
  private static final int FEWEST = 100;

  private final Layer layer;
  private final Layer read;
  private final NamedRegions regions;
  private final ImageCollection<InputPicture> pictures;
  private final Map<String, Ride<InputPicture, ?, DrawnItems>> drawn = new LinkedHashMap<>();

  /**
   * @param layer of the entries
   * @param regions whose names are known
   */
  RegionSearch(
      final InceptionV1 network,
      final Layer layer,
      final NamedRegions regions,
      final ImageCollection<InputPicture> pictures) {
    this.layer = layer;
    this.regions = regions;
    this.pictures = pictures;
    read =
        network.architecture().layer(TargetBinding.beforeRectifier(network, layer.unit(0)).layer());
  }

  /** How many places inside of the regions of a name are drawn at most, and outside of them. */
  int most() {
    return Math.max(FEWEST, DrawnItems.most(read, 2 * regions.names().size()));
  }

  /**
   * What has to be run before anything can be told.
   *
   * @param seed what places are drawn from
   */
  Scan<InputPicture> scan(final InceptionV1 network, final long seed) {
    final Scan<InputPicture> scan = new Scan<>(network, List.of(read.name()), pictures);
    for (final String name : regions.names()) {
      final RegionPlaces<InputPicture> places =
          new RegionPlaces<>(read, picture -> regions.of(name, picture), most(), seed);
      drawn.put(name, scan.ride("places of " + name, places));
    }
    return scan;
  }

  /** Adds what was found to what is told. */
  void tell(final ToldEntries told) {
    drawn.forEach((name, ride) -> tell(name, ride.result(), told));
  }

  private void tell(final String name, final DrawnItems places, final ToldEntries told) {
    final Halves halves = Halves.of(places, new PictureGroups(pictures)::of);
    final UnitSearch search = UnitSearch.ofRegions(layer, places, halves);
    if (!search.canTell(RegionPlaces.INSIDE)) {
      told.note(
          String.format(
              Locale.ROOT,
              "\"%s\" is left out: on one half of the pictures and on the other some places must lie"
                  + " in it and some not",
              name));
      return;
    }
    search.present(RegionPlaces.INSIDE).ifPresent(found -> told.add(name, found));
    if (halves.isOnePicture()) {
      told.note(
          String.format(
              Locale.ROOT,
              "\"%s\" is on a single picture, of which blocks take turns to choose on and to measure"
                  + " on; they see much of each other, so that its area flatters",
              name));
    }
  }
}
