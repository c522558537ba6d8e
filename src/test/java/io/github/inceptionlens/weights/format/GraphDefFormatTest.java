package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.WeightFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.VersionDef;

/** The promises of every format, and TensorFlow's own ways to go wrong. */
public class GraphDefFormatTest extends WeightFormatContract {

  private static final Map<String, byte[]> FILES = files(TRAINING);
  private static final String TENSOR = "mixed4c_5x5_w";

  /** A narrow network with as many classes as the published one. */
  public static final byte[] OF_ALL_CLASSES = ofAllClasses();

  @TempDir private Path folder;

  @Override
  WeightFormat format() {
    return new GraphDefFormat();
  }

  @Override
  Map<String, byte[]> variants(final Weights weights) {
    return weights == TRAINING ? FILES : files(weights);
  }

  private static Map<String, byte[]> files(final Weights weights) {
    final Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("content", GraphDefWriter.content(NARROW, weights));
    files.put("floats", GraphDefWriter.floats(NARROW, weights));
    files.put("reversed", GraphDefWriter.reversed(NARROW, weights));
    return files;
  }

  private static byte[] ofAllClasses() {
    final Architecture table =
        Training.CAFFE.narrowed(20, "narrow", Training.TENSORFLOW.labels()).architecture();
    return GraphDefWriter.content(table, RandomWeights.of(table, 7));
  }

  @Test
  void tensorFlowItselfReadsWhatTheReversedWriterWrote() throws InvalidProtocolBufferException {
    final GraphDef graph = GraphDef.parseFrom(FILES.get("reversed"));
    final NodeDef last = graph.getNode(graph.getNodeCount() - 1);
    assertThat(last.getName()).isEqualTo("softmax2_b");
    assertThat(last.getAttrOrThrow("value").getTensor().getFloatValCount()).isEqualTo(10);
  }

