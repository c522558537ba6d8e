package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.KernelSpan;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.command.unit.UnitNames;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is shown of kernels: all as a hyperstack, the strongest as a table and a montage. */
final class KernelResult {

  private static final int MOST_ROWS = 8 * KernelMontage.ROWS;

  private final UnitNames names;
  private final WeightKind kind;
  private final KernelEnd from;
  private final KernelEnd to;
  private final int most;
  private final KernelStack stack;
  private final KernelTable rows;
  private final List<List<WeightKernel>> shown = new ArrayList<>();

  /**
   * @param most how many connections of each upper unit are named
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold the kernels
   */
  KernelResult(
      final Architecture table,
      final WeightKind kind,
      final KernelEnd from,
      final KernelEnd to,
      final KernelSpan span,
      final int most) {
    names = new UnitNames(table);
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.most = most;
    stack = new KernelStack(from.channels().size(), to.channels().size(), span);
    rows = new KernelTable(kind);
  }

  /** Adds the kernels of the next upper unit. */
  void add(final UnitKernels unit) {
    stack.add(unit);
    final List<WeightKernel> strongest = unit.strongest(most);
    rows.add(strongest);
    if (shown.size() < MOST_ROWS) {
      shown.add(strongest);
    }
  }

  /** The units of the montage, in the order in which their icons matter. */
  List<Unit> units() {
    return shown.stream()
        .flatMap(
            row -> Stream.concat(Stream.of(row.get(0).to()), row.stream().map(WeightKernel::from)))
        .distinct()
        .toList();
  }

  /** A sentence where the montage does not show all. */
  Stream<String> notes() {
    return to.channels().size() <= MOST_ROWS
        ? Stream.of()
        : Stream.of(
            String.format(
                Locale.ROOT,
                "the montage shows the first %d of %d units; the table and the stack have all",
                MOST_ROWS,
                to.channels().size()));
  }

  private Provenance described(final Provenance made) {
    return made.with("method", kind.words().toLowerCase(Locale.ROOT))
        .with("from", names.of(from))
        .with("to", names.of(to));
  }

  ImagePlus image(final Provenance made) {
    return stack.image(title(), described(made));
  }

  ImagePlus montage(final IconSheet icons, final Provenance made) {
    return new KernelMontage(names::of, icons.icons(), stack.largest())
        .image("Montage of " + title(), shown, described(made));
  }

  ResultsTable table() {
    return rows.table();
  }

  private String title() {
    return kind.words() + " from " + names.of(from) + " to " + names.of(to);
  }
}
