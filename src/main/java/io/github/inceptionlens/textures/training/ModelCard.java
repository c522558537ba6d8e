package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.LayerCost;
import io.github.inceptionlens.textures.random.NuisanceRange;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes down, in Markdown, what a training saw, how it went and how well it does. */
final class ModelCard {

  private static final int SIDE = 224;

  private final Architecture architecture;
  private final TrainingPlan plan;
  private final ClassifierEvaluation evaluation;

  /**
   * @param plan how the network was trained
   * @param evaluation how it does on held-out images
   */
  ModelCard(
      final Architecture architecture,
      final TrainingPlan plan,
      final ClassifierEvaluation evaluation) {
    this.architecture = architecture;
    this.plan = plan;
    this.evaluation = evaluation;
  }

  /**
   * @param side pixels of the evaluated images' sides
   * @param steps the batches that the weights learnt from
   * @param minutes the time that this took
   */
  String text(final int side, final int steps, final double minutes) {
    return String.join(
            "\n\n",
            "# Model card: `" + architecture.name() + "`",
            "Written by the training program (`TrainTextures`).",
            network(),
            data(),
            training(steps, minutes),
            accuracy(side),
            table(),
            limits())
        + "\n";
  }

  private String network() {
    final LayerCost cost = LayerCost.of(architecture, SIDE, SIDE);
    return format(
        "## Network\n\nThe InceptionV1 table at a quarter of its width, with the conventions of"
            + " TensorFlow's inception5h (SAME padding, local response normalization over 11"
            + " channels, RGB minus 117), the same layer names, %d classes. %,d parameters; %,d"
            + " million multiply-adds for an image of %d x %d. Weights are stored as 16-bit"
            + " floats.",
        architecture.labels().size(),
        cost.parameters(),
        cost.multiplyAdds() / 1_000_000,
        SIDE,
        SIDE);
  }

  private static String data() {
    return "## Data\n\nImages of `io.github.inceptionlens.textures`, generated while learning; no"
        + " image was seen twice, and no photograph at all. Independently of the class, each image"
        + " draws:\n\n"
        + NuisanceRange.markdown().strip();
  }

  private String training(final int steps, final double minutes) {
    return format(
        "## Training\n\nRepeat it with `mvn compile exec:exec@train`. From scratch (He"
            + " initialization), Adam with a warm-up and a cosine schedule, batch normalization"
            + " after each convolution, folded into the weights at the end; %s. The images begin as"
            + " nearly clean structures and reach the full nuisance above after the first third of"
            + " the training; their sides grow. The weights are those after %d steps (%,d images, %.0f"
            + " minutes), the best of several checks on images of their own. It ran on a part of two"
            + " shared cores of an ordinary server, without a graphics card. When time is short the"
            + " schedule is hurried, and a repetition then takes other steps and ends with other"
            + " weights.",
        plan, steps, (long) steps * plan.batch(), minutes);
  }

  private String accuracy(final int side) {
    final int weakest = evaluation.weakest();
    return format(
        "## Accuracy\n\n%.1f %% of %d freshly generated images of %d x %d pixels from seeds that"
            + " neither the training nor the checks used (0 and following). Weakest class: %s, %.0f %%.",
        100 * evaluation.accuracy(),
        evaluation.count(),
        side,
        side,
        evaluation.labels().get(weakest),
        100 * evaluation.recall(weakest));
  }

  private String table() {
    return IntStream.range(0, evaluation.labels().size())
        .mapToObj(this::row)
        .collect(
            Collectors.joining(
                "\n",
                "The confusion matrix, class by class; what is not listed did not happen.\n\n"
                    + "| class | images | right | taken for |\n| --- | --- | --- | --- |\n",
                ""));
  }

  private String row(final int index) {
    final int[] row = evaluation.confusion()[index];
    final String others =
        IntStream.range(0, row.length)
            .filter(other -> other != index && row[other] > 0)
            .boxed()
            .sorted((a, b) -> row[b] - row[a])
            .map(other -> evaluation.labels().get(other) + " " + row[other])
            .collect(Collectors.joining(", "));
    return format(
        "| %s | %d | %.0f %% | %s |",
        evaluation.labels().get(index),
        IntStream.of(row).sum(),
        100 * evaluation.recall(index),
        others);
  }

  private static String limits() {
    return "## What it can tell, and what not\n\nIt tells these generated structures apart at the"
        + " scale at which they were generated, a few to some thirty pixels per object, and it is a"
        + " complete, small network whose maps and channels can be checked against a known answer."
        + " It has never seen a real micrograph: on real images its activations show edges, dots,"
        + " stripes and meshes, but its class is a likeness, not a finding. It must not be used to"
        + " identify, count or grade anything. An image that holds several structures, or none of"
        + " these, still gets one of the classes.";
  }

  private static String format(final String text, final Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
