package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.content.Classifier;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a GraphDef holds the tensors of an architecture, each exactly once; a classifier under a
 * name of its own counts as the architecture's.
 */
final class GraphIndex {

  static final int NODE = sized(1);

  private static final int NAME = sized(1);
  private static final int OP = sized(2);
  private static final int ATTRIBUTE = sized(5);
  private static final int KEY = sized(1);
  private static final int VALUE = sized(2);
  private static final int TENSOR = sized(8);

  private static final int LONGEST_NAME = 256;
  private static final int MOST_NODES = 100_000;
  private static final int MOST_OTHERS = 1000;
  private static final String HEAD_WEIGHTS = "softmax2_w";
  private static final String HEAD_BIAS = "softmax2_b";
  private static final String REMEDY = "; choose another file or another network";

  private final WeightSource source;
  private final Architecture architecture;
  private final List<TensorSpec> specs;
  private final Map<String, TensorSpec> wanted;
  private final ProtobufReader reader;
  private final ProtobufReader.Visitor nodeField = this::nodeField;
  private final ProtobufReader.Visitor entryField = this::entryField;
  private final ProtobufReader.Visitor valueField = this::valueField;
  private final Map<String, GraphTensor.Place> found = new HashMap<>();
  private final Map<String, ProtobufReader.Range> others = new LinkedHashMap<>();

  private String lastName = "";
  private int nodes;

  private String name;
  private String op;
  private ProtobufReader.Range constant;
  private String key;
  private ProtobufReader.Range tensor;

  /**
   * Walks the file without reading its values.
   *
   * @throws UserError when it is damaged, or when a tensor is missing or there twice
   */
  GraphIndex(final WeightSource source, final Architecture architecture) throws IOException {
    this.source = source;
    this.architecture = architecture;
    specs = architecture.tensors();
    wanted = specs.stream().collect(Collectors.toMap(TensorSpec::name, Function.identity()));
    reader = new ProtobufReader(source.stream(), source.size());
    try {
      reader.fields(this::node);
    } catch (final InvalidProtocolBufferException e) {
      throw damage(e);
    }
  }

  private boolean node(final int tag) throws IOException {
    if (tag != NODE) {
      return false;
    }
    if (++nodes > MOST_NODES) {
      throw source.refuse("has more than " + MOST_NODES + " nodes" + REMEDY);
    }
    name = "";
    op = "";
    constant = null;
    reader.message(nodeField);
    if (wanted.containsKey(name)) {
      keep();
    } else if (constant != null && !name.isEmpty() && others.size() < MOST_OTHERS) {
      others.put(name, constant);
    }
    return true;
  }

  /** Whether no tensor of the architecture is there. */
  boolean isForeign() {
    return found.isEmpty();
  }

  /** The names of constants that are none of the architecture's. */
  Set<String> others() {
    return others.keySet();
  }

  /**
   * The classifier, under the published or another name.
   *
   * @param features the channels that it reads
   * @throws UserError when several pairs of constants may be it, or the file is damaged
   */
  Optional<Classifier> head(final int features) throws IOException {
    final ProtobufReader again = new ProtobufReader(source.stream(), source.size());
    try {
      final GraphTensor.Place usual = found.get(HEAD_WEIGHTS);
      if (usual != null) {
        return Classifier.usual(HEAD_WEIGHTS, HEAD_BIAS, GraphTensor.shape(usual.range(), again));
      }
      final Map<String, List<Long>> shapes = new LinkedHashMap<>();
      for (final Map.Entry<String, ProtobufReader.Range> other : inOrder(others)) {
        shapes.put(other.getKey(), GraphTensor.shape(other.getValue(), again));
      }
      return Classifier.only(Classifier.pairs(shapes, features), source::refuse);
    } catch (final InvalidProtocolBufferException e) {
      throw damage(e);
    }
  }

  private static List<Map.Entry<String, ProtobufReader.Range>> inOrder(
      final Map<String, ProtobufReader.Range> constants) {
    return constants.entrySet().stream()
        .sorted(Comparator.comparingInt(constant -> constant.getValue().offset()))
        .toList();
  }

  private void findHead() throws IOException {
    final TensorSpec weights = wanted.get(HEAD_WEIGHTS);
    if (weights == null || found.containsKey(HEAD_WEIGHTS)) {
      return;
    }
    head(weights.shape().get(1))
        .ifPresent(
            head -> {
              found.put(HEAD_WEIGHTS, new GraphTensor.Place(weights, others.get(head.weights())));
              found.put(
                  HEAD_BIAS, new GraphTensor.Place(wanted.get(HEAD_BIAS), others.get(head.bias())));
            });
  }

  private boolean nodeField(final int tag) throws IOException {
    if (tag == NAME) {
      name = reader.text(LONGEST_NAME);
      lastName = name;
    } else if (tag == OP) {
      op = reader.text(LONGEST_NAME);
    } else if (tag == ATTRIBUTE) {
      key = "";
      tensor = null;
      reader.message(entryField);
      constant = key.equals("value") ? tensor : constant;
    } else {
      return false;
    }
    return true;
  }

  private boolean entryField(final int tag) throws IOException {
    if (tag == KEY) {
      key = reader.text(LONGEST_NAME);
    } else if (tag == VALUE) {
      reader.message(valueField);
    }
    return tag == KEY || tag == VALUE;
  }

  private boolean valueField(final int tag) throws IOException {
    if (tag == TENSOR) {
      tensor = reader.range();
    }
    return tag == TENSOR;
  }

  private void keep() {
    if (!op.equals("Const") || constant == null) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds node %s as operation \"%s\", but a constant is expected%s",
              name,
              op,
              REMEDY));
    }
    final GraphTensor.Place place = new GraphTensor.Place(wanted.get(name), constant);
    if (found.put(name, place) != null) {
      throw source.refuse("holds " + name + " twice, but it is expected once" + REMEDY);
    }
  }

  /** The tensors of the architecture in the order of the file. */
  List<GraphTensor.Place> tensors() throws IOException {
    findHead();
    return specs.stream()
        .map(this::place)
        .sorted(Comparator.comparingInt(place -> place.range().offset()))
        .toList();
  }

  private GraphTensor.Place place(final TensorSpec spec) {
    final GraphTensor.Place place = found.get(spec.name());
    if (place == null) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds no constant %s, which %s needs%s",
              spec.name(),
              architecture.name(),
              REMEDY));
    }
    return place;
  }

  private UserError damage(final Exception cause) {
    final String place = lastName.isEmpty() ? "before any node" : "at node " + lastName;
    return source.refuse(
        String.format(
            Locale.ROOT,
            "is cut short or damaged near byte %d of %d, %s; download or copy it again",
            reader.position(),
            source.size(),
            place),
        cause);
  }
}
