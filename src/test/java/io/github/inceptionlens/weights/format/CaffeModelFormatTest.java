package io.github.inceptionlens.weights.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Blob;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Layer;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Writing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of every format, and Caffe's own ways to go wrong. */
class CaffeModelFormatTest extends WeightFormatContract {

  private static final Map<String, byte[]> FILES = files(TRAINING);
  private static final String LAYER = "inception_4c/5x5";
  private static final Variant USUAL = Variant.USUAL;

  @Override
  WeightFormat format() {
    return new CaffeModelFormat();
  }

  @Override
  Map<String, byte[]> variants(final Weights weights) {
    return weights == TRAINING ? FILES : files(weights);
  }

  private static Map<String, byte[]> files(final Weights weights) {
    final Map<String, byte[]> files = new LinkedHashMap<>();
    for (final Variant variant : Variant.all()) {
      files.put(variant.toString(), CaffeModelWriter.write(NARROW, weights, variant));
    }
    return files;
  }

  @Test
  void namesAMissingLayer() {
    assertThat(refused(changed(layer -> Stream.of())))
        .contains("holds no tensor for Caffe layer inception_4c/5x5")
        .contains("narrow expects mixed4c_5x5_w [3, 1, 5, 5] and mixed4c_5x5_b [3]");
  }

  @Test
  void namesALayerThatIsThereTwice() {
    assertThat(refused(changed(layer -> Stream.of(layer, layer))))
        .contains("Caffe layer inception_4c/5x5 twice");
  }

  @Test
  void namesALayerThatBothListsHold() {
    final byte[] both = join(file(USUAL), CaffeModelWriter.write(List.of(layer()), v1()));
    assertThat(refused(both)).contains("Caffe layer inception_4c/5x5 twice");
  }

  @Test
  void namesALayerWithoutBias() {
    assertThat(refused(blobs(blobs -> blobs.subList(0, 1)))).contains("holds one tensor for");
  }

  @Test
  void namesALayerWithMoreThanABias() {
    assertThat(refused(blobs(blobs -> List.of(blobs.get(0), blobs.get(1), blobs.get(1)))))
        .contains("holds three or more for");
  }

  @Test
  void namesAWrongShape() {
    assertThat(refused(weights(blob -> new Blob(List.of(3, 1, 3, 3), new float[27]))))
        .contains("mixed4c_5x5_w (Caffe layer inception_4c/5x5) with shape [3, 1, 3, 3]")
        .contains("expected is [3, 1, 5, 5]");
  }

  @Test
  void namesAShapeWithTheRightCountInAnotherOrder() {
    assertThat(refused(weights(blob -> new Blob(List.of(1, 3, 5, 5), blob.values()))))
        .contains("with shape [1, 3, 5, 5]");
  }

  @Test
  void namesAShapeWithTooManyNumbers() {
    final List<Integer> nine = List.of(1, 1, 1, 1, 3, 1, 5, 5, 7);
    assertThat(refused(weights(blob -> new Blob(nine, blob.values()))))
        .contains("with shape [1, 1");
  }

  @Test
  void namesAShapeThatIsNotThere() {
    assertThat(refused(weights(blob -> new Blob(List.of(), blob.values()))))
        .contains("mixed4c_5x5_w")
        .contains("with shape []");
  }

  @Test
  void namesAWrongNumberOfValues() {
    assertThat(refused(weights(blob -> new Blob(blob.shape(), Arrays.copyOf(blob.values(), 74)))))
        .contains("holds 74 values of mixed4c_5x5_w (Caffe layer inception_4c/5x5)")
        .contains("[3, 1, 5, 5] needs 75");
    assertThat(refused(weights(blob -> new Blob(blob.shape(), Arrays.copyOf(blob.values(), 76)))))
        .contains("holds 76 values");
  }

  @Test
  void namesAValueThatIsNotFinite() {
    for (final float bad :
        new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertThat(refused(weights(blob -> withValue(blob, 17, bad))))
          .contains(
              "holds " + bad + " as value 17 of mixed4c_5x5_w (Caffe layer inception_4c/5x5)");
    }
  }

  @Test
  void namesTheLayerInWhichTheFileStops() {
    for (final Variant variant : List.of(USUAL, v1())) {
      final byte[] file = file(variant);
      final int stop = lastIndexOf(file, LAYER) + LAYER.length() + 40;
      assertThat(refused(Arrays.copyOf(file, stop)))
          .contains("cut short or damaged near byte ")
          .contains(" of " + stop)
          .contains("at Caffe layer inception_4c/5x5;");
    }
  }

