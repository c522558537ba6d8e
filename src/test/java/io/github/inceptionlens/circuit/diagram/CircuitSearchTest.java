package io.github.inceptionlens.circuit.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.MeanEffects;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.Unexplained;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circuits of a network in which they are known, and of small ones by the stored weights. */
class CircuitSearchTest {

  private static UnitCircuit circuit(
      final InceptionV1 network,
      final KernelFinder finder,
      final Unit unit,
      final int depth,
      final int breadth) {
    return new CircuitSearch(network.architecture(), finder, breadth)
        .find(unit, depth, Progress.NONE);
  }

  private static UnitCircuit planted(final Unit unit, final int depth) {
    try (InceptionV1 network = PlantedCircuit.network()) {
      return circuit(
          network, KernelFinder.expanded(network, StepLayers.all(network)), unit, depth, 5);
    }
  }

  private static List<WeightKernel> kernels(final UnitCircuit circuit, final int depth) {
    return circuit.edges().stream()
        .filter(edge -> edge.depth() == depth)
        .map(CircuitEdge::kernel)
        .toList();
  }

  @Test
  void thePlantedLineIsMadeOfItsEdgeAloneBrightMinusDark() {
    final List<WeightKernel> below = kernels(planted(PlantedCircuit.LINE, 1), 1);
    assertThat(below).singleElement();
    final WeightKernel kernel = below.get(0);
    assertThat(kernel.from()).isEqualTo(PlantedCircuit.EDGE);
    final int middle = kernel.span().size() / 2;
    final int row = middle * kernel.span().size();
    assertThat(kernel.values()[row + middle + PlantedCircuit.SHIFT])
        .isEqualTo(PlantedCircuit.WEIGHT);
    assertThat(kernel.values()[row + middle - PlantedCircuit.SHIFT])
        .isEqualTo(-PlantedCircuit.WEIGHT);
    assertThat(kernel.balance()).isZero();
    assertThat(kernel.norm()).isCloseTo(PlantedCircuit.WEIGHT * Math.sqrt(2), within(1e-6));
  }

  @Test
  void thePlantedDecoyIsMadeOfTheSilentUnitAlone() {
    final UnitCircuit circuit = planted(PlantedCircuit.DECOY, 1);
    assertThat(kernels(circuit, 1).stream().map(WeightKernel::from))
        .containsExactly(PlantedCircuit.SILENT);
    assertThat(kernels(circuit, -1).stream().map(WeightKernel::to))
        .containsExactly(new Unit(Architecture.LOGITS, 1));
    assertThat(kernels(circuit, -1).get(0).balance()).isEqualTo(1);
  }

  @Test
  void twoStepsBelowTheLineAreTheColorsAndAboveIsItsClass() {
    final UnitCircuit circuit = planted(PlantedCircuit.LINE, 2);
    assertThat(circuit.columns())
        .hasSize(4)
        .element(0)
        .satisfies(
            colors ->
                assertThat(colors)
                    .containsExactlyInAnyOrder(
                        new Unit(Architecture.INPUT, 0),
                        new Unit(Architecture.INPUT, 1),
                        new Unit(Architecture.INPUT, 2)));
    assertThat(circuit.columns().subList(1, 4))
        .containsExactly(
            List.of(PlantedCircuit.EDGE),
            List.of(PlantedCircuit.LINE),
            List.of(new Unit(Architecture.LOGITS, 0)));
    assertThat(kernels(circuit, 2)).hasSize(3);
  }

  @Test
  void theColorUnitTellsWhatExcitesAndWhatInhibits() {
    final List<WeightKernel> colors = kernels(planted(PlantedCircuit.COLOR, 4), 1);
    assertThat(colors).hasSize(3);
    assertThat(colors.stream().map(WeightKernel::balance)).contains(1.0, -1.0);
    assertThat(colors.get(0).balance()).isEqualTo(-1);
  }

  @Test
  void aClassHasNothingAboveAndMayBeTheUnit() {
    final UnitCircuit circuit = planted(new Unit(Architecture.LOGITS, 0), 1);
    assertThat(circuit.units())
        .containsExactly(new Unit(Architecture.LOGITS, 0), PlantedCircuit.LINE);
  }

  @ParameterizedTest
  @CsvSource({"CAFFE, mixed4c:5", "TENSORFLOW, mixed4a:3", "CAFFE, mixed5b:1", "CAFFE, conv2d1:2"})
  void connectionsAreThoseOfUnitWeightsAndAllBetweenTheUnitsThatAreShown(
      final FrameworkConventions conventions, final String name) {
    try (InceptionV1 network = SmallNetworks.narrow(conventions)) {
      final Unit unit = network.architecture().unit(name);
      final UnitCircuit circuit =
          circuit(network, KernelFinder.expanded(network, StepLayers.all(network)), unit, 2, 3);
      final List<List<Unit>> columns = circuit.columns();
      columns.forEach(column -> assertThat(column).hasSizeBetween(1, 3));
      for (int i = 1; i < columns.size(); i++) {
        requireAll(network, circuit, columns.get(i - 1), columns.get(i));
      }
      requireStrongest(network, circuit, unit);
    }
  }

