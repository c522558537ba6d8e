package io.github.inceptionlens.command.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.diagram.CircuitEdge;
import io.github.inceptionlens.circuit.diagram.CircuitSearch;
import io.github.inceptionlens.circuit.diagram.KernelFinder;
import io.github.inceptionlens.circuit.diagram.StepLayers;
import io.github.inceptionlens.circuit.diagram.UnitCircuit;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.command.diagram.DiagramDrawing;
import io.github.inceptionlens.command.diagram.DiagramEdge;
import io.github.inceptionlens.command.diagram.DiagramGraph;
import io.github.inceptionlens.command.diagram.DiagramImage;
import io.github.inceptionlens.command.diagram.DiagramNode;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.place.ShownUnits;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of the planted circuit. */
class CircuitPicturesTest {

  private static UnitCircuit circuit(final InceptionV1 network, final Unit unit, final int depth) {
    return new CircuitSearch(
            network.architecture(), KernelFinder.expanded(network, StepLayers.all(network)), 5)
        .find(unit, depth, Progress.NONE);
  }

  private static DiagramGraph graph(final InceptionV1 network, final Unit unit, final int depth) {
    return new CircuitGraph(
            network.architecture(), WeightKind.EXPANDED, circuit(network, unit, depth), List.of())
        .graph(Map.of(), new KeptCrops(network, 2));
  }

  private static List<String> keys(final DiagramGraph graph) {
    return graph.nodes().stream().map(DiagramNode::key).toList();
  }

  @Test
  void theLineIsShownWithItsEdgeItsColorsAndItsClassAndNothingElse() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final DiagramGraph graph = graph(network, PlantedCircuit.LINE, 2);
      assertThat(graph.columns()).containsExactly("input", "conv2d0", "conv2d1", "classes");
      assertThat(keys(graph))
          .containsExactlyInAnyOrder(
              "input:0",
              "input:1",
              "input:2",
              PlantedCircuit.EDGE.toString(),
              PlantedCircuit.LINE.toString(),
              "softmax2_pre_activation:0");
      assertThat(graph.nodes().stream().map(node -> node.caption().get(0)))
          .contains("red", "green", "blue", "line", "conv2d1:0");
      assertThat(graph.nodes().stream().filter(DiagramNode::emphasized).map(DiagramNode::key))
          .containsExactly("conv2d1:0");
      final DiagramEdge edge = graph.edges().get(0);
      assertThat(List.of(edge.from(), edge.to())).containsExactly("conv2d0:0", "conv2d1:0");
      assertThat(edge.balance()).isZero();
    }
  }

  @Test
  void theDecoyIsShownWithTheSilentUnitAlone() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      assertThat(keys(graph(network, PlantedCircuit.DECOY, 1)))
          .containsExactlyInAnyOrder(
              PlantedCircuit.SILENT.toString(),
              PlantedCircuit.DECOY.toString(),
              "softmax2_pre_activation:1");
    }
  }

  @Test
  void theTableHasARowForEachLineOfTheDiagram() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final UnitCircuit circuit = circuit(network, PlantedCircuit.LINE, 2);
      final DiagramGraph graph = graph(network, PlantedCircuit.LINE, 2);
      final ResultsTable table =
          CircuitTable.of(network.architecture(), WeightKind.EXPANDED, circuit, List.of());
      assertThat(table.size()).isEqualTo(graph.edges().size()).isEqualTo(5);
      for (int row = 0; row < table.size(); row++) {
        final DiagramEdge edge = graph.edges().get(row);
        final CircuitEdge found = circuit.edges().get(row);
        final WeightKernel kernel = found.kernel();
        assertThat(table.getStringValue("From", row)).isEqualTo(edge.from());
        assertThat(table.getStringValue("To", row)).isEqualTo(edge.to());
        assertThat(table.getValue("Norm", row)).isCloseTo(edge.strength(), within(1e-9));
        assertThat(table.getValue("Positive", row)).isCloseTo(kernel.positive(), within(1e-9));
        assertThat(table.getValue("Negative", row)).isCloseTo(kernel.negative(), within(1e-9));
        assertThat(table.getValue("Depth", row)).isEqualTo(found.depth());
      }
      assertThat(table.getStringValue("Sign", 0)).isEqualTo("both");
      assertThat(table.getStringValue("Sign", 4)).isEqualTo("excites");
      assertThat(table.getStringValue("To_Name", 4)).isEqualTo("line");
    }
  }

  @Test
  void unitsAreFoundInThePictureAndColorsOpenNothing() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final ImagePlus picture =
          DiagramImage.of(
              "planted",
              new DiagramDrawing(graph(network, PlantedCircuit.LINE, 2)),
              "",
              "",
              Provenance.EMPTY);
      assertThat(ShownUnits.of(picture).orElseThrow().units().stream().map(ShownUnits.At::unit))
          .containsExactlyInAnyOrder("conv2d0:0", "conv2d1:0", "softmax2_pre_activation:0");
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    try (InceptionV1 small = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final int channels = small.architecture().node("mixed4c").channels();
      final Graft graft =
          new Graft(
              "half",
              "mixed4c",
              new Graft.Affine(new float[channels], new float[1]),
              Nonlinearity.RELU,
              Optional.empty());
      try (InceptionV1 network = small.edited(graft)) {
        final UnitCircuit found = circuit(network, new Unit("half", 0), 2);
        final List<String> missing =
            new CircuitGraph(network.architecture(), WeightKind.EXPANDED, found, List.of())
                .missing(KernelFinder.expanded(network, StepLayers.all(network)));
        assertThat(missing).hasSize(2);
        assertThat(missing.get(0)).contains("half:0").contains("are 0");
        assertThat(missing.get(1)).contains("decoder");
      }
    }
  }
}
