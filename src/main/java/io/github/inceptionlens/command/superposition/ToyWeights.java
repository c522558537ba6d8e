package io.github.inceptionlens.command.superposition;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.superposition.ToyModel;
import java.util.List;

/** What each feature gives to each, and beside it the bias. */
final class ToyWeights {

  /** A column that is empty, and that of the bias. */
  private static final int BESIDE = 2;

  private static final double PLACES = 1e4;

  private ToyWeights() {}

  /**
   * A 32-bit stack with a slice per sparsity: the features in columns give to those in rows, then
   * an empty column, then the bias. Blue below zero, red above, one scale for all.
   */
  static ImagePlus stack(final List<ToyModel> models, final Provenance made) {
    final int features = models.get(0).problem().features();
    HeapCheck.require(
        (long) Float.BYTES * features * (features + BESIDE) * models.size(),
        "a stack of " + models.size() + " tables of weights",
        "give fewer sparsities or features");
    final ImageStack stack = new ImageStack(features + BESIDE, features);
    for (final ToyModel model : models) {
      stack.addSlice(label(model), plane(model));
    }
    final ImagePlus image = new ImagePlus(ResultImages.unique("Toy weights"), stack);
    final float range = largest(models);
    image.setLut(Luts.diverging());
    image.setDisplayRange(-range, range);
    if (stack.getSize() == 1) {
      image.setProp("Slice_Label", stack.getSliceLabel(1));
    }
    ResultImages.describe(image, made);
    return image;
  }

  /** What a model is called. */
  static String label(final ToyModel model) {
    return "sparsity " + NumberList.write(Math.rint(model.problem().sparsity() * PLACES) / PLACES);
  }

  private static float[] plane(final ToyModel model) {
    final int features = model.problem().features();
    final int width = features + BESIDE;
    final float[] product = model.product();
    final float[] plane = new float[width * features];
    for (int row = 0; row < features; row++) {
      System.arraycopy(product, row * features, plane, row * width, features);
      plane[(row + 1) * width - 1] = model.bias()[row];
    }
    return plane;
  }

  /** The largest magnitude of all weights and biases, for which the strongest colors stand. */
  static float largest(final List<ToyModel> models) {
    float largest = Float.MIN_NORMAL;
    for (final ToyModel model : models) {
      for (final float[] values : List.of(model.product(), model.bias())) {
        for (final float value : values) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    return largest;
  }
}
