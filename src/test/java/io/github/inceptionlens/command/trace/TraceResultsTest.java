package io.github.inceptionlens.command.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.NodeMap;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a circuit that was planted. */
final class TraceResultsTest {

  private static final TraceOptions OPTIONS = new TraceOptions(ScoreKind.PRUNING, 2, 10, 3, 1);

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = PlantedCircuit.network();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** Bright on the left. */
  private static ImagePlus edge() {
    final ByteProcessor pixels = new ByteProcessor(48, 48);
    IntStream.range(0, 48 * 48).forEach(i -> pixels.set(i, i % 48 < 24 ? 200 : 50));
    return new ImagePlus("edge", pixels);
  }

  private static ImagePlus constant() {
    final ByteProcessor pixels = new ByteProcessor(48, 48);
    pixels.setValue(90);
    pixels.fill();
    return new ImagePlus("constant", pixels);
  }

  private static TraceQuestion question(
      final ImagePlus image, final String target, final Optional<ImageInput> other) {
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    return TraceQuestion.of(network, Target.parse(target), image, input, "auto", other);
  }

  private static TraceFindings found(final TraceQuestion question, final HeldReference held) {
    return TraceFindings.of(network, question, held, OPTIONS, Progress.NONE);
  }

  private static TraceResults results(final TraceQuestion question, final TraceFindings found) {
    return new TraceResults(network.architecture(), question, found, Provenance.EMPTY);
  }

  private static List<String> column(final ResultsTable table, final String name) {
    return IntStream.range(0, table.size())
        .mapToObj(row -> table.getStringValue(name, row))
        .toList();
  }

  private static List<Double> values(final ResultsTable table, final String name) {
    return IntStream.range(0, table.size()).mapToObj(row -> table.getValue(name, row)).toList();
  }

  @Test
  void tablesTellThePlantedCircuit() {
    final TraceQuestion question = question(edge(), "class:'line'", Optional.empty());
    final TraceFindings found = found(question, HeldReference.zero());
    final TraceResults results = results(question, found);
    final ResultsTable nodes = results.tables().nodes();
    assertThat(column(nodes, "Unit"))
        .containsExactlyInAnyOrder(PlantedCircuit.EDGE.toString(), PlantedCircuit.LINE.toString());
    assertThat(column(nodes, "Target")).containsOnly("class:0 line");
    final ResultsTable edges = results.tables().edges();
    assertThat(column(edges, "From")).containsExactly(PlantedCircuit.EDGE.toString());
    assertThat(column(edges, "To")).containsExactly(PlantedCircuit.LINE.toString());
    assertThat(edges.getValue("Strength", 0)).isPositive();
    assertThat(found.span().part(found.figures().kept())).isCloseTo(1, within(1e-3));
    assertThat(found.span().part(found.figures().removed())).isCloseTo(0, within(1e-3));
    assertThat(found.span().part(found.figures().meanRandom())).isLessThan(0.5);
  }

  @Test
  void placesSumToScores() {
    final TraceQuestion question = question(edge(), "class:'line'", Optional.empty());
    final TraceFindings found = found(question, HeldReference.zero());
    for (final NodeMap map : found.strongest()) {
      double sum = 0;
      for (final float value : map.values()) {
        sum += value;
      }
      assertThat(sum).isCloseTo(found.score(map.unit()), within(1e-4));
    }
    final ImagePlus places = results(question, found).places();
    assertThat(new int[] {places.getWidth(), places.getHeight(), places.getStackSize()})
        .containsExactly(48, 48, 2);
    assertThat(places.getBitDepth()).isEqualTo(32);
    final ResultsTable nodes = results(question, found).tables().nodes();
    for (int row = 0; row < 2; row++) {
      final float[] plane = (float[]) places.getStack().getPixels(row + 1);
      assertThat(places.getStack().getSliceLabel(row + 1))
          .isEqualTo(column(nodes, "Unit").get(row));
      double sum = 0;
      float most = 0;
      for (final float value : plane) {
        sum += value;
        most = Math.max(most, Math.abs(value));
      }
      assertThat(sum).isCloseTo(nodes.getValue("Integrated", row), within(1e-4));
      final int x = (int) nodes.getValue("X", row);
      final int y = (int) nodes.getValue("Y", row);
      assertThat(Math.abs(plane[y * 48 + x])).isEqualTo(most);
    }
  }

