package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What a browser shows: layer, units in their order, selection, size. Knows no screen and no
 * network; one thread, that of events, uses it.
 */
public final class BrowserModel {

  /** What has changed. */
  public enum Change {
    LAYER,
    UNITS,
    SELECTION,
    ZOOM,
    TAB,
    PICTURES,
    STATUS
  }

  private static final int[] SIDES = {48, 64, 80, 96, 128, 160, 192, 256, 320, 384};
  private static final int USUAL = 3;

  private final List<LayerFamily> families;
  private final List<Consumer<Change>> listeners = new ArrayList<>();

  private String layer;
  private Optional<BrowsedLayer> browsed = Optional.empty();
  private List<UnitFacts> facts = List.of();
  private List<UnitFacts> shown = List.of();
  private BrowserTab tab = BrowserTab.VISUALIZATIONS;
  private UnitOrder order = UnitOrder.MEAN;
  private UnitFilter filter = UnitFilter.ALL;
  private Optional<Unit> selected = Optional.empty();
  private int zoom = USUAL;
  private boolean stopped;
  private String trouble = "";
  private BrowserStatus status = new BrowserStatus("", -1);

  /**
   * @param layer the first one, by its canonical name
   */
  public BrowserModel(final List<LayerFamily> families, final String layer) {
    this.families = List.copyOf(families);
    this.layer = layer;
  }

  /** Tells somebody of every change. */
  public void listen(final Consumer<Change> listener) {
    listeners.add(listener);
  }

  private void tell(final Change what) {
    listeners.forEach(one -> one.accept(what));
  }

  /** The layers of the strip. */
  public List<LayerFamily> families() {
    return families;
  }

  /** The one to which the layer belongs. */
  public LayerFamily family() {
    return families.stream().filter(one -> one.has(layer)).findFirst().orElseThrow();
  }

  /** The layer's canonical name. */
  public String layer() {
    return layer;
  }

  /** Goes to another layer. */
  public void choose(final String name) {
    if (!layer.equals(name)) {
      layer = name;
      browsed = Optional.empty();
      facts = List.of();
      shown = List.of();
      selected = Optional.empty();
      trouble = "";
      tell(Change.LAYER);
    }
  }

  /** Goes so many layers of the strip further on. */
  public void moveLayer(final int by) {
    final int next = families.indexOf(family()) + by;
    if (next >= 0 && next < families.size()) {
      choose(families.get(next).name());
    }
  }

  /** Takes what is known of a layer; of another one than is chosen it counts no more. */
  public void take(final BrowsedLayer known) {
    final Layer opened = known.layer();
    if (!opened.name().equals(layer)) {
      return;
    }
    browsed = Optional.of(known);
    order =
        known.orders().stream()
            .filter(one -> one.toString().equals(order.toString()))
            .findFirst()
            .orElse(UnitOrder.NUMBER);
    facts =
        IntStream.range(0, opened.channels())
            .mapToObj(i -> new UnitFacts(opened.unit(i), known.labels().get(i), Optional.empty()))
            .toList();
    arrange();
  }

  /**
   * Takes what the image does to the layer.
   *
   * @param statistics by channel; empty where there is no image
   */
  public void take(final String ofLayer, final List<ChannelStatistics> statistics) {
    if (ofLayer.equals(layer) && !facts.isEmpty()) {
      facts = facts.stream().map(one -> one.at(statistics)).toList();
      arrange();
    }
  }

  private void arrange() {
    shown = facts.stream().filter(filter).sorted(order.comparator()).toList();
    tell(Change.UNITS);
  }

  /** The units that pass the filter, in their order. */
  public List<UnitFacts> shown() {
    return shown;
  }

  /** How many units the layer has. */
  public int all() {
    return facts.size();
  }

  /** Whether some unit of the layer has a text. */
  public boolean hasLabels() {
    return browsed.map(BrowsedLayer::hasLabels).orElse(false);
  }

  /** The ways in which the layer's units may stand. */
  public List<UnitOrder> orders() {
    return browsed.map(BrowsedLayer::orders).orElse(List.of(order));
  }

  public UnitOrder order() {
    return order;
  }

  /** Sorts the units. */
  public void sort(final UnitOrder by) {
    order = by;
    arrange();
  }

  public UnitFilter filter() {
    return filter;
  }

  /** Shows some of the units alone. */
  public void filter(final UnitFilter wanted) {
    if (!filter.equals(wanted)) {
      filter = wanted;
      arrange();
    }
  }

  public BrowserTab tab() {
    return tab;
  }

  /** Shows other pictures. */
  public void show(final BrowserTab other) {
    if (tab != other) {
      tab = other;
      tell(Change.TAB);
    }
  }

  /** The place of the selected unit among those shown; -1 without one. */
  public int selection() {
    return IntStream.range(0, shown.size())
        .filter(i -> selected.equals(Optional.of(shown.get(i).unit())))
        .findFirst()
        .orElse(-1);
  }

  /** The selected unit, while it is shown. */
  public Optional<UnitFacts> selected() {
    return Optional.of(selection()).filter(i -> i >= 0).map(shown::get);
  }

  /**
   * Selects a unit.
   *
   * @param index among those shown; others change nothing
   */
  public void select(final int index) {
    if (index >= 0 && index < shown.size()) {
      selected = Optional.of(shown.get(index).unit());
      tell(Change.SELECTION);
    }
  }

  /** The side of a cell's picture in pixels, before the screen's scale. */
  public int side() {
    return SIDES[zoom];
  }

  /** Enlarges the cells by so many steps, or makes them smaller. */
  public void zoom(final int steps) {
    final int next = Math.max(0, Math.min(SIDES.length - 1, zoom + steps));
    if (next != zoom) {
      zoom = next;
      tell(Change.ZOOM);
    }
  }

  /** Makes the cells as large as at first. */
  public void zoomBack() {
    zoom(USUAL - zoom);
  }

  /** Whether the user stopped the making of pictures. */
  public boolean stopped() {
    return stopped;
  }

  /** Stops the making of pictures, or goes on with it. */
  public void stop(final boolean now) {
    if (stopped != now) {
      stopped = now;
      tell(Change.STATUS);
    }
  }

  /** Why the image tells nothing of this layer, in a sentence; empty where it does. */
  public String trouble() {
    return trouble;
  }

  /** Takes the reason why the image tells nothing. */
  public void trouble(final String sentence) {
    if (!trouble.equals(sentence)) {
      trouble = sentence;
      tell(Change.STATUS);
    }
  }

  public BrowserStatus status() {
    return status;
  }

  /** Says what is going on. */
  public void say(final BrowserStatus now) {
    if (!status.equals(now)) {
      status = now;
      tell(Change.STATUS);
    }
  }

  /** New pictures have come. */
  public void picturesCame() {
    tell(Change.PICTURES);
  }

  /**
   * The shown units by urgency: those seen, the page after and the page before them, and then the
   * others from there on.
   *
   * @param first of those seen
   * @param last after the last of those seen
   */
  public List<Unit> urgency(final int first, final int last) {
    final int page = last - first;
    final List<Unit> units = new ArrayList<>();
    final int after = Math.min(shown.size(), last + page);
    final int before = Math.max(0, first - page);
    for (final int[] part :
        new int[][] {
          {first, last}, {last, after}, {before, first}, {after, shown.size()}, {0, before}
        }) {
      IntStream.range(part[0], part[1]).mapToObj(i -> shown.get(i).unit()).forEach(units::add);
    }
    return units;
  }
}
