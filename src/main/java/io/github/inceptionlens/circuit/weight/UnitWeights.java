package io.github.inceptionlens.circuit.weight;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.engine.WindowOperations;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The weights between units of two layers, as kernels [to, from, row, column], computed in batches
 * of upper units, so that only what the caller keeps has to find room.
 *
 * <pre>{@code
 * Architecture table = network.architecture();
 * UnitWeights weights =
 *     UnitWeights.expanded(
 *         network,
 *         KernelEnd.all(table, "mixed4b"),
 *         KernelEnd.parse(table, "to", "mixed4c:447"));
 * List<WeightKernel> strongest = weights.all(Progress.NONE).get(0).strongest(12);
 * }</pre>
 *
 * @see <a href="https://distill.pub/2020/circuits/visualizing-weights/">Voss et al. 2021,
 *     Visualizing Weights</a>
 */
public final class UnitWeights {

  private static final SlidingWindow PLACE = new SlidingWindow(1, 1, new Padding.Fixed(0, false));
  private static final long LARGEST_BATCH = 64;
  private static final long BATCH_VALUES = 1 << 24;

  private final InceptionV1 network;
  private final KernelEnd from;
  private final KernelEnd to;
  private final List<Unit> lower;
  private final KernelSource source;
  private final boolean direct;
  private final WayBack way;
  private final KernelReach reach;
  private final long bytes;

  private UnitWeights(
      final InceptionV1 network, final KernelEnd from, final KernelEnd to, final boolean direct) {
    this.network = network;
    this.from = from;
    this.to = to;
    this.direct = direct;
    lower = from.units();
    source = KernelSource.of(network, from);
    way = KernelWay.of(network.architecture(), source.row(), to.layer());
    final KernelReach.Walk walk = new KernelReach.Walk(network.architecture(), direct);
    final KernelEnd whole = KernelEnd.all(network.architecture(), to.layer());
    reach = walk.run(way, direct ? to.channels() : whole.channels());
    bytes = walk.bytes();
  }

  /**
   * The weights expanded over all rows between, as if the network were linear: rectifiers let
   * everything pass, max pools are means, response norms have their slope at zero, bias^-beta. That
   * is the gradient of the linearized network, and where there is one the product of the stored
   * kernels. It depends on no picture; opposite contexts cancel in it.
   *
   * @param from the lower units; an entry of a dictionary acts by its decoder
   * @param to the upper units; an entry of a dictionary reads by its encoder
   * @throws UserError when the upper layer does not read the lower one
   */
  public static UnitWeights expanded(
      final InceptionV1 network, final KernelEnd from, final KernelEnd to) {
    return new UnitWeights(network, from, to, false);
  }

  /**
   * The weights as they are stored, where the layers touch: one convolution lies between, and
   * nothing else but rectifiers, pools and response norms, which are passed over.
   *
   * @param from the lower units
   * @param to the upper units
   * @throws UserError when the upper layer does not read the lower one, or another convolution lies
   *     between, which the sentence names
   */
  public static UnitWeights direct(
      final InceptionV1 network, final KernelEnd from, final KernelEnd to) {
    final UnitWeights weights = new UnitWeights(network, from, to, true);
    weights.requireTouch();
    return weights;
  }

  private void requireTouch() {
    if (reach.further().isEmpty() && reach.weighted()) {
      return;
    }
    final String why =
        network.architecture().nodes().stream()
            .map(Node::name)
            .filter(reach.further()::contains)
            .map(row -> row.replace(Architecture.PRE_RELU, ""))
            .map(row -> row + " lies between them: give from=" + row)
            .findFirst()
            .orElse("no weights lie between them: give another layer");
    throw new UserError(
        String.format(
            Locale.ROOT,
            "%s does not touch %s, for %s, or how=expanded",
            to.layer(),
            from.layer(),
            why));
  }

  /**
   * Which places of the lower layer all kernels are of: expanded weights of all that any unit of
   * the upper layer reaches.
   */
  public KernelSpan span() {
    return reach.span();
  }

  /** The lower units, in the order of the kernels. */
  public KernelEnd lower() {
    return from;
  }

  /** The upper units, in the order in which they are computed. */
  public KernelEnd upper() {
    return to;
  }

  /**
   * The kernels of all upper units, kept.
   *
   * @throws UserError when Java's memory cannot hold them
   */
  public List<UnitKernels> all(final Progress progress) {
    HeapCheck.require(
        (long) to.channels().size() * values() * Float.BYTES,
        to.channels().size() + " x " + from.channels().size() + " kernels",
        "give fewer units");
    final List<UnitKernels> all = new ArrayList<>();
    forEach(all::add, progress);
    return all;
  }

