package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.content.ClassNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.plugin.Plugin;

/**
 * TensorFlow's frozen GraphDef. The constants that the table names are read, everything else is
 * skipped: operations, the auxiliary heads of the training, outputs.
 *
 * <p>Reads the file twice from front to back: where the constants lie, then their values.
 */
@Plugin(type = WeightFormat.class, name = GraphDefFormat.NAME, priority = 30)
public final class GraphDefFormat extends ProtobufFormat {

  static final String NAME = "TensorFlow graph (.pb)";

  private static final int NODE_NAME = sized(1);
  private static final int LAST_NODE_FIELD = 7;
  private static final int LAST_GRAPH_FIELD = 4;

  @Override
  public String name() {
    return NAME;
  }

  /** A graph's settings, then a node with a plain name. */
  @Override
  boolean starts(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (isSetting(tag, 2, LAST_GRAPH_FIELD) && in.skipField(tag)) {
      tag = in.readTag();
    }
    return tag == GraphIndex.NODE && in.readRawVarint32() > 0 && startsAsNode(in);
  }

  private static boolean startsAsNode(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (tag != NODE_NAME && isNodeField(tag) && in.skipField(tag)) {
      tag = in.readTag();
    }
    return tag == NODE_NAME && isNodeName(in.readString()) && isNodeField(in.readTag());
  }

  private static boolean isNodeName(final String name) {
    return !name.isEmpty() && isPlain(name);
  }

  private static boolean isNodeField(final int tag) {
    return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED
        && WireFormat.getTagFieldNumber(tag) > 0
        && WireFormat.getTagFieldNumber(tag) <= LAST_NODE_FIELD;
  }

  /**
   * TensorFlow's training with the classifier that the graph holds; the published one's classes are
   * called as the label file beside the graph says, where there is one.
   */
  @Override
  public Training training(final WeightSource source) throws IOException {
    final Training training = training(source, source.file());
    final Optional<Path> file = source.beside(TensorFlowLabels.FILE).filter(Files::isRegularFile);
    if (file.isEmpty() || !training.equals(Training.TENSORFLOW)) {
      return training;
    }
    try (WeightSource labels = WeightSource.open(file.get())) {
      return TensorFlowLabels.read(labels, labels.stream());
    }
  }

  /**
   * The training without a look at its own label file.
   *
   * @param file beside which other names of classes may lie
   */
  static Training training(final WeightSource graph, final Optional<Path> file) throws IOException {
    final GraphIndex index = new GraphIndex(graph, Training.TENSORFLOW.architecture());
    if (index.isForeign()) {
      throw foreign(graph, index.others());
    }
    return ClassNames.named(Training.TENSORFLOW, index.head(Training.TENSORFLOW.features()), file);
  }

  @Override
  List<GraphTensor.Place> places(final WeightSource source, final Architecture architecture)
      throws IOException {
    return new GraphIndex(source, architecture).tensors();
  }
}
