package io.github.inceptionlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.InceptionV1;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On scenes whose truth is known, maps must find more than controls that know no class. */
final class TrueRegionsTest {

  private static InceptionV1 network;
  private static TrueRegions regions;
  private static TrueRegions.Score random;
  private static TrueRegions.Score edges;

  @BeforeAll
  static void scenes() {
    network = TrueRegions.network();
    regions = new TrueRegions(4);
    random = regions.score(TrueRegions.random());
    edges = regions.score(TrueRegions.edges());
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Test
  void gradCamFindsTheRegions() {
    final TrueRegions.Score score =
        regions.score(TrueRegions.of("Grad-CAM", UnaryOperator.identity(), network));

    checkAbove(score, random, 0.25);
    checkAbove(score, edges, 0.2);
  }

  @Tag("slow")
  @Test
  void integratedGradientsFindThemLessWell() {
    final TrueRegions.Score score =
        regions.score(
            TrueRegions.of(
                "Integrated Gradients",
                request -> request.steps(32).baseline(Baseline.Plain.BLURRED),
                network));

    checkAbove(score, random, 0.1);
    assertThat(score.pointing()).isGreaterThan(edges.pointing() + 0.1);
    assertThat(score.mass()).isGreaterThan(edges.mass() + 0.1);
    assertThat(score.rank()).isGreaterThan(edges.rank() + 0.05);
  }

  private static void checkAbove(
      final TrueRegions.Score score, final TrueRegions.Score control, final double margin) {
    assertThat(score.pointing()).isGreaterThan(control.pointing() + margin);
    assertThat(score.mass()).isGreaterThan(control.mass() + margin);
    assertThat(score.rank()).isGreaterThan(control.rank() + margin);
    assertThat(score.roc()).isGreaterThan(control.roc() + margin);
  }
}
