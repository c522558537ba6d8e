package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.Training;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes the state of a GoogLeNet as torchvision names it, with values that are formulas, the same
 * as in {@code src/test/python/torchvision_golden.py}.
 */
public final class TorchvisionFiles {

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private TorchvisionFiles() {}

  /** A file with auxiliary heads and counters. */
  public static byte[] write(final int classes) {
    return write(classes, "fc", true);
  }

  /**
   * A file.
   *
   * @param head what the classifier is called; empty for none
   * @param auxiliary whether the heads that only training needs are there
   */
  public static byte[] write(final int classes, final String head, final boolean auxiliary) {
    final TorchvisionFiles file = new TorchvisionFiles();
    file.convolution("conv1", 64, 3, 7);
    file.convolution("conv2", 64, 64, 1);
    file.convolution("conv3", 192, 64, 3);
    int width = 192;
    for (final Training.Module module : Training.TORCH.modules()) {
      final String name = "inception" + module.name() + ".";
      file.convolution(name + "branch1", module.n1x1(), width, 1);
      file.convolution(name + "branch2.0", module.bottleneck3x3(), width, 1);
      file.convolution(name + "branch2.1", module.n3x3(), module.bottleneck3x3(), 3);
      file.convolution(name + "branch3.0", module.bottleneck5x5(), width, 1);
      file.convolution(name + "branch3.1", module.n5x5(), module.bottleneck5x5(), 3);
      file.convolution(name + "branch4.1", module.poolReduce(), width, 1);
      width = module.n1x1() + module.n3x3() + module.n5x5() + module.poolReduce();
    }
    if (auxiliary) {
      file.convolution("aux1.conv", 8, 512, 1);
      file.dense("aux1.fc2", classes, 1024);
    }
    if (!head.isEmpty()) {
      file.dense(head, classes, 1024);
    }
    return SafetensorsFiles.file(
        "{" + String.join(",", file.headers.values()) + "}", file.data.toByteArray());
  }

  private void convolution(final String name, final int out, final int in, final int kernel) {
    final double scale = Math.sqrt(24.0 / (in * kernel * kernel));
    add(name + ".conv.weight", List.of(out, in, kernel, kernel), scale, 0);
    add(name + ".bn.weight", List.of(out), 1, 1);
    add(name + ".bn.bias", List.of(out), 0.4, 0);
    add(name + ".bn.running_mean", List.of(out), 0.2, 0);
    add(name + ".bn.running_var", List.of(out), 1, 1);
    counter(name + ".bn.num_batches_tracked");
  }

  private void dense(final String name, final int classes, final int in) {
    add(name + ".weight", List.of(classes, in), 0.1, 0);
    add(name + ".bias", List.of(classes), 1, 0);
  }

  private void counter(final String name) {
    final int from = data.size();
    data.writeBytes(new byte[Long.BYTES]);
    headers.put(name, SafetensorsFiles.entry(name, "I64", "[]", from, data.size()));
  }

  private void add(
      final String name, final List<Integer> shape, final double scale, final double offset) {
    final int count = shape.stream().reduce(1, Math::multiplyExact);
    final ByteBuffer bytes =
        ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    final String formula = name.replaceFirst("^classify\\.", "fc.");
    final CRC32 sum = new CRC32();
    sum.update(formula.getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < count; i++) {
      bytes.putFloat((float) (noise(sum.getValue(), i) * scale + offset));
    }
    final int from = data.size();
    data.writeBytes(bytes.array());
    headers.put(
        name,
        SafetensorsFiles.entry(name, "F32", new ArrayList<>(shape).toString(), from, data.size()));
  }

  /** Evenly spread over -0.5 to 0.5. */
  private static float noise(final long seed, final int index) {
    long h = index * 2654435761L + seed & 0xffffffffL;
    for (int i = 0; i < 2; i++) {
      h = (h ^ h >>> 16) * 0x45d9f3bL & 0xffffffffL;
    }
    h ^= h >>> 16;
    return (float) (h / 0x1p32 - 0.5);
  }
}
