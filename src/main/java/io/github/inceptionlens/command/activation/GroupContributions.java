package io.github.inceptionlens.command.activation;

import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.attribution.cam.GroupAttribution;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import java.util.ArrayList;
import java.util.List;

/**
 * What groups contribute to the most probable classes of a frame.
 *
 * @param classes best first; none where the network knows none
 * @param values of each class one per group, in units of the logit
 */
record GroupContributions(List<Score> classes, List<double[]> values) {

  private static final int CLASSES = 3;

  /** No classes. */
  private static final GroupContributions NONE = new GroupContributions(List.of(), List.of());

  /**
   * Attributes each view's own classes; none where the network knows no classes.
   *
   * @throws io.github.inceptionlens.core.UserError when the pictures are too large for the memory
   */
  static List<GroupContributions> of(
      final InceptionV1 network,
      final List<View> views,
      final NeuronGroups groups,
      final Progress progress) {
    final Architecture architecture = network.architecture();
    if (architecture.labels().isEmpty()) {
      return none(views.size());
    }
    final String read = architecture.trunk(groups.layer().name()).name();
    Gradients.check(
        network,
        GradientRequest.layers(Objective.logit(0), List.of(read)),
        1,
        views.get(0).width(),
        views.get(0).height());
    final List<GroupContributions> all = new ArrayList<>();
    for (final View view : views) {
      progress.at((double) all.size() / views.size(), "Attributing classes to the groups ...");
      all.add(of(network, view, groups, all.size()));
    }
    return all;
  }

  /** No classes on so many views. */
  static List<GroupContributions> none(final int views) {
    final List<GroupContributions> all = new ArrayList<>();
    while (all.size() < views) {
      all.add(NONE);
    }
    return all;
  }

  private static GroupContributions of(
      final InceptionV1 network, final View view, final NeuronGroups groups, final int index) {
    final int known = network.architecture().labels().size();
    final List<Score> classes =
        ClassRanking.of(network, view, Math.min(CLASSES, known), Progress.NONE);
    final List<double[]> values = new ArrayList<>();
    for (final Score score : classes) {
      values.add(
          GroupAttribution.of(
              network,
              view,
              groups.directions(),
              groups.strengths(index),
              Objective.logit(score.index())));
    }
    return new GroupContributions(classes, values);
  }

  /** A class as targets and tables name it. */
  String name(final int index) {
    return new Target.ClassIndex(classes.get(index).index()) + " " + classes.get(index).label();
  }
}
