package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small network with a circuit that is known.
 *
 * <p>{@code conv2d0} (7 x 7, zero mean): units 0 to 3 are edges, bright on the left, above, on the
 * right and below, each the one before turned by 90 degrees clockwise; unit 4 sees yellow against
 * blue and is off on gray pictures; unit 5 is silent for all pictures.
 *
 * <p>{@code conv2d1} (5 x 5): {@link #LINE}, unit 0, is the difference of two shifted edges of one
 * kind: unit 0 of {@code conv2d0} two places to the right, less the same two places to the left;
 * units 2, 3 and 4 are that turned by 90, 180 and 270 degrees. {@link #DECOY}, unit 1, has weights
 * of the very same norms, but from unit 5. Unit 5 is the color unit passed on.
 *
 * <p>{@link Architecture#LOGITS}: class 0, «line», reads unit 0 with 1; class 1, «decoy», reads
 * unit 1 with 1; class 2, «color», reads unit 5 with 1.
 */
public final class PlantedCircuit {

  /** The unit that is the difference of two shifted edges. */
  public static final Unit LINE = new Unit("conv2d1", 0);

  /** The unit with weights of the same size, from a unit that never fires. */
  public static final Unit DECOY = new Unit("conv2d1", 1);

  /** The edge of which {@link #LINE} is made: bright on the left. */
  public static final Unit EDGE = new Unit("conv2d0", 0);

  /** The unit of which {@link #DECOY} is made. */
  public static final Unit SILENT = new Unit("conv2d0", 5);

  /** The unit that sees yellow against blue. */
  public static final Unit COLOR = new Unit("conv2d0", 4);

  /** The edges, each turned by 90 degrees clockwise from the one before. */
  public static final List<Unit> EDGES = units("conv2d0", 0, 1, 2, 3);

  /** The lines in the same order. */
  public static final List<Unit> LINES = units("conv2d1", 0, 2, 3, 4);

  /** How far from the middle the two edges lie. */
  public static final int SHIFT = 2;

  /** The weight of each. */
  public static final float WEIGHT = 0.5f;

  private static final int EDGE_SIDE = 7;
  private static final int LINE_SIDE = 5;
  private static final int CHANNELS = 6;
  private static final int CLASSES = 3;

  private PlantedCircuit() {}

  private static List<Unit> units(final String layer, final Integer... channels) {
    return List.of(channels).stream().map(channel -> new Unit(layer, channel)).toList();
  }

  /** The network; to be closed. */
  public static InceptionV1 network() {
    final Architecture table = table();
    return new InceptionV1(SmallNetworks.engine(), table, new Weights(table.tensors(), values()));
  }

  /** Its table: two rectified convolutions of stride 1, the mean over the picture, the classes. */
  public static Architecture table() {
    return new Architecture(
        "planted",
        List.of(
            convolution("conv2d0", 3, EDGE_SIDE, Architecture.INPUT),
            row("conv2d0", new Operation.Relu(), "conv2d0_pre_relu", CHANNELS),
            convolution("conv2d1", CHANNELS, LINE_SIDE, "conv2d0"),
            row("conv2d1", new Operation.Relu(), "conv2d1_pre_relu", CHANNELS),
            row("avgpool0", new Operation.GlobalMean(), "conv2d1", CHANNELS),
            row(
                Architecture.LOGITS,
                new Operation.Dense("softmax2", CHANNELS, CLASSES),
                "avgpool0",
                CLASSES),
            row(Architecture.PROBABILITIES, new Operation.Softmax(), Architecture.LOGITS, CLASSES)),
        Preprocessing.TENSORFLOW,
        List.of("line", "decoy", "color"));
  }

  private static Node convolution(
      final String name, final int in, final int side, final String input) {
    final SlidingWindow window = new SlidingWindow(side, 1, new Padding.Fixed(side / 2, false));
    return row(
        name + Architecture.PRE_RELU,
        new Operation.Convolution(name, in, CHANNELS, window),
        input,
        CHANNELS);
  }

  private static Node row(
      final String name, final Operation op, final String input, final int channels) {
    return new Node(name, "", op, List.of(input), channels);
  }

  private static Map<String, float[]> values() {
    final Map<String, float[]> values = new HashMap<>();
    for (final TensorSpec spec : table().tensors()) {
      values.put(spec.name(), new float[spec.count()]);
    }
    edges(values.get("conv2d0_w"));
    values.get("conv2d0_b")[SILENT.channel()] = -1;
    lines(values.get("conv2d1_w"));
    final float[] classes = values.get("softmax2_w");
    classes[LINE.channel()] = 1;
    classes[CHANNELS + DECOY.channel()] = 1;
    classes[2 * CHANNELS + 5] = 1;
    return values;
  }

  private static void edges(final float[] weights) {
    final int area = EDGE_SIDE * EDGE_SIDE;
    float[] edge = new float[area];
    final int middle = EDGE_SIDE / 2;
    for (int i = 0; i < area; i++) {
      final int x = i % EDGE_SIDE - middle;
      final int y = i / EDGE_SIDE - middle;
      edge[i] = (float) (-x * Math.exp(-(x * x + y * y) / 4.0) / 255);
    }
    for (final Unit unit : EDGES) {
      for (int color = 0; color < 3; color++) {
        System.arraycopy(edge, 0, weights, (unit.channel() * 3 + color) * area, area);
      }
      edge = turned(edge, EDGE_SIDE);
    }
    final float[] yellow = {0.5f, 0.5f, -1};
    for (int color = 0; color < 3; color++) {
      weights[(COLOR.channel() * 3 + color) * area + area / 2] = yellow[color] / 255;
    }
  }

  private static void lines(final float[] weights) {
    final int area = LINE_SIDE * LINE_SIDE;
    final int middle = LINE_SIDE / 2;
    float[] line = new float[area];
    line[middle * LINE_SIDE + middle + SHIFT] = WEIGHT;
    line[middle * LINE_SIDE + middle - SHIFT] = -WEIGHT;
    System.arraycopy(
        line, 0, weights, (DECOY.channel() * CHANNELS + SILENT.channel()) * area, area);
    for (int i = 0; i < LINES.size(); i++) {
      final int kernel = LINES.get(i).channel() * CHANNELS + EDGES.get(i).channel();
      System.arraycopy(line, 0, weights, kernel * area, area);
      line = turned(line, LINE_SIDE);
    }
    weights[(5 * CHANNELS + COLOR.channel()) * area + area / 2] = 1;
  }

  /** A square turned by 90 degrees clockwise. */
  private static float[] turned(final float[] square, final int side) {
    final float[] turned = new float[square.length];
    for (int i = 0; i < square.length; i++) {
      final int x = i % side;
      final int y = i / side;
      turned[x * side + side - 1 - y] = square[i];
    }
    return turned;
  }

  /**
   * A picture of a single edge that is bright on one side.
   *
   * @param degrees the direction towards the bright side: 0 left, 90 up, 180 right, 270 down
   * @return gray, 48 x 48, the edge through the middle
   */
  public static Picture edge(final double degrees) {
    final double angle = Math.toRadians(degrees);
    return SmallNetworks.picture(
        48,
        48,
        (column, row) ->
            (23.5 - column) * Math.cos(angle) + (23.5 - row) * Math.sin(angle) > 0 ? 200 : 50);
  }

  /**
   * A dictionary whose entries are the units of a layer, rebuilt as a part of what they are, so
   * that the rest of each unit is not explained.
   *
   * @param part 1 for an exact one
   */
  public static Graft identity(
      final InceptionV1 network, final String name, final String layer, final float part) {
    final int count = network.architecture().node(layer).channels();
    final float[] same = new float[count * count];
    final float[] back = new float[count * count];
    for (int i = 0; i < count; i++) {
      same[i * count + i] = 1;
      back[i * count + i] = part;
    }
    final float[] none = new float[count];
    return new Graft(
        name,
        layer,
        new Graft.Affine(same, none),
        Nonlinearity.RELU,
        Optional.of(new Graft.Affine(back, none)));
  }
}