  @Test
  void aGraphMayBeginWithItsVersionAndEndWithIt() {
    final byte[] versions =
        GraphDef.newBuilder()
            .setVersions(VersionDef.newBuilder().setProducer(22))
            .build()
            .toByteArray();
    final byte[] graph = FILES.get("content");
    assertThat(read(join(versions, graph)).digest()).isEqualTo(TRAINING.digest());
    assertThat(read(join(graph, versions)).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void valuesLandWhereTensorFlowsAxesSay() {
    final TensorSpec spec = new TensorSpec("w", List.of(2, 3, 1, 2));
    final float[] ours = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    final NodeDef node = GraphDefWriter.constant(spec, ours, false);
    final TensorProto tensor = node.getAttrOrThrow("value").getTensor();
    assertThat(tensor.getTensorShape().getDimList().stream().map(dim -> dim.getSize()))
        .containsExactly(1L, 2L, 3L, 2L);
    assertThat(tensor.getFloatValList())
        .containsExactly(0f, 6f, 2f, 8f, 4f, 10f, 1f, 7f, 3f, 9f, 5f, 11f);
  }

  @Test
  void namesAMissingAndADoubleConstant() {
    assertThat(refused(changed(node -> Stream.of())))
        .contains("holds no constant mixed4c_5x5_w, which narrow needs");
    assertThat(refused(changed(node -> Stream.of(node, node))))
        .contains("holds mixed4c_5x5_w twice");
  }

  @Test
  void namesANodeThatIsNoConstant() {
    assertThat(refused(changed(node -> Stream.of(node.toBuilder().setOp("VariableV2").build()))))
        .contains("holds node mixed4c_5x5_w as operation \"VariableV2\"");
    assertThat(refused(changed(node -> Stream.of(node.toBuilder().removeAttr("value").build()))))
        .contains("but a constant is expected");
  }

  @Test
  void namesAWrongShape() {
    assertThat(refused(tensor(GraphDefWriter.floats(List.of(3, 3, 1, 3), new float[27]))))
        .contains("mixed4c_5x5_w with shape [3, 3, 1, 3], but expected is [5, 5, 1, 3]");
    assertThat(refused(tensor(GraphDefWriter.floats(List.of(3, 1, 5, 5), new float[75]))))
        .contains("with shape [3, 1, 5, 5]");
    assertThat(refused(tensor(GraphDefWriter.floats(List.of(), new float[75]))))
        .contains("with shape []");
  }

  @Test
  void namesAWrongNumberOfValues() {
    final List<Integer> shape = List.of(5, 5, 1, 3);
    assertThat(refused(tensor(GraphDefWriter.content(shape, new float[74]))))
        .contains("holds 74 values of mixed4c_5x5_w, but its shape [5, 5, 1, 3] needs 75");
    assertThat(refused(tensor(GraphDefWriter.floats(shape, new float[1])))).contains("1 values");
    final TensorProto twice =
        GraphDefWriter.content(shape, new float[75]).toBuilder().addFloatVal(1).build();
    assertThat(refused(tensor(twice))).contains("holds 76 values");
  }

  @Test
  void namesAnotherType() {
    final TensorProto tensor = GraphDefWriter.content(List.of(5, 5, 1, 3), new float[75]);
    assertThat(refused(tensor(tensor.toBuilder().setDtype(DataType.DT_INT32).build())))
        .contains("mixed4c_5x5_w with values of TensorFlow's type 3");
  }

  @Test
  void namesAValueThatIsNotFinite() {
    final float[] values = new float[75];
    values[3] = Float.NaN;
    assertThat(refused(tensor(GraphDefWriter.content(List.of(5, 5, 1, 3), values))))
        .contains("holds NaN as value 1 of mixed4c_5x5_w");
  }

  @Test
  void namesTheNodeInWhichTheFileStops() {
    final byte[] file = FILES.get("content");
    final String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    final int stop = text.indexOf("\r" + TENSOR) + 80;
    assertThat(refused(Arrays.copyOf(file, stop)))
        .contains("cut short or damaged near byte ")
        .contains("at node mixed4c_5x5_w");
  }

  @Test
  void crowdsOfNodesAreRefused() {
    final byte[] empty = new byte[400_000];
    for (int i = 0; i < empty.length; i += 2) {
      empty[i] = 1 << 3 | 2;
    }
    assertThat(refused(join(FILES.get("content"), empty))).contains("more than 100000 nodes");
  }

  @Test
  void withoutALabelFileClassesHaveNumbers() throws IOException {
    final Path file = Files.write(folder.resolve("graph.pb"), OF_ALL_CLASSES);
    assertThat(WeightFiles.training(file)).isEqualTo(Training.TENSORFLOW);
    assertThat(Training.TENSORFLOW.labels())
        .hasSize(1008)
        .startsWith("class 0")
        .endsWith("unused 1007");
  }

  @Test
  void theLabelFileBesideTheGraphNamesTheClasses() throws IOException {
    final Path file = Files.write(folder.resolve("graph.pb"), OF_ALL_CLASSES);
    Files.writeString(folder.resolve(TensorFlowLabels.FILE), names(1001));
    final List<String> labels = WeightFiles.training(file).architecture().labels();
    assertThat(labels).startsWith("name 0", "name 1").hasSize(1008);
    assertThat(labels.subList(1000, 1002)).containsExactly("name 1000", "unused 1001");
  }

  @Test
  void aLabelFileOfAnotherLengthIsRefused() throws IOException {
    final Path file = Files.write(folder.resolve("graph.pb"), OF_ALL_CLASSES);
    for (final String text :
        List.of(names(1000), names(1002), names(1001).replace("name 7\n", "\n"))) {
      Files.writeString(folder.resolve(TensorFlowLabels.FILE), text);
      assertThatThrownBy(() -> WeightFiles.training(file))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("does not hold the 1001 class names of imagenet-tf");
    }
  }

  public static String names(final int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "name " + i + "\n")
        .collect(Collectors.joining());
  }

  private static byte[] tensor(final TensorProto tensor) {
    return changed(node -> Stream.of(GraphDefWriter.node(node.getName(), tensor)));
  }

  private static byte[] changed(final Function<NodeDef, Stream<NodeDef>> change) {
    return GraphDefWriter.graph(
            GraphDefWriter.nodes(NARROW, TRAINING, true).stream()
                .flatMap(
                    node -> node.getName().equals(TENSOR) ? change.apply(node) : Stream.of(node))
                .toList())
        .toByteArray();
  }

  private static byte[] join(final byte[] first, final byte[] second) {
    final byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
