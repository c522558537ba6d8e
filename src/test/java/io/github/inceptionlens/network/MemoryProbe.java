package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.UnitSet;
import io.github.inceptionlens.network.gradient.GradientPlan;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.network.memory.MemoryPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Measures, as Linux sees it, what runs of a network need; what memory tests' children run. */
public final class MemoryProbe {

  /** Further places: dictionaries of mixed3a, as their nonlinearities and edits make them. */
  static final String DICTIONARY = "dict";

  static final String THRESHOLDS = "thresholds";
  static final String SCALED = "scaled";
  static final String AVERAGED = "averaged";
  static final String DIFFERENCE = SCALED + "~difference";

  private static final int ENTRIES = 1024;

  private MemoryProbe() {}

  /**
   * Prints the place, the side, the planned and the measured peak in kilobytes of each run.
   *
   * @param arguments conventions, what widths are divided by, {@code run}, {@code gradient}, {@code
   *     guided} or a layer to differentiate at, the picture's sides separated by commas, the places
   */
  public static void main(final String[] arguments) throws IOException {
    final FrameworkConventions conventions = FrameworkConventions.valueOf(arguments[0]);
    final Training full = SmallNetworks.training(conventions);
    final Architecture architecture =
        full.narrowed(Integer.parseInt(arguments[1]), "net", full.labels()).architecture();
    final String kind = arguments[2];
    try (InceptionV1 trunk = SmallNetworks.ofBothSigns(architecture);
        InceptionV1 network = trunk.with(edits(architecture))) {
      for (final String side : arguments[3].split(",")) {
        final int size = Integer.parseInt(side);
        final Picture picture = SmallNetworks.picture(size, size);
        for (int i = 4; i < arguments.length; i++) {
          measure(network, SmallNetworks.picture(64, 65), arguments[i], kind);
          System.out.println(measure(network, picture, arguments[i], kind));
        }
      }
    }
    System.exit(0);
  }

  private static List<NetworkEdit> edits(final Architecture architecture) {
    return List.of(
        dictionary(architecture, DICTIONARY, Nonlinearity.topK(7)),
        dictionary(architecture, THRESHOLDS, Nonlinearity.above(new float[ENTRIES])),
        dictionary(architecture, SCALED, Nonlinearity.NONE),
        dictionary(architecture, AVERAGED, Nonlinearity.NONE),
        new ChannelSplice(UnitSet.parse(SCALED + ":0-511"), ChannelChange.scale(2)),
        new ChannelSplice(UnitSet.parse(AVERAGED + ":0-511"), ChannelChange.MEAN));
  }

  /** Entries, many enough to be what takes the memory, in equal pairs, which take most. */
  private static Graft dictionary(
      final Architecture architecture, final String name, final Nonlinearity nonlinearity) {
    final int channels = architecture.layer("mixed3a").channels();
    final float[] weights = new float[ENTRIES * channels];
    final Random random = new Random(1);
    for (int i = 0; i < weights.length; i++) {
      final boolean isSecond = i / channels % 2 == 1;
      weights[i] = isSecond ? weights[i - channels] : (float) random.nextGaussian();
    }
    return new Graft(
        name,
        "mixed3a",
        new Graft.Affine(weights, new float[ENTRIES]),
        nonlinearity,
        Optional.empty());
  }

  private static String measure(
      final InceptionV1 network, final Picture picture, final String place, final String kind)
      throws IOException {
    final int size = picture.width();
    final List<String> places = List.of(place);
    final long before = status("VmRSS");
    Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    final long planned;
    if (!kind.equals("run")) {
      final GradientRequest request = request(kind, place);
      Gradients.of(network, List.of(picture), request);
      planned = GradientPlan.peak(network.architecture(), request, size, size);
    } else {
      network.run(picture, places);
      planned = MemoryPlan.peak(network.architecture(), places, size, size);
    }
    return place + " " + size + " " + planned / 1024 + " " + (status("VmHWM") - before);
  }

  private static GradientRequest request(final String kind, final String place) {
    final Objective sum = new Objective(List.of(place), values -> values.get(place).sum());
    return switch (kind) {
      case "gradient" -> GradientRequest.pixels(sum);
      case "guided" -> GradientRequest.pixels(sum, ReluRule.GUIDED);
      default -> GradientRequest.layers(sum, List.of(kind));
    };
  }

  /** A line of this process's status, in kilobytes. */
  static long status(final String key) throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith(key + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
