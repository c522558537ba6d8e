package io.github.inceptionlens.network;

import ai.djl.ndarray.BaseNDManager;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Calls the network again and again and counts what stays; what {@link LeakTest}'s child runs. */
public final class LeakProbe {

  private static final Pattern COUNT = Pattern.compile("resource count: (\\d+)");
  private static final List<String> PLACES =
      List.of("mixed3a", "mixed4c_pre_relu", Architecture.PROBABILITIES);

  private LeakProbe() {}

  /**
   * Prints each call and how many native arrays it left, then how many kilobytes 100 rounds did.
   */
  public static void main(final String[] arguments) throws IOException {
    final Picture picture = SmallNetworks.picture(131, 96);
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.TENSORFLOW))) {
      final Map<String, Runnable> calls = calls(network, picture);
      calls.forEach(
          (name, call) -> {
            final int before = arrays();
            final String outcome = attempt(call) ? " works " : " fails ";
            System.out.println(name + outcome + (arrays() - before));
          });
      for (int i = 0; i < 20; i++) {
        calls.values().forEach(LeakProbe::attempt);
      }
      final long before = MemoryProbe.status("VmRSS");
      for (int i = 0; i < 100; i++) {
        calls.values().forEach(LeakProbe::attempt);
      }
      System.out.println("kilobytes " + (MemoryProbe.status("VmRSS") - before));
    }
    System.out.println("closed " + arrays());
    System.exit(0);
  }

  private static Map<String, Runnable> calls(final InceptionV1 network, final Picture picture) {
    final FeatureMap map = network.run(picture, PLACES).map("mixed3a");
    final FeatureMap wrong =
        new FeatureMap(
            map.layer(),
            map.geometry(),
            new MapStack(9, 9, Arrays.asList(SmallNetworks.picture(9, 9).arrays())));
    final Objective failing =
        new Objective(
            List.of("mixed4c"),
            values -> {
              throw new IllegalStateException("an objective that fails");
            });
    final Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("run", () -> network.run(picture, PLACES));
    calls.put("runOn", () -> network.runOn(map, List.of(Architecture.LOGITS)));
    calls.put("runOn-failing", () -> network.runOn(wrong, List.of(Architecture.LOGITS)));
    calls.put(
        "run-failing", () -> network.run(new Picture(64, 64, List.of(new float[64 * 64])), PLACES));
    calls.put("gradient", () -> Gradients.of(network, picture, Objective.logit(1)));
    calls.put("gradient-failing", () -> Gradients.of(network, picture, failing));
    return calls;
  }

  private static boolean attempt(final Runnable call) {
    try {
      call.run();
      return true;
    } catch (final RuntimeException e) {
      return false;
    }
  }

  /** The arrays and managers that are open in the whole process, as DJL's own dump counts them. */
  public static int arrays() {
    final PrintStream out = System.out;
    final ByteArrayOutputStream dump = new ByteArrayOutputStream();
    try (NDManager manager = SmallNetworks.engine().newManager();
        PrintStream capture = new PrintStream(dump, true, StandardCharsets.UTF_8)) {
      System.setOut(capture);
      ((BaseNDManager) manager.getParentManager()).debugDump(0);
    } finally {
      System.setOut(out);
    }
    return COUNT
        .matcher(dump.toString(StandardCharsets.UTF_8))
        .results()
        .map(MatchResult::group)
        .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
        .sum();
  }
}
