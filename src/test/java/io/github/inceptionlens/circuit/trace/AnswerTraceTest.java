package io.github.inceptionlens.circuit.trace;

import static io.github.inceptionlens.core.Progress.NONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.NodeMeans;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scores and ablations of a whole network beside what others compute. */
class AnswerTraceTest {

  private static final int SIDE = 72;
  private static final int LARGE = 480;
  private static final int FINE = 200;
  private static final double NOISE = 1e-4;

  private static TraceRequest request(
      final InceptionV1 network, final TraceReference reference, final int steps) {
    final Picture picture = SmallNetworks.picture(SIDE, SIDE + 8);
    final TracedAnswer answer = answer(network, picture);
    return new TraceRequest(picture, answer, nodes(network, answer), reference, steps);
  }

  private static TracedAnswer answer(final InceptionV1 network, final Picture picture) {
    return TracedAnswer.of(network, Target.TOP, picture, Optional.empty(), Optional.empty());
  }

  private static TraceNodes nodes(final InceptionV1 network, final TracedAnswer answer) {
    return TraceNodes.below(network.architecture(), answer.objective(), List.of());
  }

  private static Map<String, float[]> means(
      final InceptionV1 network, final TraceNodes nodes, final Picture... pictures) {
    final NodeMeans means = new NodeMeans(nodes);
    NodeMeans.Sums sums = means.supplier().get();
    for (final Picture picture : pictures) {
      final NodeMeans.Sums one = means.supplier().get();
      means
          .accumulator()
          .accept(
              one,
              new Seen<SourcePicture>(null, View.of(picture), network.run(picture, means.names())));
      sums = means.combiner().apply(means.restored(means.keep(sums)), one);
    }
    return means.finisher().apply(sums);
  }

  @ParameterizedTest
  @EnumSource(
      value = FrameworkConventions.class,
      names = {"CAFFE", "TENSORFLOW"})
  void allLayersThatEveryWayCrossesAreNodes(final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final TracedAnswer answer = answer(network, SmallNetworks.picture(SIDE, SIDE));
      assertThat(nodes(network, answer).names())
          .containsExactlyElementsOf(network.architecture().mainLayers());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FrameworkConventions.class,
      names = {"CAFFE", "TENSORFLOW"})
  void aGradientsScoreIsDerivativeTimesDifference(final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final TraceRequest request = request(network, TraceReference.zero(), 1);
      final List<String> layers = request.nodes().names();
      final Gradient gradient =
          Gradients.of(
                  network,
                  List.of(request.picture()),
                  GradientRequest.layers(request.answer().objective(), layers))
              .get(0);
      try (AnswerTrace trace = new AnswerTrace(network, request)) {
        final NodeScores scores = trace.scores(ScoreKind.GRADIENT, NONE);
        assertThat(trace.full()).isCloseTo(gradient.value(), within(NOISE));
        for (int node = 0; node < scores.values().length; node++) {
          final Gradient.AtLayer layer =
              gradient.layers().get(layers.get(request.nodes().layer(node)));
          final int channel = request.nodes().unit(node).channel();
          double sum = 0;
          for (int i = 0; i < layer.gradient().channel(channel).length; i++) {
            sum += layer.gradient().channel(channel)[i] * layer.activation().channel(channel)[i];
          }
          assertThat(scores.values()[node]).isCloseTo(sum, within(NOISE));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = FrameworkConventions.class,
      names = {"CAFFE", "TENSORFLOW"})
  void integratedGradientsOfALayerSumToWhatItsAblationTakes(
      final FrameworkConventions conventions) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final TraceNodes nodes =
          nodes(network, answer(network, SmallNetworks.picture(SIDE, SIDE + 8)));
      final Map<String, float[]> means = means(network, nodes, SmallNetworks.picture(96, 80));
      try (AnswerTrace trace =
          new AnswerTrace(network, request(network, TraceReference.means(means), FINE))) {
        final NodeScores scores = trace.scores(ScoreKind.INTEGRATED_GRADIENTS, NONE);
        for (int layer = 0; layer < nodes.layers().size(); layer++) {
          final BitSet others = new BitSet();
          others.set(0, nodes.count());
          others.clear(nodes.first(layer), nodes.first(layer + 1));
          final double left = trace.values(List.of(new Circuit(nodes, others)), NONE)[0];
          final double size = Math.max(Math.abs(trace.full()), Math.abs(left));
          assertThat(scores.sum(layer)).isCloseTo(trace.full() - left, within(1e-3 * size));
        }
      }
    }
  }

  @Test
  void whatNodesAddInTheWholeNetworkAreTheirScores() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
        AnswerTrace trace = new AnswerTrace(network, request(network, TraceReference.zero(), 1))) {
      assertThat(trace.marginals(Circuit.all(trace.nodes())))
          .containsExactly(trace.scores(ScoreKind.GRADIENT, NONE).values(), within(NOISE));
      assertThat(trace.values(List.of(Circuit.all(trace.nodes())), NONE)[0])
          .isCloseTo(trace.full(), within(NOISE));
    }
  }

  @Test
  void meansAreOverAllPlacesOfAllPictures() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Picture one = SmallNetworks.picture(96, 80);
      final Picture other = SmallNetworks.picture(64, 64);
      final TraceNodes nodes = nodes(network, answer(network, one));
      double sum = 0;
      int places = 0;
      for (final Picture picture : List.of(one, other)) {
        final float[] map = network.run(picture, List.of("mixed3a")).map("mixed3a").channel(1);
        places += map.length;
        for (final float value : map) {
          sum += value;
        }
      }
      assertThat((double) means(network, nodes, one, other).get("mixed3a")[1])
          .isCloseTo(sum / places, within(NOISE));
    }
  }

  @Test
  void aPictureTooLargeForTheMemoryIsRefused() {
    final String before = System.getProperty(MemoryBudget.PROPERTY);
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Picture picture = SmallNetworks.picture(LARGE, LARGE);
      final TracedAnswer answer = answer(network, picture);
      final TraceRequest request =
          new TraceRequest(picture, answer, nodes(network, answer), TraceReference.zero(), 1);
      System.setProperty(MemoryBudget.PROPERTY, "1");
      assertThatThrownBy(() -> new AnswerTrace(network, request))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(LARGE + " x " + LARGE);
    } finally {
      if (before == null) {
        System.clearProperty(MemoryBudget.PROPERTY);
      } else {
        System.setProperty(MemoryBudget.PROPERTY, before);
      }
    }
  }
}
