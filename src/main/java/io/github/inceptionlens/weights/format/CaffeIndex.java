package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.weights.content.Classifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a Caffe file holds the tensors of an architecture, each exactly once; a classifier under a
 * name of its own counts as the architecture's.
 */
final class CaffeIndex {

  private static final int V1_LAYER = sized(2);
  private static final int V1_NAME = sized(4);
  private static final int V1_BLOB = sized(6);
  private static final int LAYER = sized(100);
  private static final int NAME = sized(1);
  private static final int BLOB = sized(7);

  private static final int LONGEST_NAME = 256;
  private static final int MOST_LAYERS = 2000;
  private static final int MOST_BLOBS = 3;
  private static final int MOST_OTHERS = 1000;
  private static final String HEAD = "loss3/classifier";
  private static final String REMEDY = "; choose another file or another network";

  private final WeightSource source;
  private final Architecture architecture;
  private final Set<String> wanted;
  private final ProtobufReader reader;
  private final Map<String, List<ProtobufReader.Range>> blobs = new HashMap<>();
  private final Map<String, List<ProtobufReader.Range>> others = new LinkedHashMap<>();

  private String name = "";
  private String lastName = "";
  private int count;

  /**
   * Walks the file without reading its values.
   *
   * @throws UserError when it is damaged, or when a tensor is missing or there twice
   */
  CaffeIndex(final WeightSource source, final Architecture architecture) throws IOException {
    this.source = source;
    this.architecture = architecture;
    wanted =
        architecture.parameters().stream().map(NodeParameters::alias).collect(Collectors.toSet());
    reader = new ProtobufReader(source.stream(), source.size());
    try {
      reader.fields(this::layer);
    } catch (final InvalidProtocolBufferException e) {
      throw damage(e);
    }
  }

  /** Whether a field of the net is a layer, in either form. */
  static boolean isLayer(final int tag) {
    return tag == V1_LAYER || tag == LAYER;
  }

  private boolean layer(final int tag) throws IOException {
    if (tag == V1_LAYER) {
      layer(V1_NAME, V1_BLOB);
    } else if (tag == LAYER) {
      layer(NAME, BLOB);
    }
    return isLayer(tag);
  }

  private void layer(final int nameTag, final int blobTag) throws IOException {
    final List<ProtobufReader.Range> found = new ArrayList<>(MOST_BLOBS);
    if (++count > MOST_LAYERS) {
      throw source.refuse("has more than " + MOST_LAYERS + " layers" + REMEDY);
    }
    name = "";
    reader.message(
        tag -> {
          if (tag == nameTag) {
            name = reader.text(LONGEST_NAME);
            lastName = name;
          } else if (tag == blobTag && found.size() < MOST_BLOBS) {
            found.add(reader.range());
          } else {
            return false;
          }
          return true;
        });
    if (!found.isEmpty() && wanted.contains(name)) {
      keep(found);
    } else if (!found.isEmpty() && !name.isEmpty() && others.size() < MOST_OTHERS) {
      others.put(name, List.copyOf(found));
    }
  }

  private void keep(final List<ProtobufReader.Range> found) {
    if (blobs.put(name, found) != null) {
      throw source.refuse(
          "holds the values of Caffe layer "
              + name
              + " twice, but they are expected once"
              + REMEDY);
    }
  }

  /** Whether no layer of the architecture is there. */
  boolean isForeign() {
    return blobs.isEmpty();
  }

  /** The names of layers with values that are none of the architecture's. */
  Set<String> others() {
    return others.keySet();
  }

  /**
   * The classifier, under the published or another name.
   *
   * @param features the channels that it reads
   * @throws UserError when several layers may be it, or the file is damaged
   */
  Optional<Classifier> head(final int features) throws IOException {
    final ProtobufReader again = new ProtobufReader(source.stream(), source.size());
    try {
      final List<ProtobufReader.Range> usual = blobs.getOrDefault(HEAD, List.of());
      if (!usual.isEmpty()) {
        return Classifier.usual(HEAD, HEAD, CaffeBlob.shape(usual.get(0), again));
      }
      final List<Classifier> candidates = new ArrayList<>();
      for (final Map.Entry<String, List<ProtobufReader.Range>> other : inOrder(others)) {
        if (other.getValue().size() == 2) {
          final List<Long> shape = CaffeBlob.shape(other.getValue().get(0), again);
          Classifier.of(other.getKey(), shape, features).ifPresent(candidates::add);
        }
      }
      return Classifier.only(candidates, source::refuse);
    } catch (final InvalidProtocolBufferException e) {
      throw damage(e);
    }
  }

  private static List<Map.Entry<String, List<ProtobufReader.Range>>> inOrder(
      final Map<String, List<ProtobufReader.Range>> layers) {
    return layers.entrySet().stream()
        .sorted(Comparator.comparingInt(layer -> layer.getValue().get(0).offset()))
        .toList();
  }

  /** The tensors of the architecture in the order of the file. */
  List<CaffeTensor> tensors() throws IOException {
    if (wanted.contains(HEAD) && !blobs.containsKey(HEAD)) {
      final int features = architecture.spatial(HEAD).channels();
      head(features).ifPresent(head -> blobs.put(HEAD, others.get(head.weights())));
    }
    return architecture.parameters().stream()
        .flatMap(this::tensors)
        .sorted(Comparator.comparingInt(tensor -> tensor.range().offset()))
        .toList();
  }

  private Stream<CaffeTensor> tensors(final NodeParameters parameters) {
    final List<ProtobufReader.Range> found = blobs.getOrDefault(parameters.alias(), List.of());
    if (found.size() != 2) {
      throw incomplete(parameters, found.size());
    }
    return Stream.of(
        new CaffeTensor(parameters.weights(), parameters.alias(), found.get(0)),
        new CaffeTensor(parameters.bias(), parameters.alias(), found.get(1)));
  }

  private UserError incomplete(final NodeParameters parameters, final int count) {
    final String number = List.of("no tensor", "one tensor", "", "three or more").get(count);
    return source.refuse(
        String.format(
            Locale.ROOT,
            "holds %s for Caffe layer %s, but %s expects %s %s and %s %s%s",
            number,
            parameters.alias(),
            architecture.name(),
            parameters.weights().name(),
            parameters.weights().shape(),
            parameters.bias().name(),
            parameters.bias().shape(),
            REMEDY));
  }

  private UserError damage(final Exception cause) {
    final String place = lastName.isEmpty() ? "before any layer" : "at Caffe layer " + lastName;
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
