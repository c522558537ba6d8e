package io.github.inceptionlens.weights.format;

import com.google.protobuf.CodedOutputStream;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Writes Caffe's NetParameter in all its variants, right ones and wrong ones, for tests. */
public final class CaffeModelWriter {

  /** The old and the new list of layers. */
  public enum Layers {
    V1(2, 4, 6),
    V2(100, 1, 7);

    private final int field;
    private final int name;
    private final int blob;

    Layers(final int field, final int name, final int blob) {
      this.field = field;
      this.name = name;
      this.blob = blob;
    }
  }

  /** How a blob's shape is written. */
  public enum Shape {
    FOUR_NUMBERS,
    PACKED_DIMS,
    UNPACKED_DIMS
  }

  /** How a blob's values are written. */
  public enum Values {
    PACKED_FLOATS,
    UNPACKED_FLOATS,
    CHUNKED_FLOATS,
    PACKED_DOUBLES,
    UNPACKED_DOUBLES
  }

  /**
   * One way to write the same training.
   *
   * @param nameLast whether a layer's name follows its blobs, which protobuf allows
   */
  public record Variant(Layers layers, Shape shape, Values values, boolean nameLast) {

    /** What Caffe itself writes today. */
    public static final Variant USUAL =
        new Variant(Layers.V2, Shape.PACKED_DIMS, Values.PACKED_FLOATS, false);

    /** Every combination. */
    public static List<Variant> all() {
      return Stream.of(Layers.values())
          .flatMap(layers -> Stream.of(Shape.values()).map(shape -> List.of(layers, shape)))
          .flatMap(pair -> Stream.of(Values.values()).map(values -> List.of(pair, values)))
          .flatMap(triple -> Stream.of(true, false).map(last -> variant(triple, last)))
          .toList();
    }

    private static Variant variant(final List<?> triple, final boolean nameLast) {
      final List<?> pair = (List<?>) triple.get(0);
      return new Variant(
          (Layers) pair.get(0), (Shape) pair.get(1), (Values) triple.get(1), nameLast);
    }
  }

  /** A blob as it is to be written, right or wrong. */
  public record Blob(List<Integer> shape, float[] values) {}

  /** A layer as it is to be written, with any number of blobs. */
  public record Layer(String name, List<Blob> blobs) {}

  private CaffeModelWriter() {}

  /** A whole model with auxiliary heads and layers without blobs; the classifier comes last. */
  public static byte[] write(
      final Architecture architecture, final Weights weights, final Variant variant) {
    return write(layers(architecture, weights), variant);
  }

  /** The layers of a whole model, to be changed before they are written. */
  public static List<Layer> layers(final Architecture architecture, final Weights weights) {
    final List<Layer> layers = new ArrayList<>();
    layers.add(new Layer("data", List.of()));
    for (final NodeParameters parameters : architecture.parameters()) {
      layers.add(auxiliary(layers.size()));
      layers.add(new Layer(parameters.alias(), blobs(parameters, weights)));
    }
    return layers;
  }

  private static Layer auxiliary(final int index) {
    return switch (index % 9) {
      case 1 -> new Layer("loss1/fc-" + index, List.of(new Blob(List.of(2), new float[2])));
      case 3 -> new Layer("loss2/conv-" + index, Collections.nCopies(5, blob()));
      default -> new Layer("relu-" + index, List.of());
    };
  }

  private static Blob blob() {
    return new Blob(List.of(1, 1, 1, 3), new float[] {1, Float.NaN, 3});
  }

  private static List<Blob> blobs(final NodeParameters parameters, final Weights weights) {
    return Stream.of(parameters.weights(), parameters.bias())
        .map(spec -> new Blob(spec.shape(), values(weights, spec)))
        .toList();
  }

  private static float[] values(final Weights weights, final TensorSpec spec) {
    return weights.tensors().get(spec);
  }

  /** A model of exactly these layers. */
  public static byte[] write(final List<Layer> layers, final Variant variant) {
    return message(
        out -> {
          out.writeString(1, "Narrow GoogLeNet");
          for (final Layer layer : layers) {
            out.writeByteArray(variant.layers().field, layer(layer, variant));
          }
        });
  }

  private static byte[] layer(final Layer layer, final Variant variant) {
    return message(
        out -> {
          if (!variant.nameLast()) {
            out.writeString(variant.layers().name, layer.name());
          }
          for (final Blob blob : layer.blobs()) {
            out.writeByteArray(variant.layers().blob, blob(blob, variant));
          }
          if (variant.nameLast()) {
            out.writeString(variant.layers().name, layer.name());
          }
        });
  }

  private static byte[] blob(final Blob blob, final Variant variant) {
    return message(
        out -> {
          if (variant.shape() == Shape.FOUR_NUMBERS) {
            writeFourNumbers(out, blob.shape());
          }
          writeValues(out, blob.values(), variant.values());
          if (variant.shape() != Shape.FOUR_NUMBERS) {
            out.writeByteArray(7, dims(blob.shape(), variant.shape()));
          }
        });
  }

  private static void writeFourNumbers(final CodedOutputStream out, final List<Integer> shape)
      throws IOException {
    for (int field = 1; field <= 4; field++) {
      final int axis = shape.size() - 5 + field;
      out.writeInt32(field, axis < 0 ? 1 : shape.get(axis));
    }
  }

  private static byte[] dims(final List<Integer> shape, final Shape style) {
    if (style == Shape.PACKED_DIMS) {
      final Writing each =
          out -> {
            for (final int dim : shape) {
              out.writeInt64NoTag(dim);
            }
          };
      return message(out -> out.writeByteArray(1, message(each)));
    }
    return message(
        out -> {
          for (final int dim : shape) {
            out.writeInt64(1, dim);
          }
        });
  }

  private static void writeValues(
      final CodedOutputStream out, final float[] values, final Values style) throws IOException {
    switch (style) {
      case PACKED_FLOATS -> out.writeByteArray(5, floats(values, 0, values.length));
      case CHUNKED_FLOATS -> {
        out.writeByteArray(5, floats(values, 0, values.length / 2));
        out.writeByteArray(5, floats(values, values.length / 2, values.length));
      }
      case PACKED_DOUBLES -> out.writeByteArray(8, doubles(values));
      case UNPACKED_FLOATS -> {
        for (final float value : values) {
          out.writeFloat(5, value);
        }
      }
      case UNPACKED_DOUBLES -> {
        for (final float value : values) {
          out.writeDouble(8, value);
        }
      }
    }
  }

  private static byte[] floats(final float[] values, final int from, final int to) {
    return message(
        out -> {
          for (int i = from; i < to; i++) {
            out.writeFloatNoTag(values[i]);
          }
        });
  }

  private static byte[] doubles(final float[] values) {
    return message(
        out -> {
          for (final float value : values) {
            out.writeDoubleNoTag(value);
          }
        });
  }

  /** What is written into a message. */
  @FunctionalInterface
  public interface Writing {

    /** Writes fields or bare values. */
    void to(CodedOutputStream out) throws IOException;
  }

  /** The bytes of a message of any content. */
  public static byte[] message(final Writing writing) {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      final CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      writing.to(out);
      out.flush();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