  @Test
  void patchingOneNodeIsWhatTheTableSays() {
    final TraceQuestion question = question(edge(), "class:'line'", Optional.empty());
    final TraceFindings found = found(question, HeldReference.zero());
    assertThat(found.patched(PlantedCircuit.LINE).orElseThrow())
        .isCloseTo(found.score(PlantedCircuit.LINE), within(1e-3));
    assertThat(found.patched(PlantedCircuit.LINE).orElseThrow())
        .isCloseTo(found.span().whole(), within(1e-3));
  }

  @Test
  void theFaithfulnessTableHasTheCurves() {
    final TraceQuestion question = question(edge(), "class:'line'", Optional.empty());
    final TraceFindings found = found(question, HeldReference.zero());
    final ResultsTable table = results(question, found).tables().faithfulness();
    assertThat(column(table, "Scores"))
        .contains("integrated gradients", "gradient", "activation", "random", "circuit");
    final int own = column(table, "Scores").indexOf("circuit");
    assertThat(table.getValue("Nodes", own)).isEqualTo(2);
    assertThat(table.getValue("Kept", own)).isEqualTo(found.figures().kept());
    final int whole = own - 1;
    assertThat(table.getValue("Percent", whole)).isEqualTo(100);
    assertThat(table.getValue("Faithfulness", whole)).isCloseTo(1, within(1e-6));
  }

  @Test
  void anAnswerThatNothingChangesHasNoFaithfulness() {
    final ImagePlus image = edge();
    final ImageInput same = ImageInput.of(edge(), InputRequest.ownSize());
    final TraceQuestion question = question(image, "class:'line'", Optional.of(same));
    final TraceFindings found = found(question, HeldReference.counterfactual(same));
    final TraceResults results = results(question, found);
    assertThat(found.span().isDefined()).isFalse();
    assertThat(results.plot()).isEmpty();
    assertThat(results.notes().get(0)).contains("there is nothing to trace", "another reference");
    final ResultsTable table = results.tables().faithfulness();
    assertThat(table.getValue("Faithfulness", 0)).isNaN();
    assertThat(table.getValue("Kept", 0)).isCloseTo(found.result().full(), within(1e-4));
    assertThat(results.drawing(Map.of()).width()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"top", "class:'decoy'", "conv2d1:0"})
  void aConstantPictureGivesFiniteNumbers(final String target) {
    final TraceQuestion question = question(constant(), target, Optional.empty());
    final TraceFindings found =
        TraceFindings.of(
            network,
            question,
            HeldReference.zero(),
            new TraceOptions(ScoreKind.PRUNING, 2, 3, 1, 0),
            Progress.NONE);
    final TraceResults results = results(question, found);
    for (final ResultsTable table : List.of(results.tables().nodes(), results.tables().edges())) {
      for (final String name : List.of("Integrated", "Gradient", "Activation", "Strength")) {
        if (table.columnExists(name)) {
          assertThat(values(table, name)).allMatch(Double::isFinite);
        }
      }
    }
    final ResultsTable sizes = results.tables().faithfulness();
    assertThat(values(sizes, "Kept")).allMatch(Double::isFinite);
    assertThat(results.notes()).isNotEmpty();
    assertThat(results.drawing(Map.of()).width()).isPositive();
  }

  @Test
  void anAnswerThatIsNotGivenIsSaidToBe() {
    final TraceQuestion question = question(edge(), "class:'decoy'", Optional.empty());
    final TraceResults results = results(question, found(question, HeldReference.zero()));
    assertThat(results.notes()).anyMatch(note -> note.contains("does not give this answer"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 13})
  void aCircuitHasANodeOfEachLayerAndNoMoreThanThereAre(final int nodes) {
    final TraceQuestion question = question(edge(), "class:'line'", Optional.empty());
    assertThatThrownBy(
            () -> new TraceOptions(ScoreKind.GRADIENT, nodes, 10, 1, 0).require(question.nodes()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("nodes is " + nodes + ", expected");
  }
}
