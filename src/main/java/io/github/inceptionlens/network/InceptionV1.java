package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.edit.EditHistory;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A trained InceptionV1 for pictures of any size: feature maps of any layer or branch, before or
 * after the rectifier, logits and probabilities.
 *
 * <p>A picture is an image of width x height x 3 (red, green, blue) with values 0 to 255. Several
 * threads may ask at once; closing frees the weights.
 *
 * <pre>{@code
 * try (InceptionV1 network = new InceptionV1(engine, architecture, weights)) {
 *   FeatureMap map = network.run(picture, List.of("mixed4c")).map("mixed4c");
 * }
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2014</a>
 */
public final class InceptionV1 implements AutoCloseable {

  private final Architecture architecture;
  private final String file;
  private final EditHistory edits;
  private final Passes passes;

  /**
   * @param weights the values of the architecture's tensors
   */
  public InceptionV1(
      final TorchEngine engine, final Architecture architecture, final Weights weights) {
    this.architecture = architecture;
    this.file = weights.file();
    this.edits = EditHistory.of(architecture.name(), weights.digest());
    final LayerOperations operations = new LayerOperations(engine, architecture, weights);
    this.passes = new Passes(engine, architecture, operations, pass -> {});
  }

  private InceptionV1(
      final InceptionV1 parent, final Architecture architecture, final NetworkEdit edit) {
    this.architecture = architecture;
    final Map<String, float[]> tensors = edit.tensors(architecture, parent.operations()::values);
    this.file = "";
    this.passes = parent.passes.edited(architecture, tensors, parent.passes.watcher());
    this.edits = parent.edits.and(edit, parent.architecture, architecture, tensors);
  }

  /** The same network once more, under a name, with the same native weights. */
  private InceptionV1(final InceptionV1 other, final String name, final Consumer<Pass> watcher) {
    this.architecture = other.architecture.named(name);
    this.file = other.file;
    this.edits = other.edits;
    this.passes = other.passes.edited(architecture, Map.of(), watcher);
  }

  /**
   * This network under another name, with the same native weights.
   *
   * @return a network of its own, to be closed
   */
  public InceptionV1 named(final String name) {
    return new InceptionV1(this, name, passes.watcher());
  }

  /**
   * This network, watched: after each pass of one picture, also of those that are this one with
   * changes, the watcher is told.
   *
   * @return a network of its own with the same native weights, to be closed
   */
  public InceptionV1 watched(final Consumer<Pass> watcher) {
    return new InceptionV1(this, architecture.name(), watcher);
  }

  /** Tells who watches this network of a pass that was made with it. */
  public void tell(final Pass pass) {
    passes.watcher().accept(pass);
  }

  /**
   * This network with a change; the two share all other tensors, and may be closed in any order.
   *
   * @return a network of its own, to be closed
   * @throws io.github.inceptionlens.core.UserError when the change is none of this network
   */
  public InceptionV1 edited(final NetworkEdit edit) {
    return new InceptionV1(this, edit.architecture(architecture), edit);
  }

  /**
   * This network with changes, each of which finds what those before it left.
   *
   * @return a network of its own, to be closed, also where there are no changes
   */
  public InceptionV1 with(final List<NetworkEdit> changes) {
    InceptionV1 changed = named(architecture.name());
    for (final NetworkEdit change : changes) {
      try (InceptionV1 before = changed) {
        changed = before.edited(change);
      }
    }
    return changed;
  }

  /** The table that this network computes. */
  public Architecture architecture() {
    return architecture;
  }

  /**
   * SHA-256 of the weights, see {@link Weights#digest}; of an edited network that of its parent's
   * digest, what was edited, and the tensors that came with it.
   */
  public String digest() {
    return edits.digest();
  }

  /** The digests of the trained network and of this one after each of its edits. */
  public List<String> lineage() {
    return edits.lineage();
  }

  /**
   * The digest of what is computed on the way to some places, for what is kept of them: edits that
   * do not bear on them do not count, so that without any it is the trained network's.
   *
   * @param names layers or other nodes; canonical names or aliases
   */
  public String digest(final Collection<String> names) {
    return edits.digest(architecture, canonical(names));
  }

  /** The digest of the file that the weights came from, see {@link Weights#file}. */
  public String file() {
    return file;
  }

  /** Which network it is: name, digest of the weights, digest of the file. */
  public Provenance provenance() {
    return Provenance.EMPTY
        .with("network", architecture.name())
        .with("weights", edits.digest())
        .with("file", file)
        .with(edits.provenance(architecture.name()));
  }

  /** A manager of native memory; whatever it holds is freed when it closes. */
  public NDManager newManager() {
    return engine().newManager();
  }

  public TorchEngine engine() {
    return passes.engine();
  }

  /**
   * Runs the network up to the named places and no further.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param names layers, {@link Architecture#LOGITS} or {@link Architecture#PROBABILITIES};
   *     canonical names or aliases
   * @throws io.github.inceptionlens.core.UserError when a name does not exist or the picture is too
   *     small for it or too large for the memory
   */
  public Activations run(final Picture picture, final Collection<String> names) {
    return run(picture, names, Progress.NONE);
  }

  /**
   * The same, of a picture of any size: one that is too large for the memory is shown in bands.
   *
   * @throws io.github.inceptionlens.core.UserError also when some rows cannot be read
   */
  public Activations run(
      final PictureRows picture, final Collection<String> names, final Progress progress) {
    return passes.one(picture, canonical(names), progress);
  }

  /**
   * A layer of a picture of any size, to be read in part or by its rows, so that it need not be
   * kept as a whole.
   *
   * @param layer canonical name or alias
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, or the picture is
   *     too small for it or too wide for the memory
   */
  public LayerReading read(final PictureRows picture, final String layer) {
    return LayerReading.of(passes, picture, architecture.layer(layer));
  }

  /**
   * Runs the network on several pictures at once, which is faster, and differs from one after the
   * other by float noise.
   *
   * @param pictures at least one, all of one size; {@link #batch(Collection, int, int)} says how
   *     many fit into the memory
   * @return the answers in the order of the pictures
   */
  public List<Activations> run(final List<Picture> pictures, final Collection<String> names) {
    return passes.all(pictures, canonical(names));
  }

  /**
   * Runs the network on from a layer whose values are given, for ablation or substitution.
   *
   * @param from what stands in for the layer's own response
   * @param names places above that layer
   * @throws IllegalArgumentException when a place needs more than that layer
   */
  public Activations runOn(final FeatureMap from, final Collection<String> names) {
    return passes.on(from, canonical(names));
  }

  /** The values of the named nodes, each row computed by the given step. */
  public Map<String, NDArray> walk(
      final Map<String, NDArray> given,
      final Collection<String> names,
      final Walk.Step<NDArray> step) {
    return new Walk(architecture, given.keySet(), canonical(names))
        .run(given, step, NDArray::close);
  }

  public List<String> canonical(final Collection<String> names) {
    return names.stream().map(name -> architecture.node(name).name()).distinct().toList();
  }

  Passes passes() {
    return passes;
  }

  public LayerOperations operations() {
    return passes.operations();
  }

  /**
   * The values of an objective on several pictures.
   *
   * @param pictures at least one, all of one size, width x height x 3, values 0 to 255; {@link
   *     #batch} says how many fit into the memory
   * @return one value per picture
   */
  public double[] values(final List<Picture> pictures, final Objective objective) {
    return values(pictures, objective, Progress.NONE);
  }

  /** The same, with progress where one picture is so large that it is seen in bands. */
  public double[] values(
      final List<Picture> pictures, final Objective objective, final Progress progress) {
    return passes.values(pictures, objective, progress);
  }

  /**
   * How many pictures of a size {@link #run(List, Collection)} and {@link #values(List, Objective)}
   * can take.
   *
   * @return at least 1
   * @throws io.github.inceptionlens.core.UserError when not even one picture fits into the memory,
   *     or the picture is too small
   */
  public int batch(final Collection<String> names, final int width, final int height) {
    return RunPlan.of(architecture, names, width, height).batch(width, height);
  }

  /**
   * Checks, before any work, that a picture is large enough for the named places and small enough
   * for the memory.
   *
   * @param width pixels
   * @param height pixels
   * @throws io.github.inceptionlens.core.UserError when it is not; the sentence gives the numbers
   *     and a remedy
   */
  public void check(final Collection<String> names, final int width, final int height) {
    RunPlan.of(architecture, names, width, height);
  }

  @Override
  public void close() {
    operations().close();
  }
}
