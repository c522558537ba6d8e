package io.github.inceptionlens.circuit.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.truth.TracedClasses.Held;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small circuits of the bundled network keep answers that random ones lose. */
class CircuitTruthTest {

  private static final int SIDE = 80;
  private static final int STEPS = 8;
  private static final double ENOUGH = 0.8;
  private static final double LITTLE = 0.3;

  private static InceptionV1 network;
  private static TracedClasses classes;

  @BeforeAll
  static void open() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
    classes = new TracedClasses(network, SIDE, STEPS);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static KeptAnswers kept(final TextureClass texture, final Held held, final int pictures) {
    return KeptAnswers.of(classes, texture, held, pictures, pictures);
  }

  @Test
  void aTenthOfTheNodesKeepsTheAnswer() {
    final KeptAnswers fibres = kept(TextureClass.FIBRES, Held.ZERO, 2);
    final double pruned = KeptAnswers.kept(fibres.curves().get(ScoreKind.PRUNING));
    final double integrated = KeptAnswers.kept(fibres.curves().get(ScoreKind.INTEGRATED_GRADIENTS));
    final double random = KeptAnswers.kept(fibres.curves().get(ScoreKind.RANDOM));
    assertThat(pruned).isGreaterThan(ENOUGH);
    assertThat(integrated).isGreaterThan(LITTLE);
    assertThat(random).isLessThan(LITTLE);
    assertThat(KeptAnswers.kept(fibres.randomAsPruned())).isLessThan(LITTLE);
  }

  @Tag("slow")
  @Test
  void soOfAtLeastEightClasses() {
    final long good =
        TracedClasses.othersOf(TextureClass.EMPTY).stream()
            .filter(texture -> texture.ordinal() % 2 == 1)
            .map(texture -> kept(texture, Held.ZERO, 3))
            .filter(one -> KeptAnswers.kept(one.curves().get(ScoreKind.PRUNING)) >= ENOUGH)
            .filter(one -> KeptAnswers.kept(one.randomAsPruned()) < LITTLE)
            .count();
    assertThat(good).isGreaterThanOrEqualTo(8);
  }

  @Tag("slow")
  @Test
  void againstTheSceneWithoutTheStructureScoresBeatChance() {
    final KeptAnswers one = kept(TextureClass.NUCLEI, Held.PAIR, 3);
    final double random = one.curves().get(ScoreKind.RANDOM).cpr();
    assertThat(one.curves().get(ScoreKind.INTEGRATED_GRADIENTS).cpr()).isGreaterThan(random);
    assertThat(one.curves().get(ScoreKind.PRUNING).cpr()).isGreaterThan(one.randomAsPruned().cpr());
  }
}
