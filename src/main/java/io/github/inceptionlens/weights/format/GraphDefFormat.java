package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.scijava.plugin.Plugin;

/**
 * TensorFlow's frozen GraphDef. The constants that the table names are read, everything else is
 * skipped: operations, the auxiliary heads of the training, outputs.
 *
 * <p>Reads the file twice from front to back: where the constants lie, then their values.
 */
@Plugin(type = WeightFormat.class, name = GraphDefFormat.NAME, priority = 30)
public final class GraphDefFormat implements WeightFormat {

  static final String NAME = "TensorFlow graph (.pb)";

  private static final int NODE_NAME = sized(1);
  private static final int LAST_NODE_FIELD = 7;
  private static final int LAST_GRAPH_FIELD = 4;

  @Override
  public String name() {
    return NAME;
  }

  /** TensorFlow has no magic number: a graph's settings, then a node with a plain name. */
  @Override
  public boolean recognizes(final WeightSource source) {
    try {
      return startsAsGraph(CodedInputStream.newInstance(source.head()));
    } catch (final IOException e) {
      return false;
    }
  }

  private static boolean startsAsGraph(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (isSetting(tag) && in.skipField(tag)) {
      tag = in.readTag();
    }
    return tag == GraphIndex.NODE && in.readRawVarint32() > 0 && startsAsNode(in);
  }

  private static boolean isSetting(final int tag) {
    final int type = WireFormat.getTagWireType(tag);
    final int field = WireFormat.getTagFieldNumber(tag);
    return field > 1
        && field <= LAST_GRAPH_FIELD
        && (type == WireFormat.WIRETYPE_VARINT || type == WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  private static boolean startsAsNode(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (tag != NODE_NAME && isNodeField(tag) && in.skipField(tag)) {
      tag = in.readTag();
    }
    return tag == NODE_NAME && isPlain(in.readString()) && isNodeField(in.readTag());
  }

  private static boolean isNodeField(final int tag) {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
        && WireFormat.getTagFieldNumber(tag) > 0
        && WireFormat.getTagFieldNumber(tag) <= LAST_NODE_FIELD;
  }

  private static boolean isPlain(final String name) {
    return !name.isEmpty() && name.chars().noneMatch(Character::isISOControl);
  }

  /** The training, with the names in the label file beside the graph where there is one. */
  @Override
  public Training blueprint(final WeightSource source) throws IOException {
    final Optional<Path> file = source.beside(TensorFlowLabels.FILE).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Training.TENSORFLOW;
    }
    try (WeightSource labels = WeightSource.open(file.get())) {
      return TensorFlowLabels.read(labels, labels.stream());
    }
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final GraphIndex index = new GraphIndex(source, architecture);
    final ProtobufReader reader = new ProtobufReader(source.stream(), source.size());
    final Map<String, float[]> values = new HashMap<>();
    for (final GraphTensor.Place place : index.tensors()) {
      values.put(place.spec().name(), new GraphTensor(place, reader).read(source));
    }
    return new Weights(index.specs(), values);
  }
}
