package io.github.inceptionlens.command.website;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.website.SiteFacts;
import io.github.inceptionlens.weights.NetworkStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a site on where it comes from; of paths of this computer only the last part. */
final class SiteSources {

  private static final int ANY_SIZE = 512;
  private static final Pattern PATH =
      Pattern.compile("\\b(images|folder|network|range)=(?:\\[([^\\]]*)\\]|([^\\s\"]+))");
  private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\](?=[^/\\\\])");

  private final InceptionV1 network;
  private final Architecture table;
  private final ImageCollection<InputPicture> pictures;

  SiteSources(final InceptionV1 network, final ImageCollection<InputPicture> pictures) {
    this.network = network;
    this.pictures = pictures;
    table = network.architecture();
  }

  /**
   * What the pages say of the whole.
   *
   * @param named a text with the dictionaries that are shown
   * @param made version and macro line
   */
  SiteFacts facts(final String named, final VisualizationRequest portraits, final Provenance made) {
    return new SiteFacts(
        table.name(),
        network.digest(),
        collection(),
        pictures.look().pictures(),
        "activations before the rectifier, where there is one",
        String.format(
            Locale.ROOT,
            "%d x %d pixels, %d steps from noise",
            portraits.size(),
            portraits.size(),
            portraits.steps()),
        LocalDate.now().toString(),
        made.entries().get("version"),
        withoutFolders(made.entries().get("macro")),
        licenses(named),
        notes());
  }

  private String collection() {
    if (pictures.isOfFiles()) {
      return lastPart(pictures.name());
    }
    return pictures.images().size() == 1 ? "one image" : "open images";
  }

  /** The macro line with the last part of each path alone. */
  static String withoutFolders(final String macro) {
    return PATH.matcher(macro)
        .replaceAll(
            part -> {
              final boolean quoted = part.group(2) != null;
              final String last = lastPart(quoted ? part.group(2) : part.group(3));
              return Matcher.quoteReplacement(
                  part.group(1) + "=" + (quoted ? "[" + last + "]" : last));
            });
  }

  private static String lastPart(final String path) {
    return FOLDERS.matcher(path).replaceFirst("");
  }

  private List<String> licenses(final String named) {
    final List<String> sentences = new ArrayList<>();
    sentences.add(
        NetworkStore.standard()
            .catalog()
            .find(table.name())
            .map(
                entry ->
                    String.format(
                        Locale.ROOT,
                        "Network %s: %s. %s",
                        table.name(),
                        entry.license(),
                        entry.citation()))
            .orElse("Network " + table.name() + ": as its makers allow."));
    for (final Dictionary dictionary : NamedDictionaries.in(named).read()) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "Dictionary %s: %s.",
              dictionary.name(),
              dictionary.notes().getOrDefault("license", "as its makers allow")));
    }
    sentences.add(
        "Crops are parts of the images: who has the rights to those has them to the crops.");
    return sentences;
  }

  private List<String> notes() {
    final int skipped = pictures.look().skipped().size();
    return skipped == 0
        ? List.of()
        : List.of(String.format(Locale.ROOT, "%,d images could not be looked at.", skipped));
  }

  /** A sentence on a layer. */
  String about(final Layer layer) {
    final Geometry geometry = Geometry.of(layer, ANY_SIZE, ANY_SIZE);
    return String.format(
        Locale.ROOT,
        "%,d %s, each sees %d x %d pixels, in steps of %d.",
        layer.channels(),
        table.isGrafted(layer.name()) ? "entries" : "channels",
        geometry.x().receptiveField(),
        geometry.y().receptiveField(),
        geometry.x().stride());
  }
}
