package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLabels;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.format.CaffeModelWriter;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Blob;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Layer;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.GraphDefWriter;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TorchvisionFiles;
import io.github.inceptionlens.weights.format.WeightFormatContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.proto.NodeDef;

/** Files with classifiers that are not the published ones. */
final class OtherHeadsTest {

  private static final Architecture NARROW = WeightFormatContract.NARROW;
  private static final Weights TRAINING = WeightFormatContract.TRAINING;
  private static final List<String> NUMBERS =
      IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
  private static final List<String> BEES =
      IntStream.range(0, 10).mapToObj(i -> "bee " + i).toList();

  @TempDir private Path temporary;

  private NetworkStore store;

  @BeforeEach
  void prepare() {
    store = new NetworkStore(temporary.resolve("networks"), Catalog.STANDARD);
  }

  /** A narrow trunk in Caffe's form with these layers in place of its classifier. */
  private Path caffe(final Layer... heads) throws IOException {
    final List<Layer> layers = new ArrayList<>(CaffeModelWriter.layers(NARROW, TRAINING));
    layers.removeIf(layer -> layer.name().equals("loss3/classifier"));
    layers.addAll(List.of(heads));
    return Files.write(
        temporary.resolve("bees.caffemodel"), CaffeModelWriter.write(layers, Variant.USUAL));
  }

  private static Layer dense(final String name, final int classes) {
    return new Layer(
        name,
        List.of(
            new Blob(List.of(classes, 1024), new float[classes * 1024]),
            new Blob(List.of(classes), new float[classes])));
  }

  private Path labels(final String text) throws IOException {
    return Files.writeString(temporary.resolve("bees.labels.txt"), text);
  }

  private static String lines(final List<String> names) {
    return String.join("\n", names) + "\n";
  }

  private static List<String> classes(final Path file) {
    return WeightFiles.training(file).labels();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loss3/classifier", "my classifier", "classifier_bees"})
  void aCaffeModelHasTheClassesOfItsOwnHead(final String name) throws IOException {
    final Path file = caffe(dense("loss1/classifier", 5), dense(name, 10), dense("loss2/x", 10));
    assertThat(classes(file)).isEqualTo(NUMBERS);
    assertThat(WeightFiles.training(file).name()).isEqualTo("imagenet-caffe with 10 classes");
    labels(lines(BEES));
    assertThat(classes(file)).isEqualTo(BEES);
  }

  @Test
  void theHeadMayStandAnywhereAndInTheOldStyle() throws IOException {
    final List<Layer> layers = new ArrayList<>(CaffeModelWriter.layers(NARROW, TRAINING));
    layers.add(0, dense("mine", 10));
    layers.removeIf(layer -> layer.name().equals("loss3/classifier"));
    for (final Variant variant : Variant.all()) {
      final Path file = temporary.resolve("any.caffemodel");
      Files.write(file, CaffeModelWriter.write(layers, variant));
      assertThat(classes(file)).as(variant.toString()).isEqualTo(NUMBERS);
    }
  }

  @Test
  void aRenamedHeadHasTheSameWeightsAsOneUnderTheUsualName() throws IOException {
    final List<Layer> layers =
        CaffeModelWriter.layers(NARROW, TRAINING).stream()
            .map(
                layer ->
                    layer.name().equals("loss3/classifier")
                        ? new Layer("mine", layer.blobs())
                        : layer)
            .toList();
    final Path caffe =
        Files.write(temporary.resolve("a"), CaffeModelWriter.write(layers, Variant.USUAL));
    assertThat(WeightFiles.read(caffe, NARROW).digest()).isEqualTo(TRAINING.digest());
    final Path graph =
        graph(name -> name.replace("softmax2_w", "top/kernel").replace("softmax2_b", "top/bias"));
    assertThat(WeightFiles.read(graph, NARROW).digest()).isEqualTo(TRAINING.digest());
  }

  /** A narrow network as TensorFlow's graph, with other names for its constants. */
  private Path graph(final UnaryOperator<String> rename) throws IOException {
    final List<NodeDef> nodes =
        GraphDefWriter.nodes(NARROW, TRAINING, true).stream()
            .map(node -> node.toBuilder().setName(rename.apply(node.getName())).build())
            .filter(node -> !node.getName().isEmpty())
            .toList();
    return Files.write(temporary.resolve("bees.pb"), GraphDefWriter.graph(nodes).toByteArray());
  }

  @Test
  void withoutAHeadThereAreNoClassesAndTheTrunkReads() throws IOException {
    final Path file = caffe(dense("loss1/classifier", 5), dense("loss2/classifier", 5));
    final Training training = WeightFiles.training(file);
    assertThat(training.name()).isEqualTo("imagenet-caffe without classifier");
    assertThat(training.labels()).isEmpty();
    final Architecture table = Training.CAFFE.narrowed(20, "narrow", List.of()).architecture();
    assertThat(table.tensors()).doesNotContainAnyElementsOf(headOf(NARROW));
    assertThat(WeightFiles.read(file, table).tensors()).hasSize(114);
    final Path graph = graph(name -> name.startsWith("softmax2") ? "" : name);
    assertThat(classes(graph)).isEmpty();
    assertThat(WeightFiles.read(graph, table).digest())
        .isEqualTo(WeightFiles.read(file, table).digest());
  }

  private static List<TensorSpec> headOf(final Architecture table) {
    return table.tensors().stream().filter(spec -> spec.name().startsWith("softmax2")).toList();
  }

  @Test
  void severalPossibleHeadsAreRefusedByName() throws IOException {
    final Path file = caffe(dense("genus", 10), dense("species", 30));
    assertThatThrownBy(() -> WeightFiles.training(file))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "\""
                + file
                + "\" holds several layers that may be its classifier, genus (10 classes), species"
                + " (30 classes); leave only one of them in it");
  }

