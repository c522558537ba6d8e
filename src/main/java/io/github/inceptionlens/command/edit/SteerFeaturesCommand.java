package io.github.inceptionlens.command.edit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.steering.LargestValues;
import io.github.inceptionlens.activation.steering.PictureScores;
import io.github.inceptionlens.activation.steering.PictureScores.Scores;
import io.github.inceptionlens.activation.steering.SteeredPicture;
import io.github.inceptionlens.activation.steering.Steering;
import io.github.inceptionlens.activation.steering.SteeringMeans;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.SelectionText;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Holds features at other strengths and shows what the network makes of it. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Steer Features...",
    description =
        "Holds network channels or entries of a dictionary at another strength, on your image or on"
            + " many, and shows what becomes of the classes, of later layers, and of the picture that"
            + " the activations stand for.")
public final class SteerFeaturesCommand extends SteeringCommand {

  private static final int MOST_NAMED = 8;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Steering")
  private ResultsTable pictures;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Steering Means",
      attrs = @Attr(name = ResultTables.NAME, value = "means"))
  private ResultsTable means;

  @Parameter(type = ItemIO.OUTPUT, label = "Difference maps")
  private ImagePlus differences;

  @Parameter(type = ItemIO.OUTPUT, label = "Pictures before and after")
  private ImagePlus inverted;

  @Override
  protected void compute() {
    pictures = null;
    means = null;
    differences = null;
    inverted = null;
    final Steering steering = steering();
    if (isOfFront()) {
      steerFront(steering);
    } else {
      requireNoPlaces();
      withNetwork((network, progress) -> steerMany(network, steering, progress));
    }
  }

  private void steerFront(final Steering steering) {
    final ImagePlus image = UserImages.current("images");
    final ImageInput input = input(image);
    uses(input);
    selects(Optional.of(SelectionText.of(image)));
    withNetwork((network, progress) -> steerOne(network, steering, image, input, progress));
  }

  private void steerOne(
      final InceptionV1 network,
      final Steering steering,
      final ImagePlus image,
      final ImageInput input,
      final Progress progress) {
    final Architecture table = network.architecture();
    final List<Layer> changed = steering.layers(table);
    final LargestValues largest = LargestValues.of(changed);
    if (steering.needsLargest()) {
      look(largest, network, input, progress.part(0, 4));
    }
    try (InceptionV1 steered =
        network.with(steering.edits(table, largest, layer -> places(layer, image, input)))) {
      noteStrengths(steering, table, largest);
      show(new SteeredNetwork(network, steered, input), changed, progress);
    }
  }

  private static void look(
      final LargestValues largest,
      final InceptionV1 network,
      final ImageInput input,
      final Progress progress) {
    final List<View> views = input.views();
    for (int i = 0; i < views.size(); i++) {
      largest.look(network, views.get(i), progress.part(i, views.size()));
    }
  }

  private void show(final SteeredNetwork both, final List<Layer> changed, final Progress progress) {
    final List<Layer> later = later(both, changed);
    final Architecture table = both.network().architecture();
    if (!table.labels().isEmpty() || later.isEmpty() && !isInverted()) {
      ClassRanking.requireTop(both.network(), "classes", classes());
      warnOfClasses(both.input(), both.network());
      tabulate(both.classes(progress.part(1, 4)), table.classes());
    }
    if (!later.isEmpty()) {
      differences = both.differences(later, provenance(both.steered()), progress.part(2, 4));
    }
    if (isInverted()) {
      invert(both, ReachedLayers.last(table, changed), progress.part(3, 4));
    }
  }

  private void invert(final SteeredNetwork both, final String layer, final Progress progress) {
    final SteeredNetwork.Inverted made =
        both.inverted(layer, inversion(), provenance(both.steered()), progress);
    inverted = made.image();
    if (made.interrupted()) {
      note(name() + ": stopped while the pictures were made; what follows is missing");
    }
  }

  /** Twice: as the network is, which also tells the largest activations, and steered. */
  private void steerMany(
      final InceptionV1 network, final Steering steering, final Progress progress) {
    ClassRanking.requireTop(network, "classes", classes());
    final Architecture table = network.architecture();
    final List<Layer> read = steering.needsLargest() ? steering.layers(table) : List.of();
    steering.layers(table);
    final List<String> names =
        Stream.concat(ClassRanking.NAMES.stream(), read.stream().map(Layer::name)).toList();
    final ImageCollection<InputPicture> seen = collection(fit(), ImageInput::of);
    final Scan<InputPicture> first = new Scan<>(network, names, seen);
    final Ride<InputPicture, ?, List<Scores>> before = first.ride("before", new PictureScores());
    final Ride<InputPicture, ?, LargestValues> largest =
        first.ride("largest", LargestValues.collector(read));
    final ScanJournal journal =
        scanFirst(first, seen, network, List.of(fit(), names), progress.part(0, 2));
    try (InceptionV1 steered = network.with(steering.edits(table, largest.result()))) {
      noteStrengths(steering, table, largest.result());
      final ImageCollection<InputPicture> again = collection(fit(), ImageInput::of);
      final Scan<InputPicture> second = new Scan<>(steered, ClassRanking.NAMES, again);
      final Ride<InputPicture, ?, List<Scores>> after = second.ride("after", new PictureScores());
      scan(
          second,
          again,
          steered,
          List.of(fit()),
          () -> tabulate(SteeredPicture.of(before.result(), after.result()), table.classes()),
          progress.part(1, 2));
    }
    journal.discard();
  }

  private void tabulate(final List<SteeredPicture> steered, final List<String> labels) {
    final SteeringTables tables = new SteeringTables(labels, classes());
    pictures = tables.pictures(steered);
    if (!images().isBlank()) {
      final SteeringMeans all = SteeringMeans.of(steered, labels, classes());
      means = tables.means(all);
      note(
          String.format(
              Locale.ROOT,
              "%s: the most probable class is another one on %.0f of %,d pictures (%.1f %%)",
              name(),
              all.changed() * all.pictures(),
              all.pictures(),
              100 * all.changed()));
    }
  }

  private void noteStrengths(
      final Steering steering, final Architecture table, final LargestValues largest) {
    if (steering.needsLargest()) {
      final List<String> words =
          steering.strengths(table, largest).entrySet().stream()
              .map(one -> String.format(Locale.ROOT, "%s at %.4g", one.getKey(), one.getValue()))
              .toList();
      final int more = words.size() - MOST_NAMED;
      note(
          name()
              + " holds "
              + String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size())))
              + (more > 0 ? " and " + more + " more" : ""));
    }
  }
}
