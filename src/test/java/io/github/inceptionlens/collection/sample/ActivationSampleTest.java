package io.github.inceptionlens.collection.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.format.SafetensorsHeader;
import io.github.inceptionlens.weights.format.SafetensorsHeader.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that others have written, right and wrong. */
final class ActivationSampleTest {

  private static InceptionV1 network;
  private static int channels;

  @TempDir private Path folder;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    channels = network.architecture().layer("mixed3a").channels();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** Value i is i / 2; a value can be another one. */
  private Path file(
      final int rows,
      final int columns,
      final Map<String, String> metadata,
      final Map<Integer, Float> values,
      final long... places)
      throws IOException {
    final ByteBuffer data =
        ByteBuffer.allocate(rows * columns * Float.BYTES + places.length * Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < rows * columns; i++) {
      data.putFloat(values.getOrDefault(i, i / 2f));
    }
    for (final long place : places) {
      data.putLong(place);
    }
    final long end = (long) rows * columns * Float.BYTES;
    final List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("vectors", "F32", List.of((long) rows, (long) columns), 0, end));
    if (places.length > 0) {
      entries.add(
          new Entry("places", "I64", List.of(places.length / 4L, 4L), end, data.capacity()));
    }
    final byte[] head = SafetensorsHeader.bytes(entries, metadata);
    return Files.write(
        folder.resolve("other.safetensors"),
        ByteBuffer.allocate(head.length + data.capacity()).put(head).put(data.array()).array());
  }

  private ActivationSample sample(final Map<String, String> metadata) throws IOException {
    return ActivationSample.open(file(3, channels, metadata, Map.of()));
  }

  @Test
  void vectorsAndALayerAreEnough() throws IOException {
    final ActivationSample sample = sample(Map.of("layer", "inception_3a/output"));
    assertThat(sample.requireOf(network).name()).isEqualTo("mixed3a");
    assertThat(sample.size()).isEqualTo(3);
    assertThat(sample.images()).isEqualTo(3);
    assertThat(sample.place(2)).isEmpty();
    assertThat(sample.image(2).path()).isEqualTo("2");
    assertThat(sample.row(2)[1]).isEqualTo((2 * channels + 1) / 2f);
  }

  @Test
  void picturesWithoutAListHaveNumbers() throws IOException {
    final Path file =
        file(2, channels, Map.of("layer", "mixed3a"), Map.of(), 7, 1, 3, 4, 2, 5, 30, 40);
    final ActivationSample sample = ActivationSample.open(file);
    assertThat(sample.images()).isEqualTo(8);
    assertThat(sample.place(1)).contains(new SampledPlace(2, 5, 30, 40));
    assertThat(sample.image(0)).isEqualTo(new SampledImage("7", "", "", ""));
  }

  @Test
  void aListNamesThem() throws IOException {
    final Map<String, String> metadata =
        Map.of(
            "layer",
            "mixed3a",
            "pictures",
            "[\"a b.tif\", {\"path\": \"ü.png\", \"label\": \"x\"}]");
    final ActivationSample sample =
        ActivationSample.open(file(2, channels, metadata, Map.of(), 1, 1, 3, 4, 0, 5, 30, 40));
    assertThat(sample.images()).isEqualTo(2);
    assertThat(sample.image(0)).isEqualTo(new SampledImage("ü.png", "x", "", ""));
    assertThat(sample.image(1).path()).isEqualTo("a b.tif");
    final ActivationSample without = ActivationSample.open(file(2, channels, metadata, Map.of()));
    assertThat(without.image(1).path()).as("a list as long as the vectors").isEqualTo("ü.png");
  }

  private static void refused(final ThrowingCallable call, final String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("other.safetensors\" ")
        .hasMessageContainingAll(parts);
  }

  @Test
  void whatIsNotFiniteIsRefusedByPlace() throws IOException {
    for (final float bad : new float[] {Float.NaN, Float.NEGATIVE_INFINITY}) {
      final ActivationSample sample =
          ActivationSample.open(
              file(3, channels, Map.of("layer", "mixed3a"), Map.of(2 * channels + 3, bad)));
      assertThat(sample.row(1)).hasSize(channels);
      refused(() -> sample.row(2), "row 2, column 3", String.valueOf(bad));
    }
  }

  @Test
  void anotherWidthIsRefused() throws IOException {
    final ActivationSample sample =
        ActivationSample.open(file(3, channels + 1, Map.of("layer", "mixed3a"), Map.of()));
    refused(
        () -> sample.requireOf(network),
        (channels + 1) + " columns",
        "mixed3a",
        channels + " channels");
  }

  @Test
  void anotherNetworksIsRefusedByName() throws IOException {
    final String own = network.architecture().name();
    final Map<String, String> metadata = new HashMap<>(Map.of("layer", "mixed3a"));
    metadata.put("network", own);
    assertThat(sample(metadata).requireOf(network).name()).isEqualTo("mixed3a");
    metadata.put("network", "imagenet");
    refused(() -> sample(metadata).requireOf(network), "sample of imagenet", "network is " + own);
    metadata.put("digest", network.digest());
    assertThat(sample(metadata).requireOf(network).name()).isEqualTo("mixed3a");
    metadata.put("network", own);
    metadata.put("digest", "0123456789abcdef");
    refused(() -> sample(metadata).requireOf(network), "weights 0123456789ab", "choose");
  }

  @Test
  void anotherLayersIsRefusedByName() throws IOException {
    final ActivationSample sample = sample(Map.of("layer", "mixed3a"));
    sample.requireOf(network, network.architecture().layer("mixed3a"));
    refused(
        () -> sample.requireOf(network, network.architecture().layer("mixed4c")),
        "layer mixed3a",
        "layer is mixed4c");
    refused(
        () -> sample(Map.of("layer", "mixed9z")).requireOf(network),
        "\"mixed9z\"",
        "does not have");
  }

  @Test
  void whatIsNoSampleIsRefused() throws IOException {
    refused(() -> sample(Map.of()), "no \"layer\"");
    refused(() -> sample(Map.of("layer", " ")), "no \"layer\"");
    final Map<String, String> layer = Map.of("layer", "mixed3a");
    refused(() -> ActivationSample.open(file(0, 5, layer, Map.of())), "[vector, channel]");
    refused(
        () -> ActivationSample.open(file(3, 5, layer, Map.of(), 0, 1, 2, 3)),
        "places with shape [1, 4]",
        "[3, 4]");
    refused(() -> sample(Map.of("layer", "mixed3a", "pictures", "{\"a\": 1}")), "that are no list");
    refused(() -> sample(Map.of("layer", "mixed3a", "pictures", "[null]")), "that are no list");
  }

  @Test
  void aPictureThatIsNotListedIsRefusedByPlace() throws IOException {
    final Map<String, String> listed = Map.of("layer", "mixed3a", "pictures", "[\"a\"]");
    final ActivationSample sample =
        ActivationSample.open(file(2, channels, listed, Map.of(), 0, 1, 2, 3, 1, 1, 2, 3));
    assertThat(sample.image(0).path()).isEqualTo("a");
    refused(() -> sample.image(1), "picture 1 in row 1", "lists pictures 0 to 0");
  }
}
