package io.github.inceptionlens.command.browser.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.browser.units.BrowserModel.Change;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A layer of five units, of which an image drives the third most, and one is silent. */
final class BrowserModelTest {

  private static final Layer LAYER = new Layer("mixed4c", 5, List.of());
  private static final List<String> LABELS = List.of("", "spindle", "", "Aster", "old spindle");
  private static final double[] MEANS = {0.5, 0, 4, -1, 2};

  private final List<Change> told = new ArrayList<>();
  private BrowserModel model;

  @BeforeEach
  void open() {
    model =
        new BrowserModel(
            List.of(
                new LayerFamily("mixed4b", List.of("mixed4b")),
                new LayerFamily("mixed4c", List.of("mixed4c", "mixed4c_5x5")),
                new LayerFamily("mydict", List.of("mydict"))),
            "mixed4c");
    model.listen(told::add);
    model.take(layer(LABELS));
  }

  private static BrowsedLayer layer(final List<String> labels, final UnitOrder... more) {
    final List<UnitOrder> orders =
        new ArrayList<>(
            List.of(
                UnitOrder.NUMBER,
                UnitOrder.MEAN,
                UnitOrder.PEAK,
                UnitOrder.ACTIVE,
                UnitOrder.LABEL));
    orders.addAll(List.of(more));
    return new BrowsedLayer(LAYER, labels, orders);
  }

  private void look() {
    model.take(
        "mixed4c",
        IntStream.range(0, MEANS.length)
            .mapToObj(
                i ->
                    new ChannelStatistics(
                        LAYER.unit(i), MEANS[i], 10 - i, 3, 4, MEANS[i] > 0 ? i / 4.0 + 0.1 : 0))
            .toList());
  }

  private List<Integer> shown() {
    return model.shown().stream().map(one -> one.unit().channel()).toList();
  }

  private List<Integer> filtered(final String text) {
    model.filter(new UnitFilter(text, false));
    return shown();
  }

