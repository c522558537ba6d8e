package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.CaffeModelWriter;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Blob;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Layer;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.GraphDefWriter;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentence about a file that is something else names what it looks like. */
final class NotAGoogLeNetTest {

  @TempDir private Path folder;

  private Path file(final byte[] bytes) throws IOException {
    return Files.write(folder.resolve("some file"), bytes);
  }

  private Path file(final String head) throws IOException {
    return file((head + "\0".repeat(100)).getBytes(StandardCharsets.ISO_8859_1));
  }

  private void assertRefused(final Path file, final String... words) {
    assertThatThrownBy(() -> WeightFiles.training(file))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("\"" + file + "\" ")
        .message()
        .doesNotContain("\n")
        .contains(words);
  }

  @Test
  void filesInOtherFormatsAreNamed() throws IOException {
    final Map<String, String> heads = new LinkedHashMap<>();
    heads.put(
        "\u0089HDF\r\n\u001a\n", "an HDF5 file (Keras, .h5): save its weights as safetensors");
    heads.put("\u0080\u0002\u008a\nl\u00fc\u009cF", "a pickle of Python (PyTorch, .pth)");
    heads.put("\u0093NUMPY\1\0", "an array of NumPy (.npy)");
    heads.put("\u001c\0\0\0TFL3", "a TensorFlow Lite model");
    heads.put("\u0008\u0007\u0012\u0007pytorch\u001a\u00051.13.", "an ONNX model");
    heads.put(
        "\u0008\u0001\u0012\u00e0\u0001\n\u0011", "a TensorFlow SavedModel: freeze its graph");
    heads.put("\u0089PNG\r\n\u001a\n", "an image");
    heads.put("II*\0\u0008\0", "an image");
    heads.put("\u00ff\u00d8\u00ff\u00e0", "an image");
    heads.put("\u001f\u008b\u0008", "an archive: unpack it");
    heads.put("%PDF-1.7", "a PDF document");
    heads.put("MATLAB 5.0 MAT-file", "a MATLAB file");
    for (final Map.Entry<String, String> head : heads.entrySet()) {
      assertRefused(
          file(head.getKey()),
          "is in no known format of weights, but looks like " + head.getValue(),
          "; known are: ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html><html>404 | a web page, as failed downloads leave them",
        "version https://git-lfs.github.com/spec/v1 | a pointer of Git LFS: fetch the file itself",
        "name: 'GoogLeNet' layer { name: 'data' } | the text that describes a Caffe network",
        "model_checkpoint_path: 'model.ckpt-1' | the list of a TensorFlow checkpoint",
        "dear diary | a text;"
      })
  void textsAreNamed(final String text, final String words) throws IOException {
    assertRefused(Files.writeString(folder.resolve("text"), text), "looks like " + words);
  }

  @Test
  void whatIsLikeNothingIsNotGuessedAt() throws IOException {
    final byte[] noise = new byte[300];
    Arrays.fill(noise, (byte) 0xff);
    assertThatThrownBy(() -> WeightFiles.training(file(noise)))
        .hasMessageContaining("is in no known format of weights; known are:");
    final Path checkpoint = folder.resolve("model.ckpt.data-00000-of-00001");
    assertRefused(Files.write(checkpoint, noise), "a part of a TensorFlow checkpoint: freeze");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "archive/data.pkl | a PyTorch file (.pth): save its weights as safetensors",
        "model.weights.h5 | a Keras model (.keras)",
        "arr_0.npy | arrays of NumPy (.npz)"
      })
  void zipsAreNamedByWhatIsInThem(final String entry, final String words) throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[50]);
    }
    assertRefused(file(bytes.toByteArray()), "is a zip with 0 TensorFlow graphs", words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer1.0.conv1.weight | a ResNet",
        "features.denseblock1.denselayer1.norm1.weight | a DenseNet",
        "features.0.weight | a VGG network or an AlexNet",
        "features.1.conv.0.0.weight | a MobileNet or an EfficientNet",
        "features.3.squeeze.weight | another network, with features.3.squeeze.weight",
        "Mixed_5b.branch1x1.conv.weight | an Inception v3",
        "blocks.0.attn.qkv.weight | a transformer",
        "down1.conv.weight | a U-Net",
        "mixed4c_5x5_w | a GoogLeNet of other widths, or a part of one",
        "inception4a.branch1.conv.weight | a GoogLeNet of other widths, or a part of one",
        "gamma | another network, with gamma;"
      })
  void safetensorsOfOtherNetworksAreNamed(final String tensor, final String words)
      throws IOException {
    final Map<TensorSpec, float[]> tensors =
        Map.of(new TensorSpec(tensor, List.of(2)), new float[2]);
    assertRefused(
        file(SafetensorsWriter.exact(tensors, Map.of())),
        "holds the tensors of no network that we know, but looks like " + words);
  }

  @Test
  void aDictionaryIsSentToItsCommand() throws IOException {
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    tensors.put(new TensorSpec("encoder", List.of(1, 2)), new float[2]);
    tensors.put(new TensorSpec("bias", List.of(1)), new float[1]);
    assertRefused(
        file(SafetensorsWriter.exact(tensors, Map.of())),
        "a dictionary of directions: import it with InceptionV1 Dictionaries...");
  }

  @ParameterizedTest
  @ValueSource(strings = {"res2a_branch2a", "conv1_1", "fc6"})
  void caffeModelsOfOtherNetworksAreNamed(final String layer) throws IOException {
    final Blob blob = new Blob(List.of(2), new float[2]);
    final byte[] model =
        CaffeModelWriter.write(
            List.of(new Layer("data", List.of()), new Layer(layer, List.of(blob, blob))),
            Variant.USUAL);
    final String words =
        Map.of(
                "res2a_branch2a", "a ResNet",
                "conv1_1", "a VGG network",
                "fc6", "an AlexNet or CaffeNet")
            .get(layer);
    assertRefused(file(model), "holds no layer of GoogLeNet, but looks like " + words);
  }

  @Test
  void graphsOfOtherNetworksAreNamed() throws IOException {
    final byte[] graph =
        GraphDefWriter.graph(
                List.of(
                    GraphDefWriter.node(
                        "InceptionV1/Conv2d_1a_7x7/weights",
                        GraphDefWriter.content(List.of(2), new float[2]))))
            .toByteArray();
    assertRefused(file(graph), "looks like an Inception v1 of TensorFlow-Slim");
    assertThat(WeightFiles.standard()).hasSize(4);
  }
}
