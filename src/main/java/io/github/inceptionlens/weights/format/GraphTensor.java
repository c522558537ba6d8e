package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.float32;
import static io.github.inceptionlens.weights.format.ProtobufReader.integer;
import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Reads one TensorProto of floats. TensorFlow lays a convolution out as [row, column, in, out] and
 * a classifier as [in, out]; every value goes straight to its place in our order.
 */
final class GraphTensor {

  private static final int TYPE = integer(1);
  private static final int SHAPE = sized(2);
  private static final int CONTENT = sized(4);
  private static final int FLOATS = sized(5);
  private static final int FLOAT = float32(5);
  private static final int DIM = sized(2);
  private static final int SIZE = integer(1);

  private static final int FLOAT_TYPE = 1;
  private static final int MOST_DIMS = 8;

  private final TensorSpec spec;
  private final ProtobufReader.Range range;
  private final ProtobufReader reader;
  private final List<Integer> layout;
  private final float[] values;

  /** Made once, so that a crowd of empty fields takes no room. */
  private final ProtobufReader.Item add = this::add;

  private final ProtobufReader.Visitor dim = this::dim;
  private final ProtobufReader.Visitor dimField = this::dimField;
  private final List<Long> dims = new ArrayList<>();

  private long type;
  private long size;
  private int count;

  /** A tensor that the table needs and where a graph holds it. */
  record Place(TensorSpec spec, ProtobufReader.Range range) implements ProtobufFormat.Place {

    @Override
    public float[] read(final ProtobufReader reader, final WeightSource source) throws IOException {
      return new GraphTensor(this, reader).read(source);
    }
  }

  /**
   * @param place what to read
   * @param reader the file, not yet past the tensor
   */
  GraphTensor(final Place place, final ProtobufReader reader) {
    this.spec = place.spec();
    this.range = place.range();
    this.reader = reader;
    layout = layout(spec.shape());
    final boolean holds = (long) spec.count() * Float.BYTES <= range.length();
    values = new float[holds ? spec.count() : 0];
  }

  private GraphTensor(final ProtobufReader reader) {
    this.spec = null;
    this.range = null;
    this.reader = reader;
    layout = List.of();
    values = new float[0];
  }

  /**
   * The shape of a matrix or vector in our order; the values are skipped.
   *
   * @param reader the file, not yet past the tensor
   */
  static List<Long> shape(final ProtobufReader.Range range, final ProtobufReader reader)
      throws IOException {
    final GraphTensor tensor = new GraphTensor(reader);
    reader.message(range, tensor::shape);
    Collections.reverse(tensor.dims);
    return tensor.dims;
  }

  private boolean shape(final int tag) throws IOException {
    if (tag == SHAPE) {
      reader.message(dim);
    }
    return tag == SHAPE;
  }

  /** TensorFlow's order of the axes of a tensor of ours. */
  static List<Integer> layout(final List<Integer> shape) {
    final List<Integer> layout = new ArrayList<>(shape);
    Collections.reverse(layout);
    return layout.size() == 4
        ? List.of(shape.get(2), shape.get(3), shape.get(1), shape.get(0))
        : layout;
  }

  /**
   * The values, row-major in our order.
   *
   * @throws UserError when type, shape or number of the values are not the expected ones, or when a
   *     value is not finite
   */
  float[] read(final WeightSource source) throws IOException {
    try {
      reader.message(range, this::field);
    } catch (final InvalidProtocolBufferException e) {
      throw source.refuse("is damaged in " + spec.name() + "; download or copy it again", e);
    }
    check(source);
    return values;
  }

  private boolean field(final int tag) throws IOException {
    if (tag == TYPE) {
      type = reader.integer();
    } else if (tag == SHAPE) {
      reader.message(dim);
    } else if (tag == CONTENT || tag == FLOATS) {
      reader.packed(add);
    } else if (tag == FLOAT) {
      add();
    } else {
      return false;
    }
    return true;
  }

  private boolean dim(final int tag) throws IOException {
    if (tag != DIM) {
      return false;
    }
    size = 0;
    reader.message(dimField);
    if (dims.size() < MOST_DIMS) {
      dims.add(size);
    }
    return true;
  }

  private boolean dimField(final int tag) throws IOException {
    if (tag == SIZE) {
      size = reader.integer();
    }
    return tag == SIZE;
  }

  private void add() throws IOException {
    final float value = reader.float32();
    if (count < values.length) {
      values[place(count)] = value;
    }
    count++;
  }

  /** Where the value at an index of TensorFlow's order belongs in ours. */
  private int place(final int index) {
    final List<Integer> shape = spec.shape();
    if (shape.size() == 1) {
      return index;
    }
    final int outs = shape.get(0);
    final int ins = shape.get(1);
    final int area = values.length / (outs * ins);
    final int out = index % outs;
    final int in = index / outs % ins;
    return (out * ins + in) * area + index / (outs * ins);
  }

  private void check(final WeightSource source) {
    final List<Long> expected = layout.stream().map(Integer::longValue).toList();
    if (type != FLOAT_TYPE) {
      throw source.refuse(
          String.format(
                  Locale.ROOT,
                  "holds %s with values of TensorFlow's type %d, but 32-bit floats (type 1) are expected; ",
                  spec.name(),
                  type)
              + "choose another file");
    }
    if (!dims.equals(expected)) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds %s with shape %s, but expected is %s; choose another file or another network",
              spec.name(),
              dims,
              expected));
    }
    if (count != spec.count()) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds %d values of %s, but its shape %s needs %d; download or copy it again",
              count,
              spec.name(),
              expected,
              spec.count()));
    }
    FiniteCheck.check(source, spec.name(), values);
  }
}