  @Test
  void withoutAnImageUnitsStandByNumberAndWithOneByTheirMean() {
    assertThat(shown()).containsExactly(0, 1, 2, 3, 4);
    look();
    assertThat(shown()).containsExactly(2, 4, 0, 1, 3);
    assertThat(model.shown().get(0).figures())
        .isEqualTo("mean 4.00, peak 8.00 at x 3, y 4, active at 60 % of the places");
    model.take("mixed4c", List.of());
    assertThat(shown()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void unitsAreSortedByWhatStandsBelowThem() {
    look();
    model.sort(UnitOrder.PEAK);
    assertThat(shown()).containsExactly(0, 1, 2, 3, 4);
    assertThat(UnitOrder.PEAK.value(model.shown().get(0))).isEqualTo("10.0");
    model.sort(UnitOrder.ACTIVE);
    assertThat(shown()).containsExactly(4, 2, 0, 1, 3);
    assertThat(UnitOrder.ACTIVE.value(model.shown().get(0))).isEqualTo("110 %");
    model.sort(UnitOrder.LABEL);
    assertThat(shown()).containsExactly(3, 4, 1, 0, 2);
    model.sort(UnitOrder.NUMBER);
    assertThat(shown()).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aFilterTakesNumbersRangesLabelsNamesAndValues() {
    look();
    model.sort(UnitOrder.NUMBER);
    assertThat(filtered("3")).containsExactly(3);
    assertThat(filtered("447")).isEmpty();
    assertThat(filtered("1-3")).containsExactly(1, 2, 3);
    assertThat(filtered(" 0, 3-9 ")).containsExactly(0, 3, 4);
    assertThat(filtered("SPINDLE")).containsExactly(1, 4);
    assertThat(filtered("mixed4c:2")).containsExactly(2);
    assertThat(filtered(">0.5")).containsExactly(2, 4);
    assertThat(filtered("< 0")).containsExactly(3);
    assertThat(filtered("")).hasSize(5);
    model.filter(new UnitFilter("", true));
    assertThat(shown()).containsExactly(0, 2, 4);
  }

  @Test
  void aDictionaryPutsTheChannelsOfItsEntriesSideBySide() {
    final Dictionary groups =
        new Dictionary(
            "groups",
            new Dictionary.Home("mixed4c", "n", "d"),
            new float[] {0, 3, 0, 0, 4, 20, 1, 90, 30, 0},
            new float[2],
            Nonlinearity.RELU,
            Optional.empty(),
            new float[5],
            1,
            Dictionary.unlabeled(2),
            Map.of());
    final UnitOrder order = UnitOrder.of(groups);
    model.take(layer(LABELS, order));
    model.sort(order);
    assertThat(order).hasToString("dictionary groups");
    assertThat(shown()).containsExactly(4, 1, 2, 3, 0);
  }

  @Test
  void theSelectionStaysWithItsUnit() {
    model.select(4);
    look();
    assertThat(model.selection()).isEqualTo(1);
    model.select(17);
    assertThat(model.selected().orElseThrow().unit()).isEqualTo(new Unit("mixed4c", 4));
    model.filter(new UnitFilter("0-3", false));
    assertThat(model.selected()).isEmpty();
    model.filter(UnitFilter.ALL);
    assertThat(model.selected().orElseThrow().described()).isEqualTo("mixed4c:4 \"old spindle\"");
  }

  @Test
  void layersAreChosenOneAfterTheOtherOrByBranch() {
    model.choose("mixed4c_5x5");
    assertThat(model.family().name()).isEqualTo("mixed4c");
    assertThat(model.shown()).isEmpty();
    model.take(layer(LABELS));
    assertThat(model.shown()).as("those of a layer that was left").isEmpty();
    model.moveLayer(1);
    model.moveLayer(1);
    assertThat(model.layer()).isEqualTo("mydict");
    model.moveLayer(-2);
    assertThat(model.layer()).isEqualTo("mixed4b");
    assertThat(told).containsSubsequence(Change.UNITS, Change.LAYER, Change.LAYER, Change.LAYER);
  }

  @Test
  void anOrderThatAnotherLayerLacksBecomesThatByNumber() {
    final UnitOrder order =
        UnitOrder.of(
            new Dictionary(
                "groups",
                new Dictionary.Home("mixed4c", "n", "d"),
                new float[5],
                new float[1],
                Nonlinearity.RELU,
                Optional.empty(),
                new float[5],
                1,
                Dictionary.unlabeled(1),
                Map.of()));
    model.take(layer(LABELS, order));
    model.sort(order);
    model.take(layer(LABELS));
    assertThat(model.order()).isSameAs(UnitOrder.NUMBER);
  }

  @Test
  void cellsHaveALargestAndASmallestSize() {
    final int usual = model.side();
    model.zoom(2);
    assertThat(model.side()).isGreaterThan(usual);
    model.zoomBack();
    assertThat(model.side()).isEqualTo(usual);
    model.zoom(-100);
    final int least = model.side();
    model.zoom(-1);
    assertThat(model.side()).isEqualTo(least);
    model.zoom(100);
    assertThat(model.side()).isGreaterThan(4 * least);
  }

  @Test
  void whatIsSeenIsMostUrgentThenThePagesBeside() {
    assertThat(model.urgency(2, 3))
        .extracting(Unit::channel)
        .isEqualTo(Arrays.asList(2, 3, 1, 4, 0));
    assertThat(model.urgency(0, 5)).extracting(Unit::channel).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void theStripHoldsTheLayersOfTheLiteratureWithTheirBranchesAndDictionaries() {
    final Architecture table = SmallNetworks.narrowTable(FrameworkConventions.CAFFE);
    final List<LayerFamily> families = LayerFamily.of(table, List.of("mydict"), "maxpool4");
    assertThat(families)
        .extracting(LayerFamily::name)
        .startsWith("conv2d0", "conv2d1", "conv2d2", "mixed3a")
        .endsWith("mixed5b", "mydict", "maxpool4");
    assertThat(families.get(3).members())
        .containsExactly(
            "mixed3a",
            "mixed3a_1x1",
            "mixed3a_3x3_bottleneck",
            "mixed3a_3x3",
            "mixed3a_5x5_bottleneck",
            "mixed3a_5x5",
            "mixed3a_pool_reduce");
    assertThat(LayerFamily.of(table, List.of(), "mixed3a_5x5")).hasSize(12);
  }
}
