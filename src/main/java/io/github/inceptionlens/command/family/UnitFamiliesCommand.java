package io.github.inceptionlens.command.family;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.family.CongruenceGroup;
import io.github.inceptionlens.circuit.family.FamilyKind;
import io.github.inceptionlens.circuit.family.KernelAgreement;
import io.github.inceptionlens.circuit.family.OrbitCollector;
import io.github.inceptionlens.circuit.family.OrbitResponses;
import io.github.inceptionlens.circuit.family.UnitFamilies;
import io.github.inceptionlens.circuit.family.UnitFamily;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.collection.CollectionCommand;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Finds units of a layer that are turned or mirrored copies of each other. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Unit Families...",
    description =
        "Finds the units of a layer that are turned or mirrored copies of each other, by what they"
            + " give to your images as these are turned or mirrored, and compares their kernels.")
public final class UnitFamiliesCommand extends CollectionCommand {

  private static final String MAKE = "make";

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = {@Attr(name = MacroKeys.EARLY), @Attr(name = MacroKeys.UNITS)},
      description =
          "The units that are compared: a layer, a branch such as mixed3b_5x5, units such as"
              + " mixed3b:320-415, or entries of a dictionary.")
  private String layer = "mixed3b";

  @Parameter(
      persist = false,
      label = "Copies under",
      choices = {"rotation", "mirror", "both"},
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "rotation: turned by multiples of the step; mirror: left and right or top and bottom"
              + " exchanged, or both; both: mirrored or not, and turned.")
  private String under = "rotation";

  @Parameter(
      persist = false,
      label = "Step (degrees)",
      min = "1",
      max = "180",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = "The angle from one turn to the next; 360 is a multiple of it.")
  private int step = 15;

  @Parameter(
      persist = false,
      label = "Number of places",
      min = "2",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "At how many places units are compared, drawn by the seed over all pictures alike.")
  private int places = 600;

  @Parameter(
      persist = false,
      label = "Least correlation",
      attrs = @Attr(name = MacroKeys.EARLY),
      description =
          "The mean correlation with the others of its family that each member has at least: a"
              + " number from 0 to 1, or auto.")
  private String least = LeastCorrelation.AUTO;

  @Parameter(
      persist = false,
      label = "Icons",
      choices = {MAKE, "kept"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "make: of units without a kept visualization some are made, which takes longest; kept: only"
              + " those are shown that are kept.")
  private String icons = MAKE;

  @Parameter(
      required = false,
      persist = false,
      label = "Keep the families as a dictionary named",
      description =
          "A name under which the members of all families, in their order, are kept as a dictionary"
              + " of the layer, for all commands (layer=NAME, unit=NAME:0); empty to keep nothing.")
  private String dictionary = "";

  @Parameter(
      persist = false,
      label = "Replace a dictionary of that name",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Let a dictionary go that has the name already.")
  private boolean replace;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Families")
  private ImagePlus montage;

  @Parameter(type = ItemIO.OUTPUT, label = "Copies")
  private ImagePlus matrix;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Families")
  private ResultsTable table;

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "replace" -> !dictionary.isBlank();
      case "step" -> kind().hasStep();
      default -> super.isRead(key);
    };
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "layer" -> namedArchitecture().ifPresent(network -> KernelEnd.parse(network, key, text));
      case "step" -> kind().group((Integer) value);
      case "least" -> LeastCorrelation.parse(text);
      case "dictionary" -> requireFree(text.strip());
      default -> super.check(key, value);
    }
  }

  private FamilyKind kind() {
    return Choices.named("under", under, FamilyKind.values(), FamilyKind::label);
  }

  private void requireFree(final String asked) {
    if (!asked.isEmpty()) {
      store().requireFree(asked, replace);
    }
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  @Override
  protected void compute() {
    montage = null;
    matrix = null;
    table = null;
    final CongruenceGroup group = kind().group(step);
    final LeastCorrelation asked = LeastCorrelation.parse(least);
    if (places < 2) {
      throw new UserError("places is " + places + ", expected 2 or more");
    }
    requireFree(dictionary.strip());
    withNetwork((network, progress) -> compare(network, group, asked, progress));
  }

  private void compare(
      final InceptionV1 network,
      final CongruenceGroup group,
      final LeastCorrelation asked,
      final Progress progress) {
    final Architecture architecture = network.architecture();
    final KernelEnd units = KernelEnd.parse(architecture, "layer", layer);
    final Layer read = architecture.layer(units.layer());
    if (!dictionary.isBlank()) {
      ownLayer(architecture, units.layer());
    }
    final DiscPlaces drawn =
        new DiscPlaces(
            collection(Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, read)),
            read,
            group,
            places,
            seed(),
            (done, what) -> progress.at(0, what));
    final OrbitCollector collector = new OrbitCollector(units, group);
    collector.requireRoom(drawn.places());
    final ImageCollection<DiscPicture> discs = drawn.collection();
    final Scan<DiscPicture> scan = new Scan<>(network, List.of(units.layer()), discs);
    final Ride<DiscPicture, ?, OrbitResponses> seen = scan.ride("places", collector);
    scan(
        scan, discs, network, List.of(units, group, places, seed()), () -> {}, progress.part(0, 2));
    show(network, units, seen.result(), asked, discs.name(), progress.part(1, 2));
  }

  private void show(
      final InceptionV1 network,
      final KernelEnd units,
      final OrbitResponses responses,
      final LeastCorrelation asked,
      final String images,
      final Progress progress) {
    final UnitFamilies compared = UnitFamilies.of(responses, progress.part(0, 3));
    final double threshold = asked.of(compared);
    final List<UnitFamily> families = compared.families(threshold);
    final FamilyResult result = new FamilyResult(compared, families);
    final UnitNames names = new UnitNames(network.architecture());
    final Provenance made =
        provenance(network)
            .with("method", "unit families under " + kind().label())
            .with("layer", names.of(units))
            .with("images", images)
            .with("places", responses.places())
            .with("least correlation", threshold)
            .with("largest shuffled correlation", compared.largestShuffled());
    note(summary(compared, families, threshold));
    final String title = names.of(units) + " under " + kind().label();
    matrix = result.matrix("Copies of " + title, made);
    final KernelAgreement kernels =
        new KernelAgreement(network, families, compared.units(), seed(), progress.part(1, 3));
    table = result.table(kernels);
    if (families.isEmpty()) {
      return;
    }
    if (!dictionary.isBlank()) {
      final String kept = dictionary.strip();
      store().keep(FamilyDirections.of(kept, network, units.layer(), families, made), replace);
    }
    showIcons(
        network, title, new FamilyMontage(families, names, kernels), made, progress.part(2, 3));
  }

  private String summary(
      final UnitFamilies compared, final List<UnitFamily> families, final double threshold) {
    final long pairs = (long) compared.units().size() * (compared.units().size() - 1) / 2;
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d pairs exceed the largest correlation with pictures permuted, %.2f; %,d exceed"
            + " %.2f; %d families of %d units, of %d that depend on how pictures lie, of %d",
        name(),
        compared.pairsAbove(compared.largestShuffled()),
        pairs,
        compared.largestShuffled(),
        compared.pairsAbove(threshold),
        threshold,
        families.size(),
        families.stream().mapToInt(family -> family.members().size()).sum(),
        compared.tuned(),
        compared.units().size());
  }

  /** Shows the montage; where the user stops the making of icons, without those missing. */
  private void showIcons(
      final InceptionV1 network,
      final String title,
      final FamilyMontage rows,
      final Provenance made,
      final Progress progress) {
    final IconSheet sheet = new IconSheet(network);
    try {
      sheet.find(rows.units(), icons.equals(MAKE) ? IconSheet.MOST : 0, progress);
    } finally {
      montage = rows.image("Montage of families of " + title, sheet.icons(), made);
      sheet.notes().forEach(line -> note(name() + ": " + line));
    }
  }
}