  private long values() {
    return (long) from.channels().size() * span().area();
  }

  /**
   * Computes the kernels of one upper unit after the other.
   *
   * @param taker of each
   * @throws UserError when not even those of one find room
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public void forEach(final Consumer<UnitKernels> taker, final Progress progress) {
    final int batch = batch();
    final int count = to.channels().size();
    try (NDManager scope = network.newManager()) {
      final LinearStep step = new LinearStep(network, scope, direct);
      for (int first = 0; first < count; first += batch) {
        final List<Integer> some = to.channels().subList(first, Math.min(count, first + batch));
        final int done = first;
        take(
            some,
            step,
            taker,
            (part, what) ->
                progress.at(
                    (done + part * some.size()) / count,
                    String.format(Locale.ROOT, "Weights of %d of %d units ...", done, count)));
      }
    }
  }

  /** How many units find room at once. */
  private int batch() {
    final long budget = MemoryBudget.bytes();
    HeapCheck.require(
        3 * values() * Float.BYTES,
        "the kernels of one unit for " + from.channels().size() + " of " + from.layer(),
        "give fewer units in from, or a layer that is nearer to " + to.layer());
    if (bytes > budget) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the kernels of one unit of %s for %s need %d MB of memory, but the budget is %d MB:"
                  + " give a layer that is nearer to %s, or start ImageJ with -D%s=MB",
              to.layer(),
              from.layer(),
              bytes >> 20,
              budget >> 20,
              to.layer(),
              MemoryBudget.PROPERTY));
    }
    final long most = Math.min(LARGEST_BATCH, BATCH_VALUES / Math.max(1, rowValues()));
    return (int) Math.max(1, Math.min(most, budget / Math.max(1, bytes)));
  }

  private long rowValues() {
    return (long) KernelReach.channels(network.architecture(), source.row()) * span().area();
  }

  private void take(
      final List<Integer> channels,
      final LinearStep step,
      final Consumer<UnitKernels> taker,
      final Progress progress) {
    try (NDManager own = network.newManager()) {
      final Optional<KernelBatch> kernels = way.run(start(own, channels), step, progress);
      final Optional<KernelBatch> acting = kernels.map(this::directed);
      final KernelSpan shown = acting.map(KernelBatch::span).orElse(span());
      final float[] values = acting.map(one -> one.values().toFloatArray()).orElse(new float[0]);
      for (int unit = 0; unit < channels.size(); unit++) {
        final float[] whole = new float[(int) values()];
        if (acting.isPresent()) {
          place(values, unit, shown, whole);
        }
        taker.accept(
            new UnitKernels(new Unit(to.layer(), channels.get(unit)), lower, span(), whole));
      }
    }
  }

  /**
   * The units themselves. DJL's arrays of Java values share memory that Java frees once they are
   * closed, also under views of them, such as the parts of a concatenation.
   */
  private KernelBatch start(final NDManager own, final List<Integer> channels) {
    final int width = KernelReach.channels(network.architecture(), to.layer());
    final float[] ones = new float[channels.size() * width];
    for (int unit = 0; unit < channels.size(); unit++) {
      ones[unit * width + channels.get(unit)] = 1;
    }
    try (NDArray shared = own.create(ones, new Shape(channels.size(), width, 1, 1))) {
      return new KernelBatch(shared.duplicate(), KernelSpan.PLACE);
    }
  }

  /** The kernels for a dictionary's entries of those for the channels on which they act. */
  private KernelBatch directed(final KernelBatch kernels) {
    if (source.directions().isEmpty()) {
      return kernels;
    }
    final NDManager own = kernels.values().getManager();
    final NDArray directions =
        own.create(
            source.directions().get(), new Shape(source.count(), source.channels().size(), 1, 1));
    return new KernelBatch(
        WindowOperations.convolution(kernels.values(), PLACE, directions, null), kernels.span());
  }

  /** Copies a unit's kernels to their places in those of the whole span. */
  private void place(
      final float[] values, final int unit, final KernelSpan shown, final float[] whole) {
    final int width =
        source.directions().isPresent()
            ? source.count()
            : KernelReach.channels(network.architecture(), source.row());
    final int shift = shown.first() - span().first();
    final int size = span().size();
    for (int i = 0; i < from.channels().size(); i++) {
      final int channel = source.directions().isPresent() ? i : source.channels().get(i);
      for (int row = 0; row < shown.size(); row++) {
        System.arraycopy(
            values,
            ((unit * width + channel) * shown.size() + row) * shown.size(),
            whole,
            (i * size + row + shift) * size + shift,
            shown.size());
      }
    }
  }
}