  private static void requireAll(
      final InceptionV1 network,
      final UnitCircuit circuit,
      final List<Unit> lower,
      final List<Unit> upper) {
    for (final Unit to : upper) {
      for (final Unit from : lower) {
        final UnitKernels whole =
            UnitWeights.expanded(network, KernelEnd.of(from), KernelEnd.of(to))
                .all(Progress.NONE)
                .get(0);
        final double norm =
            circuit.edges().stream()
                .map(CircuitEdge::kernel)
                .filter(kernel -> kernel.from().equals(from) && kernel.to().equals(to))
                .mapToDouble(WeightKernel::norm)
                .sum();
        assertThat(norm).isCloseTo(whole.kernel(0).norm(), within(1e-5 * (1 + norm)));
      }
    }
  }

  private static void requireStrongest(
      final InceptionV1 network, final UnitCircuit circuit, final Unit unit) {
    final KernelFinder finder = KernelFinder.expanded(network, StepLayers.all(network));
    final UnitKernels all =
        UnitWeights.expanded(
                network,
                KernelEnd.all(network.architecture(), finder.below(unit).orElseThrow()),
                KernelEnd.of(unit))
            .all(Progress.NONE)
            .get(0);
    assertThat(kernels(circuit, 1).stream().map(WeightKernel::from))
        .containsExactlyElementsOf(all.strongest(3).stream().map(WeightKernel::from).toList());
  }

