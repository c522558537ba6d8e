package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.memory.MemoryPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much native memory a gradient of one picture needs at most, computed from the table: first
 * what the forward pass keeps for the backward pass, then the backward pass as it frees that and
 * makes gradients.
 */
public final class GradientPlan {

  private final Architecture architecture;
  private final GradientRequest request;
  private final int width;
  private final int height;
  private final List<Node> path;

  private GradientPlan(
      final Architecture architecture,
      final GradientRequest request,
      final int width,
      final int height) {
    this.architecture = architecture;
    this.request = request;
    this.width = width;
    this.height = height;
    final List<String> names =
        request.objective().names().stream().map(name -> architecture.node(name).name()).toList();
    this.path = new Walk(architecture, List.of(Architecture.INPUT), names).path();
  }

  /**
   * The largest number of bytes alive at once.
   *
   * @param width pixels
   * @param height pixels
   * @throws io.github.inceptionlens.core.UserError when the picture is too small
   */
  public static long peak(
      final Architecture architecture,
      final GradientRequest request,
      final int width,
      final int height) {
    for (final String name : request.objective().names()) {
      Geometry.of(architecture.spatial(name), width, height);
    }
    return new GradientPlan(architecture, request, width, height).peak();
  }

  private long peak() {
    final Map<String, Long> kept = new HashMap<>();
    long live = 2 * bytes(Architecture.INPUT);
    long peak = live;
    for (final Node node : differentiated()) {
      kept.put(node.name(), kept(node));
      live += kept.get(node.name());
      peak = Math.max(peak, live + need(node).passing());
    }
    final long forward = MemoryPlan.peak(architecture, request.objective().names(), width, height);
    return Math.max(forward, Math.max(peak, backwards(live, kept)));
  }

  private long backwards(final long start, final Map<String, Long> kept) {
    final List<Node> order = new ArrayList<>(differentiated());
    Collections.reverse(order);
    final Set<String> arrived = new HashSet<>();
    long live = start;
    long peak = live;
    for (final Node node : order) {
      long made = 0;
      for (final String input : node.inputs()) {
        made += arrived.add(input) ? bytes(input) : 0;
      }
      final long arriving = bytes(node.name());
      live += made;
      peak = Math.max(peak, live + transientsBackwards(node));
      live -= arriving + kept.get(node.name());
      live += request.layers().contains(node.name()) ? 2 * arriving : 0;
    }
    return peak;
  }

  /** The rows that the engine keeps values for: from the lowest wanted derivative up. */
  private List<Node> differentiated() {
    if (request.pixels() || !isExact()) {
      return path;
    }
    final Set<String> above = new HashSet<>(request.layers());
    for (final Node node : path) {
      if (node.inputs().stream().anyMatch(above::contains)) {
        above.add(node.name());
      }
    }
    return path.stream().filter(node -> above.contains(node.name())).toList();
  }

  private boolean isExact() {
    return request.rule() == ReluRule.EXACT;
  }

  /** What stays from a row until the backward pass has gone through it. */
  private long kept(final Node node) {
    final long output = bytes(node.name());
    final long probe = request.layers().contains(node.name()) ? 2 * output : 0;
    if (!isExact()) {
      return output + probe;
    }
    return probe + need(node).kept();
  }

  private KeptValues.Need need(final Node node) {
    return node.op().in(new KeptValues(bytes(node.inputs().get(0)), bytes(node.name())));
  }

  /** What one step of the backward pass holds besides arriving and made gradients. */
  private long transientsBackwards(final Node node) {
    final long output = bytes(node.name());
    if (isExact()) {
      return bytes(node.inputs().get(0));
    }
    return node.op().in(new StepBack(output, need(node).kept()));
  }

  private long bytes(final String name) {
    if (name.equals(Architecture.INPUT)) {
      return 3L * width * height * Float.BYTES;
    }
    final Node node = architecture.node(name);
    if (!architecture.spatial(name).name().equals(name)) {
      return (long) node.channels() * Float.BYTES;
    }
    final Geometry geometry = Geometry.of(architecture.layer(name), width, height);
    return (long) node.channels() * geometry.x().size() * geometry.y().size() * Float.BYTES;
  }
}
