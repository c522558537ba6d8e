package io.github.inceptionlens.textures;

import io.github.inceptionlens.textures.structure.TextureClass;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how long one 128 x 128 image of each class takes on one core, after warming up: the
 * thread's own time, so that a busy machine does not matter.
 */
public final class TexturesBenchmark {

  private static final int SIZE = 128;
  private static final int WARM_UP = 150;
  private static final int IMAGES = 150;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static float sink;

  private TexturesBenchmark() {}

  public static void main(final String[] arguments) {
    Arrays.stream(TextureClass.values()).forEach(texture -> milliseconds(texture, WARM_UP));
    final Map<TextureClass, Double> times = new EnumMap<>(TextureClass.class);
    for (final TextureClass texture : TextureClass.values()) {
      times.put(texture, milliseconds(texture, IMAGES));
    }
    times.forEach((texture, ms) -> print(texture.label(), ms));
    print("mean", times.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    final Map.Entry<TextureClass, Double> slowest =
        times.entrySet().stream()
            .max(Comparator.comparingDouble(Map.Entry::getValue))
            .orElseThrow();
    print("slowest: " + slowest.getKey().label(), slowest.getValue());
  }

  private static double milliseconds(final TextureClass texture, final int images) {
    final long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < images; i++) {
      sink += Textures.sample(texture, i, SIZE, SIZE).image().plane(0)[0];
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / images;
  }

  private static void print(final String what, final double ms) {
    System.out.println(String.format(Locale.ROOT, "%-40s %6.2f ms", what, ms));
  }
}
