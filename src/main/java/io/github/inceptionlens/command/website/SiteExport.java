package io.github.inceptionlens.command.website;

import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.website.Website;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Makes a site of what a scan found, in three steps: visualizations, crops and weights, pages. */
final class SiteExport {

  private static final int PARTS = 3;

  private final InceptionV1 network;
  private final SiteOptions options;
  private final ImageCollection<InputPicture> pictures;
  private final List<ExportedUnit> units;
  private final SitePages pages;

  /**
   * @param found the units of each layer
   */
  SiteExport(
      final InceptionV1 network,
      final SiteOptions options,
      final ImageCollection<InputPicture> pictures,
      final List<List<ExportedUnit>> found) {
    this.network = network;
    this.options = options;
    this.pictures = pictures;
    units = found.stream().flatMap(Collection::stream).toList();
    pages = new SitePages(network, options, found);
  }

  /**
   * Makes the visualizations that are not kept yet.
   *
   * @return how many those were
   * @throws CancellationException when the user stopped it; what is finished is kept
   */
  int visualize(final Progress progress) {
    pages.visualize(progress.part(0, PARTS));
    return pages.made();
  }

  /**
   * Writes the site, after the visualizations.
   *
   * @param named a text with the dictionaries that are shown
   * @param made version and macro line
   * @return the crops that it shows
   * @throws UserError when a file cannot be written
   * @throws CancellationException when the user stopped it
   */
  ResultsTable write(
      final SiteFolder site, final String named, final Provenance made, final Progress progress) {
    final Progress finding = progress.part(1, PARTS);
    final SiteCrops crops = SiteCrops.of(units, pictures, finding.part(0, 2));
    final Map<Layer, SiteLinks> links = pages.links(finding.part(1, 2));
    final SiteSources sources = new SiteSources(network, pictures);
    final Website website =
        new Website(sources.facts(named, options.portraits(), made), pages.layers(sources), site);
    try {
      write(website, crops, links, progress.part(2, PARTS));
    } catch (final CancellationException | UserError stopped) {
      site.keep();
      throw stopped;
    }
    site.end();
    return ExportedCrops.of(units, crops);
  }

  private void write(
      final Website website,
      final SiteCrops crops,
      final Map<Layer, SiteLinks> links,
      final Progress progress) {
    for (int i = 0; i < units.size(); i++) {
      final ExportedUnit one = units.get(i);
      progress.at(
          (double) i / units.size(),
          String.format(Locale.ROOT, "Page %,d of %,d ...", i + 1, units.size()));
      website.unit(pages.page(one, crops, links.get(one.layer())));
    }
    website.finish();
  }

  /** What a reader must know: units that could not be visualized, a sentence each. */
  List<String> notes() {
    return pages.notes().stream().distinct().toList();
  }
}