  @Test
  void directCircuitsGoThroughTheBottleneckOfTheUnitsBranch() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.CAFFE)) {
      final Architecture table = network.architecture();
      final int first = table.node("mixed4c_1x1").channels() + table.node("mixed4c_3x3").channels();
      final UnitCircuit circuit =
          circuit(network, KernelFinder.direct(network), new Unit("mixed4c", first), 2, 3);
      assertThat(layers(kernels(circuit, 1))).containsExactly("mixed4c_5x5_bottleneck");
      assertThat(layers(kernels(circuit, 2))).containsExactly("mixed4b");
      assertThat(kernels(circuit, -1).stream().map(kernel -> kernel.to().layer()))
          .allMatch(
              layer ->
                  Set.of(
                          "mixed4d_1x1",
                          "mixed4d_3x3_bottleneck",
                          "mixed4d_5x5_bottleneck",
                          "mixed4d_pool_reduce")
                      .contains(layer));
    }
  }

  private static Set<String> layers(final List<WeightKernel> kernels) {
    return kernels.stream().map(kernel -> kernel.from().layer()).collect(Collectors.toSet());
  }

  @Test
  void directCircuitsOfSeveralBranchesStillLeadFromLowerToHigherColumns() {
    try (InceptionV1 network = SmallNetworks.narrow(FrameworkConventions.TENSORFLOW)) {
      for (final String name : List.of("mixed4a:1", "mixed5b:3", "conv2d2:1", "mixed3a_5x5:0")) {
        final Unit unit = network.architecture().unit(name);
        final UnitCircuit circuit = circuit(network, KernelFinder.direct(network), unit, 4, 4);
        final List<List<Unit>> columns = circuit.columns();
        for (final CircuitEdge edge : circuit.edges()) {
          assertThat(column(columns, edge.kernel().from()))
              .isLessThan(column(columns, edge.kernel().to()));
        }
        assertThat(columns.stream().mapToInt(List::size).sum()).isEqualTo(circuit.units().size());
      }
    }
  }

  private static int column(final List<List<Unit>> columns, final Unit unit) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).contains(unit)) {
        return i;
      }
    }
    throw new AssertionError(unit);
  }

  private static String told(final UnitCircuit circuit) {
    return circuit.edges().stream()
        .map(
            edge ->
                String.format(
                    Locale.ROOT,
                    "%d %s %s %.5f%n",
                    edge.depth(),
                    edge.kernel().from(),
                    edge.kernel().to(),
                    edge.kernel().norm()))
        .collect(Collectors.joining());
  }

  @Test
  void identitiesOfTwoLayersHaveTheUnitsOwnCircuit() {
    try (InceptionV1 network = PlantedCircuit.network();
        InceptionV1 more =
            network.with(
                List.of(
                    PlantedCircuit.identity(network, "low", "conv2d0", 1),
                    PlantedCircuit.identity(network, "high", "conv2d1", 1)))) {
      final String own =
          told(
              circuit(
                  network,
                  KernelFinder.expanded(network, StepLayers.all(network)),
                  PlantedCircuit.LINE,
                  2,
                  5));
      final UnitCircuit entries =
          circuit(
              more,
              KernelFinder.expanded(more, StepLayers.all(more, List.of("low", "high"))),
              new Unit("high", PlantedCircuit.LINE.channel()),
              2,
              5);
      assertThat(kernels(entries, 1).get(0).from())
          .isEqualTo(new Unit("low", PlantedCircuit.EDGE.channel()));
      assertThat(told(entries).replace("low", "conv2d0").replace("high", "conv2d1")).isEqualTo(own);
    }
  }

  @Test
  void stepsLeadFromEachNamedLayerToTheNext() {
    try (InceptionV1 network = PlantedCircuit.network();
        InceptionV1 more = network.edited(PlantedCircuit.identity(network, "high", "conv2d1", 1))) {
      final StepLayers all = StepLayers.all(more, List.of("high"));
      assertThat(all.below(new Unit(Architecture.LOGITS, 0))).contains("high");
      assertThat(all.below(new Unit("high", 0))).contains("conv2d0");
      assertThat(all.above(PlantedCircuit.EDGE)).containsExactly("high");
      final StepLayers some = StepLayers.only(more, List.of("high"));
      assertThat(some.below(new Unit("high", 0))).isEmpty();
      assertThat(some.above(PlantedCircuit.EDGE)).containsExactly("high");
      assertThat(StepLayers.only(more, List.of("conv2d0")).below(new Unit(Architecture.LOGITS, 0)))
          .contains("conv2d0");
      assertThat(StepLayers.all(more).below(new Unit("high", 0))).contains("conv2d1");
    }
  }

  @Test
  void aLayerHasOneDictionaryWithADecoder() {
    try (InceptionV1 network = PlantedCircuit.network();
        InceptionV1 more =
            network.with(
                List.of(
                    PlantedCircuit.identity(network, "one", "conv2d1", 1),
                    PlantedCircuit.identity(network, "two", "conv2d1", 1),
                    new Graft(
                        "blind",
                        "conv2d0",
                        new Graft.Affine(
                            new float[network.architecture().node("conv2d0").channels()],
                            new float[1]),
                        Nonlinearity.RELU,
                        Optional.empty())))) {
      assertThatThrownBy(() -> StepLayers.all(more, List.of("one", "two")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("dictionaries one and two are of one layer");
      assertThatThrownBy(() -> StepLayers.all(more, List.of("blind")))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("blind has no decoder");
    }
  }

  private static List<ErrorEdge> errors(final float explained) {
    try (InceptionV1 network = PlantedCircuit.network();
        InceptionV1 more =
            network.with(
                List.of(
                    PlantedCircuit.identity(network, "low", "conv2d0", explained),
                    new Unexplained("low")))) {
      final CircuitErrors errors = new CircuitErrors();
      final MeasuredFinder finder =
          new MeasuredFinder(
              more,
              StepLayers.all(more, List.of("low")),
              5,
              (from, to, progress) -> {
                final List<UnitKernels> entries = effects(more, from, to);
                CircuitErrors.end(more.architecture(), from)
                    .ifPresent(end -> errors.add("low", entries, effects(more, end, to)));
                return entries;
              });
      return errors.of(circuit(more, finder, PlantedCircuit.LINE, 1, 5));
    }
  }

  private static List<UnitKernels> effects(
      final InceptionV1 network, final KernelEnd from, final KernelEnd to) {
    final MeanEffects effects = new MeanEffects(network, from, to);
    final Picture picture = PlantedCircuit.edge(0);
    final MeanEffects.Sums sums = effects.supplier().get();
    effects
        .accumulator()
        .accept(
            sums,
            new Seen<SourcePicture>(null, View.of(picture), network.run(picture, effects.names())));
    return effects.finisher().apply(sums);
  }

  @Test
  void theShareThatPassesTheErrorIsWhatADictionaryDoesNotExplain() {
    final List<ErrorEdge> half = errors(0.5f);
    assertThat(half).singleElement();
    assertThat(half.get(0).from()).isEqualTo("low error");
    assertThat(half.get(0).to()).isEqualTo(PlantedCircuit.LINE);
    assertThat(half.get(0).share()).isCloseTo(0.5, within(1e-5));
    assertThat(errors(0.9f).get(0).share()).isCloseTo(0.1, within(1e-5));
    final ErrorEdge exact = errors(1).get(0);
    assertThat(exact.share()).isZero();
    assertThat(exact.kernel().norm()).isZero();
  }
}
