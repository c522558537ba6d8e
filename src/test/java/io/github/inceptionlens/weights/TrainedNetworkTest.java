package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.format.GraphDefFormatTest;
import io.github.inceptionlens.weights.format.GraphZipFormatTest;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TensorFlowLabels;
import io.github.inceptionlens.weights.format.WeightFormatContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's word for a network stands for. */
class TrainedNetworkTest {

  @TempDir private Path temporary;

  private NetworkStore store;

  @BeforeEach
  void prepare() {
    store = new NetworkStore(temporary.resolve("networks"), Catalog.STANDARD);
  }

  @Test
  void aPublicNetworkThatIsNotHereSaysHowToGetItAndIsNotFetched() {
    assertThatThrownBy(() -> TrainedNetwork.named("imagenet-tf", store))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "network is \"imagenet-tf\", which is not on this computer yet: download it with"
                + " run(\"InceptionV1 Networks...\", \"action=download name=imagenet-tf\"), or put"
                + " inception5h.zip into "
                + store.folder());
    assertThat(store.folder()).doesNotExist();
  }

  @Test
  void anEmptyTextIsTheBundledNetwork() {
    assumeThat(System.getProperty(TrainedNetwork.DEFAULT, "")).isBlank();
    final TrainedNetwork network = TrainedNetwork.named(" ", store);
    assertThat(network.name()).isEqualTo("textures");
    assertThat(network.training()).isEqualTo(Training.TEXTURES);
    assertThat(network).isEqualTo(TrainedNetwork.named("textures", store));
  }

  @Test
  void anUnknownWordListsWhatThereIs() {
    for (final String text : new String[] {"nonsense", "/nowhere/x.caffemodel", "a\0b"}) {
      assertThatThrownBy(() -> TrainedNetwork.named(text, store))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(
              "textures, imagenet-caffe, imagenet-tf, imagenet-torch, or the path");
    }
  }

  @Test
  void aFileIsRecognizedByItsContent() throws IOException {
    final var tensors = RandomWeights.of(Training.TEXTURES.architecture(), 1);
    final Path file = temporary.resolve("weights.bin");
    SafetensorsWriter.write(file, tensors);
    final TrainedNetwork network = TrainedNetwork.named(" " + file + " ", store);
    assertThat(network.name()).isEqualTo("weights.bin");
    assertThat(network.training()).isEqualTo(Training.TEXTURES);
    assertThat(network.read().tensors()).hasSize(116);
  }

  @Test
  void safetensorsOfNoKnownNetworkAreRefused() throws IOException {
    final Path file = temporary.resolve("narrow.safetensors");
    SafetensorsWriter.write(file, WeightFormatContract.TRAINING);
    assertThatThrownBy(() -> TrainedNetwork.named(file.toString(), store))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds the tensors of no network that we know");
  }

  @Test
  void labelsTravelWithTheFile() throws IOException {
    final byte[] names = GraphDefFormatTest.names(1001).getBytes();
    final byte[] graph = GraphDefFormatTest.OF_ALL_CLASSES;
    final Path file = temporary.resolve("net.zip");
    Files.write(
        file,
        GraphZipFormatTest.zip(
            Map.of(TensorFlowLabels.FILE, names, "graph.pb", graph), ZipOutputStream.DEFLATED, ""));
    final TrainedNetwork network = TrainedNetwork.named(file.toString(), store);
    assertThat(network.training().name()).isEqualTo("imagenet-tf");
    assertThat(network.architecture().labels().get(979)).isEqualTo("name 979");
    assertThat(network.architecture().labels().get(1007)).isEqualTo("unused 1007");
  }

  @Test
  void equalForTheSameUnchangedFile() throws IOException {
    final Path file = temporary.resolve("w");
    SafetensorsWriter.write(file, RandomWeights.of(Training.TEXTURES.architecture(), 1));
    final TrainedNetwork once = TrainedNetwork.named(file.toString(), store);
    assertThat(TrainedNetwork.named(file.toString(), store))
        .isEqualTo(once)
        .hasSameHashCodeAs(once);
    Files.setLastModifiedTime(file, FileTime.fromMillis(5000));
    assertThat(TrainedNetwork.named(file.toString(), store)).isNotEqualTo(once);
  }

  @Test
  void theMainPathCopyOfCaffesTrainingIsFoundByItsNameInTheFolder() throws IOException {
    final Path shared = Needs.shared("weights/bvlc_googlenet.caffemodel");
    Files.createDirectories(store.folder());
    final Path file = store.folder().resolve("bvlc_googlenet.caffemodel");
    Files.createSymbolicLink(file, shared);
    try {
      final TrainedNetwork network = TrainedNetwork.named("imagenet-caffe", store);
      assertThat(network.name()).isEqualTo("imagenet-caffe");
      assertThat(network.training()).isEqualTo(Training.CAFFE);
      assertThat(network.origin()).isInstanceOf(Origin.OnDisk.class);
      assertThat(TrainedNetwork.named(shared.toString(), store).training())
          .isEqualTo(Training.CAFFE);
    } finally {
      Files.delete(file);
    }
  }
}