  @Test
  void asManyClassesAsImageNetHasAreImageNetsOnlyUnderThePublishedName() throws IOException {
    assertThat(classes(caffe(dense("loss3/classifier", 1000)))).isEqualTo(ClassLabels.IMAGENET);
    assertThat(classes(caffe(dense("mine", 1000)))).startsWith("class 0").hasSize(1000);
  }

  @Test
  void labelsThatDoNotFitAreRefusedWithBothNumbers() throws IOException {
    final Path file = caffe(dense("mine", 10));
    final Path text = labels(lines(BEES.subList(0, 9)));
    assertThatThrownBy(() -> WeightFiles.training(file))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "\""
                + text
                + "\" names 9 classes, but the weights beside it have 10: write one name per line,"
                + " in the order of the outputs, or take the file away");
    assertThatThrownBy(() -> WeightFiles.training(caffe()))
        .hasMessageContaining("names 9 classes, but the weights beside it have no classifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\n\nb\n", "a\u0007\nb\n"})
  void whatIsNoListOfNamesIsRefused(final String text) throws IOException {
    final Path file = caffe(dense("mine", 2));
    labels(text);
    assertThatThrownBy(() -> WeightFiles.training(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("bees.labels.txt\"");
    Files.write(temporary.resolve("bees.labels.txt"), new byte[] {'a', '\n', (byte) 0xe9});
    assertThatThrownBy(() -> WeightFiles.training(file)).hasMessageContaining("in UTF-8");
  }

  @Test
  void labelsMayHaveAMarkOfUtf8BlanksAndWindowsLines() throws IOException {
    final Path file = caffe(dense("mine", 2));
    labels("\uFEFFBiene \r\nKäfer, gefleckt\r\n\r\n");
    assertThat(classes(file)).containsExactly("Biene", "Käfer, gefleckt");
  }

  @Test
  void aRetrainedGraphKeepsTensorFlowsOwnLabelFileOutOfIt() throws IOException {
    Files.writeString(
        temporary.resolve("imagenet_comp_graph_label_strings.txt"),
        lines(IntStream.range(0, 1001).mapToObj(i -> "name " + i).toList()));
    final Path file = graph(name -> name);
    assertThat(classes(file)).isEqualTo(NUMBERS);
    labels(lines(BEES));
    assertThat(classes(file)).isEqualTo(BEES);
  }

  /** The bundled trunk, whose file is small, as safetensors. */
  private Path safetensors(final Map<String, List<Integer>> heads) throws IOException {
    final Architecture trunk = Training.TEXTURES.withHead(List.of()).architecture();
    final Map<TensorSpec, float[]> tensors =
        new LinkedHashMap<>(RandomWeights.of(trunk, 3).tensors());
    heads.forEach(
        (name, shape) -> {
          final TensorSpec spec = new TensorSpec(name, shape);
          tensors.put(spec, new float[spec.count()]);
        });
    return Files.write(
        temporary.resolve("bees.safetensors"), SafetensorsWriter.exact(tensors, Map.of()));
  }

  private static Map<String, List<Integer>> head(
      final String weights, final String bias, final int classes) {
    return Map.of(weights, List.of(classes, Training.TEXTURES.features()), bias, List.of(classes));
  }

  @Test
  void safetensorsOfOursHaveTheirOwnHeadUnderAnyName() throws IOException {
    for (final Map<String, List<Integer>> head :
        List.of(
            head("softmax2_w", "softmax2_b", 10),
            head("bees_w", "bees_b", 10),
            head("classifier.weight", "classifier.bias", 10))) {
      final Path file = safetensors(head);
      final Training training = WeightFiles.training(file);
      assertThat(training.labels()).isEqualTo(NUMBERS);
      assertThat(WeightFiles.read(file, training.architecture()).tensors()).hasSize(116);
    }
    final Path none = safetensors(Map.of());
    assertThat(WeightFiles.training(none).name()).isEqualTo("textures without classifier");
    assertThat(classes(safetensors(head("softmax2_w", "softmax2_b", 28))))
        .isEqualTo(ClassLabels.TEXTURES);
  }

  @Test
  void auxiliaryHeadsInSafetensorsArePassedOverAndOthersNamed() throws IOException {
    final Path file = safetensors(head("softmax0_w", "softmax0_b", 10));
    final Training training = WeightFiles.training(file);
    assertThat(training.labels()).isEmpty();
    assertThat(WeightFiles.read(file, training.architecture()).tensors()).hasSize(114);
    final Path more = safetensors(Map.of("probe", List.of(3)));
    assertThatThrownBy(() -> WeightFiles.read(more, training.architecture()))
        .hasMessageContaining("holds tensor \"probe\", which textures without classifier does not");
  }

  @Test
  void torchvisionsHeadMayBeMissingOrRenamed() throws IOException {
    final Path file = temporary.resolve("bees.safetensors");
    Files.write(file, TorchvisionFiles.write(10, "", false));
    assertThat(WeightFiles.training(file).name()).isEqualTo("imagenet-torch without classifier");
    Files.write(file, TorchvisionFiles.write(10, "classify", true));
    final Training renamed = WeightFiles.training(file);
    assertThat(renamed.labels()).isEqualTo(NUMBERS);
    final String digest = WeightFiles.read(file, renamed.architecture()).digest();
    Files.write(file, TorchvisionFiles.write(10));
    assertThat(WeightFiles.read(file, renamed.architecture()).digest()).isEqualTo(digest);
  }

  @Test
  void torchvisionsNetworkHasANameOnceItsFileIsThere() throws IOException {
    assertThatThrownBy(() -> TrainedNetwork.named("imagenet-torch", store))
        .hasMessageContaining("write it with Python")
        .hasMessageContaining("put googlenet.safetensors into " + store.folder());
    assertThatThrownBy(() -> store.verify("imagenet-torch", Progress.NONE))
        .hasMessageContaining("no such network");
    Files.createDirectories(store.folder());
    final Path file = store.folder().resolve("googlenet.safetensors");
    Files.write(file, TorchvisionFiles.write(1000));
    final TrainedNetwork network = TrainedNetwork.named("imagenet-torch", store);
    assertThat(network.training()).isEqualTo(Training.TORCH);
    assertThat(network.read(store).digest()).isEqualTo(network.read(store).digest());
    assertThat(store.verify("imagenet-torch", Progress.NONE)).startsWith("sha256:");
    assertThat(store.list().get(3).state()).hasToString("ready, put there by you");
    Files.write(file, TorchvisionFiles.write(10));
    assertThatThrownBy(() -> TrainedNetwork.named("imagenet-torch", store))
        .hasMessageContaining("should hold imagenet-torch, but holds imagenet-torch with 10");
    store.remove("imagenet-torch", Progress.NONE);
    assertThat(file).doesNotExist();
  }

  @Test
  void aVarianceBelowZeroIsNamed() throws IOException {
    final byte[] bytes = TorchvisionFiles.write(10, "fc", false);
    final String text = new String(bytes, StandardCharsets.ISO_8859_1);
    final int header = text.indexOf("}}") + 2;
    final String entry =
        "\"conv1.bn.running_var\":{\"dtype\":\"F32\",\"shape\":[64],\"data_offsets\":[";
    final int at = text.indexOf(entry) + entry.length();
    final int from = Integer.parseInt(text.substring(at, text.indexOf(',', at)));
    bytes[header + from + 3] = (byte) 0xbf;
    final Path file = Files.write(temporary.resolve("bees.safetensors"), bytes);
    final Architecture table = WeightFiles.training(file).architecture();
    assertThatThrownBy(() -> WeightFiles.read(file, table))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds NaN as value 0 of conv2d0");
  }

  @Test
  void addingANetworkBringsItsLabelsAndRemovingTakesThem() throws IOException {
    final Path file = safetensors(head("bees_w", "bees_b", 10));
    labels(lines(BEES));
    final Path copy = store.add(file, "apiary", Progress.NONE);
    assertThat(copy.resolveSibling("bees.labels.txt")).hasContent(lines(BEES));
    Files.delete(file);
    final TrainedNetwork network = TrainedNetwork.named("apiary", store);
    assertThat(network.architecture().name()).isEqualTo("apiary");
    assertThat(network.architecture().labels()).isEqualTo(BEES);
    assertThat(network.read(store).digest()).isEqualTo(network.read(store).digest());
    assertThat(store.verify("apiary", Progress.NONE)).startsWith("sha256:");
    Files.writeString(copy.resolveSibling("bees.labels.txt"), lines(NUMBERS));
    assertThat(TrainedNetwork.named("apiary", store)).isNotEqualTo(network);
    store.remove("apiary", Progress.NONE);
    assertThat(copy.getParent()).doesNotExist();
  }

  @Test
  void labelsThatDoNotFitAreNotAdded() throws IOException {
    final Path file = safetensors(Map.of());
    final Path names = labels(lines(BEES));
    assertThatThrownBy(() -> store.add(file, "apiary", Progress.NONE))
        .hasMessageContaining("have no classifier");
    assertThatThrownBy(() -> store.add(names, "apiary", Progress.NONE))
        .hasMessageContaining("so are files with names of classes called");
    assertThat(store.folder().resolve("apiary")).doesNotExist();
  }

  @Test
  void theTableHasNoRowsOfAClassifierThatIsNotThere() {
    final Architecture table = Training.CAFFE.withHead(List.of()).called("bare").architecture();
    assertThat(table.nodes()).extracting(node -> node.name()).endsWith("mixed5b", "avgpool0");
    for (final String name : List.of("softmax2", "softmax2_pre_activation")) {
      assertThatThrownBy(() -> table.node(name))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "bare has no classifier, so that it knows no classes: give a unit such as mixed4c:12"
                  + " as target, or another network");
    }
    assertThat(table.tensors().stream().map(TensorSpec::name).collect(Collectors.toList()))
        .hasSize(114)
        .doesNotContain("softmax2_w");
  }
}