  @Test
  void readsAnInnerProductAsFourNumbersAndAsTwo() {
    final List<Layer> layers = CaffeModelWriter.layers(NARROW, TRAINING);
    final Layer last = layers.get(layers.size() - 1);
    final List<Blob> four =
        last.blobs().stream().map(blob -> new Blob(padded(blob.shape()), blob.values())).toList();
    layers.set(layers.size() - 1, new Layer(last.name(), four));
    assertThat(last.blobs().get(0).shape()).hasSize(2);
    assertThat(four.get(0).shape()).hasSize(4);
    assertThat(read(CaffeModelWriter.write(layers, USUAL)).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void skipsGradientsAndUnknownFields() {
    final byte[] file = join(file(USUAL), CaffeModelWriter.message(out -> out.writeInt64(77, 5)));
    final List<Layer> layers = new ArrayList<>(CaffeModelWriter.layers(NARROW, TRAINING));
    layers.removeIf(layer -> layer.name().equals(LAYER));
    final byte[] withDiff =
        join(CaffeModelWriter.write(layers, USUAL), net(layerBytes(LAYER, withDiff(layer()))));
    assertThat(read(file).digest()).isEqualTo(TRAINING.digest());
    assertThat(read(withDiff).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void refusesLengthsThatTheFileDoesNotHold() {
    final Map<String, byte[]> claims = new LinkedHashMap<>();
    claims.put("10 GB", varint(10_000_000_000L));
    claims.put("2 GB", varint(Integer.MAX_VALUE));
    claims.put("almost 2 GB", varint(Integer.MAX_VALUE - 60));
    claims.put("1 MB", varint(1 << 20));
    claims.put("negative", varint(-1));
    claims.put("most negative", varint(Integer.MIN_VALUE));
    claims.put("endless", endless());
    claims.forEach(
        (claim, length) -> {
          for (final byte[] hostile : hostile(length)) {
            assertThat(refused(hostile)).as(claim).containsAnyOf("damaged", "no known format");
          }
        });
  }

  /** The claim as length of a layer, a name, a blob, values, doubles, a shape, unknown fields. */
  private static List<byte[]> hostile(final byte[] length) {
    final Writing name = out -> out.writeString(1, "conv1/7x7_s2");
    final List<byte[]> layers = new ArrayList<>();
    for (final int field : new int[] {1, 7, 50}) {
      layers.add(net(CaffeModelWriter.message(out -> claim(out, field, length))));
      layers.add(net(join(CaffeModelWriter.message(name), claimed(field, length))));
    }
    for (final int field : new int[] {5, 6, 7, 8, 60}) {
      final byte[] blob =
          CaffeModelWriter.message(out -> out.writeByteArray(7, claimed(field, length)));
      layers.add(complete(net(join(CaffeModelWriter.message(name), blob, blob))));
    }
    layers.add(claimed(100, length));
    layers.add(join(file(USUAL), claimed(2, length)));
    layers.add(join(file(USUAL), claimed(77, length)));
    return layers;
  }

  /** A file whose other layers are in order, so that the values of the hostile one are read. */
  private static byte[] complete(final byte[] hostile) {
    final List<Layer> layers = CaffeModelWriter.layers(NARROW, TRAINING);
    layers.removeIf(layer -> layer.name().equals("conv1/7x7_s2"));
    return join(CaffeModelWriter.write(layers, USUAL), hostile);
  }

  @Test
  void refusesNestedGroupsOfAnyDepth() {
    final byte[] groups = new byte[100_000];
    Arrays.fill(groups, (byte) (9 << 3 | 3));
    assertThat(refused(join(file(USUAL), groups))).contains("damaged");
    assertThat(refused(join(file(USUAL), new byte[] {9 << 3 | 4}))).contains("damaged");
    assertThat(refused(join(file(USUAL), new byte[] {9 << 3 | 7}))).contains("damaged");
    assertThat(refused(join(file(USUAL), new byte[] {0}))).contains("damaged");
  }

  @Test
  void crowdsOfBlobsTakeNoRoom() {
    assertThat(refused(net(layerBytes(LAYER, crowd(7))))).contains("no tensor for");
    assertThat(refused(complete(net(layerBytes("conv1/7x7_s2", crowd(7))))))
        .contains("three or more for Caffe layer conv1/7x7_s2");
  }

  @Test
  void crowdsOfEmptyValuesAndShapesTakeNoRoom() {
    for (final int field : new int[] {5, 7, 8}) {
      final byte[] blob = CaffeModelWriter.message(out -> out.writeByteArray(7, crowd(field)));
      assertThat(refused(complete(net(layerBytes("conv1/7x7_s2", join(blob, blob))))))
          .contains("conv2d0_w (Caffe layer conv1/7x7_s2) with shape []");
    }
  }

  @Test
  void crowdsOfLayersAreRefused() {
    assertThat(refused(join(file(v1()), crowd(2)))).contains("more than 2000 layers");
  }

  /** Fifty thousand empty fields. */
  private static byte[] crowd(final int field) {
    final byte[] crowd = new byte[100_000];
    for (int i = 0; i < crowd.length; i += 2) {
      crowd[i] = (byte) (field << 3 | 2);
    }
    return crowd;
  }

  @Test
  void anEmptyNetHasNoTensors() {
    assertThat(refused(net(layerBytes("data", new byte[0])))).contains("holds no tensor for");
  }

  @Test
  void aNetThatBeginsWithSettingsIsRecognized() {
    final byte[] settings =
        CaffeModelWriter.message(
            out -> {
              out.writeString(3, "data");
              out.writeInt32(4, 10);
              out.writeBool(5, true);
            });
    assertThat(read(join(settings, file(USUAL))).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void otherProtobufAndSafetensorsAreNotRecognized() {
    final byte[] node =
        CaffeModelWriter.message(
            out -> {
              out.writeString(1, "input");
              out.writeString(2, "Placeholder");
            });
    final byte[] graph = CaffeModelWriter.message(out -> out.writeByteArray(1, node));
    assertThat(refused(join(graph, graph))).contains("no known format");
    for (int length = 0; length < 256; length++) {
      final byte[] header = {(byte) length, 1, 0, 0, 0, 0, 0, 0};
      final byte[] tensors = join(header, "{\"conv2d0_w\":{\"dtype\":\"F32\"}}".getBytes());
      assertThat(refused(tensors)).as("%d", length).contains("no known format");
    }
  }

  private static Variant v1() {
    return new Variant(
        CaffeModelWriter.Layers.V1,
        CaffeModelWriter.Shape.FOUR_NUMBERS,
        CaffeModelWriter.Values.PACKED_FLOATS,
        false);
  }

  private static byte[] file(final Variant variant) {
    return FILES.get(variant.toString());
  }

  private static Layer layer() {
    return CaffeModelWriter.layers(NARROW, TRAINING).stream()
        .filter(layer -> layer.name().equals(LAYER))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] changed(final Function<Layer, Stream<Layer>> change) {
    final List<Layer> layers =
        CaffeModelWriter.layers(NARROW, TRAINING).stream()
            .flatMap(layer -> layer.name().equals(LAYER) ? change.apply(layer) : Stream.of(layer))
            .toList();
    return CaffeModelWriter.write(layers, USUAL);
  }

  private static byte[] blobs(final UnaryOperator<List<Blob>> change) {
    return changed(layer -> Stream.of(new Layer(layer.name(), change.apply(layer.blobs()))));
  }

  private static byte[] weights(final UnaryOperator<Blob> change) {
    return blobs(blobs -> List.of(change.apply(blobs.get(0)), blobs.get(1)));
  }

  private static Blob withValue(final Blob blob, final int index, final float value) {
    final float[] values = blob.values().clone();
    values[index] = value;
    return new Blob(blob.shape(), values);
  }

  private static List<Integer> padded(final List<Integer> shape) {
    final List<Integer> four = new ArrayList<>(List.of(1, 1, 1, 1));
    four.addAll(shape);
    return four.subList(shape.size(), shape.size() + 4);
  }

  /** The blobs of a layer, each with one gradient per value and a double gradient. */
  private static byte[] withDiff(final Layer layer) {
    return CaffeModelWriter.message(
        out -> {
          for (final Blob blob : layer.blobs()) {
            out.writeByteArray(7, withDiff(blob));
          }
        });
  }

  private static byte[] withDiff(final Blob blob) {
    return CaffeModelWriter.message(
        out -> {
          for (int axis = 0; axis < 4; axis++) {
            out.writeInt32(axis + 1, padded(blob.shape()).get(axis));
          }
          for (final float value : blob.values()) {
            out.writeFloat(6, -value);
            out.writeFloat(5, value);
            out.writeDouble(9, -value);
          }
        });
  }

  private static byte[] net(final byte[] layer) {
    return CaffeModelWriter.message(out -> out.writeByteArray(100, layer));
  }

  private static byte[] layerBytes(final String name, final byte[] blobs) {
    return join(CaffeModelWriter.message(out -> out.writeString(1, name)), blobs);
  }

  private static byte[] claimed(final int field, final byte[] length) {
    return CaffeModelWriter.message(out -> claim(out, field, length));
  }

  private static void claim(final CodedOutputStream out, final int field, final byte[] length)
      throws IOException {
    out.writeUInt32NoTag(field << 3 | 2);
    out.writeRawBytes(length);
    out.writeRawBytes(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
  }

  private static byte[] varint(final long value) {
    return CaffeModelWriter.message(out -> out.writeUInt64NoTag(value));
  }

  private static byte[] endless() {
    final byte[] endless = new byte[5000];
    Arrays.fill(endless, (byte) 0xff);
    return endless;
  }

  private static byte[] join(final byte[]... parts) {
    final ByteArrayOutputStream all = new ByteArrayOutputStream();
    Stream.of(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static int lastIndexOf(final byte[] file, final String text) {
    return new String(file, StandardCharsets.ISO_8859_1).lastIndexOf(text);
  }
}
