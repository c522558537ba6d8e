package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The kernels of one unit for several of a lower layer.
 *
 * @param to the upper unit
 * @param from the lower units
 * @param span which places of the lower layer the kernels are of
 * @param values [from, row, column]
 */
public record UnitKernels(Unit to, List<Unit> from, KernelSpan span, float[] values) {

  /** The largest norm first, of equal ones the lower channel. */
  static final Comparator<WeightKernel> STRONGEST_FIRST =
      Comparator.comparingDouble(WeightKernel::norm)
          .reversed()
          .thenComparing(one -> one.from().layer())
          .thenComparingInt(one -> one.from().channel());

  /** The same among those that read one unit: of equal norms the upper channel. */
  static final Comparator<WeightKernel> STRONGEST_ABOVE_FIRST =
      Comparator.comparingDouble(WeightKernel::norm)
          .reversed()
          .thenComparing(one -> one.to().layer())
          .thenComparingInt(one -> one.to().channel());

  /** Copies the list, and refuses values that are not as many. */
  public UnitKernels {
    from = List.copyOf(from);
    if (values.length != from.size() * span.area()) {
      throw new IllegalArgumentException(values.length + " values of " + from.size() + " kernels");
    }
  }

  /** The kernel for one of the lower units. */
  public WeightKernel kernel(final int index) {
    final int area = span.area();
    return new WeightKernel(
        from.get(index), to, span, Arrays.copyOfRange(values, index * area, (index + 1) * area));
  }

  /** The kernels for all of the lower units, in their order. */
  public List<WeightKernel> kernels() {
    return IntStream.range(0, from.size()).mapToObj(this::kernel).toList();
  }

  /**
   * The kernels of the largest norms, the largest first.
   *
   * @param most how many there are at most
   */
  public List<WeightKernel> strongest(final int most) {
    return kernels().stream().sorted(STRONGEST_FIRST).limit(most).toList();
  }
}
