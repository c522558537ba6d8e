package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.float32;
import static io.github.inceptionlens.weights.format.ProtobufReader.float64;
import static io.github.inceptionlens.weights.format.ProtobufReader.integer;
import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Reads one BlobProto: a shape in either style and its values, which go straight into the array
 * that is returned. The array is made only when the blob is long enough to fill it.
 */
final class CaffeBlob {

  private static final int NUM = integer(1);
  private static final int CHANNELS = integer(2);
  private static final int HEIGHT = integer(3);
  private static final int WIDTH = integer(4);
  private static final int FLOATS = sized(5);
  private static final int FLOAT = float32(5);
  private static final int SHAPE = sized(7);
  private static final int DOUBLES = sized(8);
  private static final int DOUBLE = float64(8);
  private static final int DIMS = sized(1);
  private static final int DIM = integer(1);

  /** A shape of this length or longer is cut to it and fits nothing. */
  private static final int MOST_DIMS = 8;

  private final CaffeTensor tensor;
  private final ProtobufReader reader;
  private final List<Long> dims = new ArrayList<>();
  private final float[] values;

  /** Made once, so that a crowd of empty fields takes no room. */
  private final ProtobufReader.Item addDouble;

  private final ProtobufReader.Item addDim;
  private final ProtobufReader.Visitor dimField = this::dim;

  private long[] legacy = {};
  private int count;

  /**
   * @param tensor what to read
   * @param reader the file, not yet past the tensor
   */
  CaffeBlob(final CaffeTensor tensor, final ProtobufReader reader) {
    this.tensor = tensor;
    this.reader = reader;
    final int expected = tensor.spec().count();
    final boolean holds = (long) expected * Float.BYTES <= tensor.range().length();
    values = new float[holds ? expected : 0];
    addDouble = () -> add((float) reader.float64());
    addDim = () -> keep(reader.integer());
  }

  private CaffeBlob(final ProtobufReader reader) {
    this.tensor = null;
    this.reader = reader;
    values = new float[0];
    addDouble = reader::float64;
    addDim = () -> keep(reader.integer());
  }

  /**
   * The shape of a blob, whose values are skipped, without the ones that fill up Caffe's old style.
   *
   * @param reader the file, not yet past the blob
   */
  static List<Long> shape(final ProtobufReader.Range range, final ProtobufReader reader)
      throws IOException {
    final CaffeBlob blob = new CaffeBlob(reader);
    reader.message(range, blob::shape);
    final List<Long> shape = blob.found();
    final int ones = Math.max(0, shape.size() - 2);
    return shape.subList(0, ones).stream().allMatch(dim -> dim == 1)
        ? shape.subList(ones, shape.size())
        : shape;
  }

  /**
   * The values, row-major.
   *
   * @throws UserError when the shape or the number of values is not the expected one, or when a
   *     value is not finite
   */
  float[] read(final WeightSource source) throws IOException {
    try {
      reader.message(tensor.range(), this::field);
    } catch (final InvalidProtocolBufferException e) {
      throw source.refuse("is damaged in " + tensor + "; download or copy it again", e);
    }
    check(source);
    return values;
  }

  private boolean field(final int tag) throws IOException {
    if (tag == FLOATS) {
      count += reader.floats(values, Math.min(count, values.length));
    } else if (tag == FLOAT) {
      add(reader.float32());
    } else if (tag == DOUBLES) {
      reader.packed(addDouble);
    } else if (tag == DOUBLE) {
      addDouble.read();
    } else {
      return shape(tag);
    }
    return true;
  }

  private void add(final float value) {
    if (count < values.length) {
      values[count] = value;
    }
    count++;
  }

  private boolean shape(final int tag) throws IOException {
    if (tag == SHAPE) {
      reader.message(dimField);
    } else if (tag == NUM || tag == CHANNELS || tag == HEIGHT || tag == WIDTH) {
      legacy = legacy.length == 0 ? new long[4] : legacy;
      legacy[(tag - NUM) / (CHANNELS - NUM)] = reader.integer();
    } else {
      return false;
    }
    return true;
  }

  private boolean dim(final int tag) throws IOException {
    if (tag == DIMS) {
      reader.packed(addDim);
    } else if (tag == DIM) {
      addDim.read();
    }
    return tag == DIMS || tag == DIM;
  }

  private void keep(final long dim) {
    if (dims.size() < MOST_DIMS) {
      dims.add(dim);
    }
  }

  private void check(final WeightSource source) {
    final TensorSpec spec = tensor.spec();
    final List<Long> shape = found();
    if (!fits(shape, spec.shape())) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds %s with shape %s, but expected is %s; choose another file or another network",
              tensor,
              shape,
              spec.shape()));
    }
    if (count != spec.count()) {
      throw source.refuse(
          String.format(
              Locale.ROOT,
              "holds %d values of %s, but its shape %s needs %d; download or copy it again",
              count,
              tensor,
              spec.shape(),
              spec.count()));
    }
    FiniteCheck.check(source, tensor.toString(), values);
  }

  /** As Caffe does: the four old numbers count where there are any. */
  private List<Long> found() {
    return legacy.length == 0 ? dims : Arrays.stream(legacy).boxed().toList();
  }

  /** Equal but for leading ones, with which Caffe's old style fills up to four numbers. */
  private static boolean fits(final List<Long> found, final List<Integer> expected) {
    final int ones = found.size() - expected.size();
    return ones >= 0
        && found.size() < MOST_DIMS
        && found.subList(0, ones).stream().allMatch(dim -> dim == 1)
        && found
            .subList(ones, found.size())
            .equals(expected.stream().map(Integer::longValue).toList());
  }
}
