package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How dictionaries' directions lie, measured by macros. */
final class FeatureGeometryMacrosTest extends PluginMacros {

  private static final String RUN = "run('Feature Geometry...', '";

  @BeforeAll
  static void make() throws IOException {
    printed(
        "run('Make Sample Images...', 'kind=scenes count=6 size=120 folder=[DIR/scenes]');"
            + "run('Train Dictionary...', 'name=latents replace layer=mixed3b size=40 k=4 steps=60"
            + " images=[DIR/scenes/scenes]');"
            + "run('Make Dictionary...', 'name=channels replace layer=mixed3b method=identity');"
            + "run('Make Dictionary...', 'name=drawn replace layer=mixed3b method=random count=9');"
            + "run('Sample Activations...', 'layer=mixed3b file=[DIR/s.safetensors] per_picture=60"
            + " images=[DIR/scenes/scenes]');"
            + "run('Sample Activations...', 'layer=mixed3a file=[DIR/a.safetensors] per_picture=60"
            + " images=[DIR/scenes/scenes]');");
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  @Test
  void channelsHaveADimensionEachAndRandomDirectionsShareThem() throws IOException {
    final String out = run(RUN + "name=channels csv=[DIR/channels.csv]');").out();
    final ResultsTable channels = table("channels");
    assertThat(channels.getColumn("Dimensionality")).containsOnly(1);
    assertThat(channels.getColumn("Interference")).containsOnly(0);
    assertThat(channels.getStringValue("Unit", 17)).isEqualTo("channels:17");
    assertThat(channels.columnExists("Density")).isFalse();
    final ResultsTable summary = table("channels-summary");
    assertThat(summary.getStringValue("Directions", 0)).isEqualTo("channels");
    assertThat(summary.getValue("Dimensions per Feature", 0)).isCloseTo(1, within(1e-9));
    assertThat(summary.getStringValue("Directions", 1)).isEqualTo("random directions");
    assertThat(summary.getValue("Entries", 1)).isEqualTo(channels.size());
    assertThat(summary.getValue("Mean Dimensionality", 1)).isBetween(0.4, 0.6);
    assertThat(out).contains("Feature Geometry: this is geometry, no proof");
  }

  @Test
  void withImagesItIsSaidWhatFiresTogether() throws IOException {
    final String titles =
        printed(
            "close('*'); "
                + RUN
                + "name=latents images=[DIR/scenes/scenes] csv=[DIR/latents.csv]');"
                + " for (i = 1; i <= nImages; i++) { selectImage(i); print(getTitle()); }");
    final ResultsTable latents = table("latents");
    final ResultsTable clusters = table("latents-clusters");
    assertThat(titles).contains("latents-dimensionality");
    assertThat(latents.size()).isEqualTo(40);
    assertThat(Arrays.stream(latents.getColumn("Density"))).allMatch(one -> one >= 0 && one <= 1);
    assertThat(Arrays.stream(latents.getColumn("Density")).sum()).isBetween(1.0, 4.001);
    for (int i = 0; i < clusters.size(); i++) {
      final int number = i + 1;
      assertThat(clusters.getValue("Cluster", i)).isEqualTo(number);
      assertThat(Arrays.stream(latents.getColumn("Cluster")).filter(one -> one == number).count())
          .isEqualTo((long) clusters.getValue("Entries", i));
      assertThat(clusters.getStringValue("Units", i)).startsWith("latents:");
      assertThat(clusters.getValue("Mean Phi", i)).isBetween(0.0, 1.0);
      assertThat(clusters.getValue("P", i)).isBetween(0.0, 1.0);
    }
    final ResultsTable summary = table("latents-summary");
    assertThat(summary.getValue("Clusters", 0)).isEqualTo(clusters.size());
    assertThat(Math.abs(summary.getValue("Mean Cluster Cosine", 1))).isLessThan(0.1);
  }

  @Test
  void aSampleNeedsNoImageAndAHighLeastLeavesNoCluster() throws IOException {
    final String out =
        run(RUN + "name=latents sample=[DIR/s.safetensors] least=1 csv=[DIR/none.csv]');").out();
    assertThat(out).contains("at 360 places").contains("so that there are no clusters");
    assertThat(folder.resolve("none-clusters.csv")).doesNotExist();
    assertThat(table("none-summary").getValue("Clusters", 0)).isZero();
  }

  @Test
  void ofOneWithoutAWayBackTheEncoderCounts() throws IOException {
    final String out =
        run(RUN + "name=drawn sample=[DIR/s.safetensors] csv=[DIR/drawn.csv]');").out();
    assertThat(out).contains("drawn has no way back to its layer: its encoder's directions count");
    assertThat(table("drawn").getColumn("Norm")[8]).isCloseTo(1, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=absent | absent",
        "name=latents least=2 | least is \"2\", expected auto or a number from 0 to 1",
        "name=latents least=few | least is \"few\", expected auto",
        "name=latents sample=[DIR/a.safetensors] | mixed3a",
        "name=latents images=[DIR/nowhere] | images",
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run(RUN + keys.strip() + "');").err()).contains(sentence.strip());
  }
}
