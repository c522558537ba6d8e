package io.github.inceptionlens.circuit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which nodes there are, and which of them a circuit has. */
class CircuitTest {

  private static final Architecture TABLE = Training.CAFFE.architecture();
  private static final TraceNodes NODES = TraceNodes.below(TABLE, Objective.logit(0), List.of());
  private static final int BUDGET = 300;

  private static NodeScores scores() {
    final double[] values = new Random(1).doubles(NODES.count(), -1, 1).toArray();
    return new NodeScores(NODES, ScoreKind.GRADIENT, values, new double[NODES.layers().size()]);
  }

  @Test
  void channelsOfTheStemAndTheModulesAreNodes() {
    assertThat(NODES.names()).containsExactlyElementsOf(TABLE.mainLayers());
    assertThat(NODES.unit(0)).isEqualTo(new Unit("conv2d0", 0));
    assertThat(NODES.unit(NODES.count() - 1)).isEqualTo(new Unit("mixed5b", 1023));
    assertThat(NODES.index(new Unit("mixed4c", 447))).isEqualTo(NODES.first(7) + 447);
  }

  @Test
  void onlyLayersBelowAUnitAreNodes() {
    final Objective unit = Objective.channel("mixed4c_5x5", 3);
    assertThat(TraceNodes.below(TABLE, unit, List.of()).names()).endsWith("mixed4a", "mixed4b");
  }

  @Test
  void whatIsNoDictionaryIsRefused() {
    assertThatThrownBy(() -> TraceNodes.below(TABLE, Objective.logit(0), List.of("mixed4c")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("mixed4c is no dictionary");
  }

  @ParameterizedTest
  @EnumSource(CircuitRule.class)
  void aCircuitHasSoManyNodesAndOneOfEachLayer(final CircuitRule rule) {
    final Circuit circuit = rule.circuit(scores(), BUDGET);
    assertThat(circuit.size()).isEqualTo(BUDGET);
    for (int layer = 0; layer < NODES.layers().size(); layer++) {
      assertThat(circuit.size(layer)).isPositive();
    }
    assertThat(rule.circuit(scores(), 1).size()).isEqualTo(NODES.layers().size());
    assertThat(rule.circuit(scores(), NODES.count())).isEqualTo(Circuit.all(NODES));
  }

  @Test
  void sharesAreTheSameOfEveryLayer() {
    final Circuit circuit = CircuitRule.ABSOLUTE_SHARES.circuit(scores(), BUDGET);
    for (int layer = 0; layer < NODES.layers().size(); layer++) {
      final double share = (double) BUDGET / NODES.count() * NODES.layers().get(layer).count();
      assertThat(circuit.size(layer)).isBetween((int) share, (int) share + 1);
    }
  }

  @Test
  void randomCircuitsHaveAsManyNodesOfEachLayer() {
    final Circuit circuit = CircuitRule.ABSOLUTE.circuit(scores(), BUDGET);
    final Circuit random = circuit.random(new Random(2));
    assertThat(random).isNotEqualTo(circuit);
    for (int layer = 0; layer < NODES.layers().size(); layer++) {
      assertThat(random.size(layer)).isEqualTo(circuit.size(layer));
    }
  }

  @Test
  void aCircuitAndItsComplementAreAllNodes() {
    final Circuit circuit = CircuitRule.SIGNED.circuit(scores(), BUDGET);
    assertThat(circuit.complement().size()).isEqualTo(NODES.count() - BUDGET);
    assertThat(circuit.complement().complement()).isEqualTo(circuit);
  }

  @Test
  void theErrorsShareIsItsPartOfALayersInfluence() {
    final double[] values = new double[NODES.count()];
    values[0] = 2;
    values[1] = -1;
    final double[] errors = new double[NODES.layers().size()];
    errors[0] = -1;
    final NodeScores scores = new NodeScores(NODES, ScoreKind.GRADIENT, values, errors);
    assertThat(scores.errorShare(0)).isEqualTo(0.25);
    assertThat(scores.errorShare(1)).isZero();
    assertThat(NodeScores.mean(List.of(scores, scores)).values()).isEqualTo(values);
  }
}
