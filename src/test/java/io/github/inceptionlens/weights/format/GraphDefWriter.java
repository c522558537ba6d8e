package io.github.inceptionlens.weights.format;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Writes GraphDefs with TensorFlow's own classes, and in orders that those do not write. */
public final class GraphDefWriter {

  private GraphDefWriter() {}

  /** A whole graph as TensorFlow writes it; the last node is a needed constant. */
  public static byte[] content(final Architecture architecture, final Weights weights) {
    return graph(nodes(architecture, weights, true)).toByteArray();
  }

  /** The same with the values in {@code float_val}. */
  public static byte[] floats(final Architecture architecture, final Weights weights) {
    return graph(nodes(architecture, weights, false)).toByteArray();
  }

  public static GraphDef graph(final List<NodeDef> nodes) {
    return GraphDef.newBuilder().addAllNode(nodes).build();
  }

  /** The nodes of a whole graph: an image, operations, auxiliary heads, outputs and constants. */
  public static List<NodeDef> nodes(
      final Architecture architecture, final Weights weights, final boolean content) {
    final List<NodeDef> nodes = new ArrayList<>();
    nodes.add(NodeDef.newBuilder().setName("input").setOp("Placeholder").build());
    weights
        .tensors()
        .forEach(
            (spec, values) -> {
              final String stem = spec.name().substring(0, spec.name().length() - 2);
              nodes.add(operation(stem + "_pre_relu/conv" + nodes.size()));
              nodes.add(tensor("head0_" + spec.name(), List.of(2), new float[] {1, Float.NaN}));
              nodes.add(operation("output" + nodes.size()));
              nodes.add(constant(spec, values, content));
            });
    return nodes;
  }

  private static NodeDef operation(final String name) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Conv2D")
        .addInput("input")
        .putAttr("padding", AttrValue.newBuilder().setS(ByteString.copyFromUtf8("SAME")).build())
        .build();
  }

  /** A constant in TensorFlow's layout. */
  public static NodeDef constant(
      final TensorSpec spec, final float[] values, final boolean content) {
    final List<Integer> shape = shape(spec.shape());
    final float[] laidOut = laidOut(spec.shape(), values);
    return node(spec.name(), content ? content(shape, laidOut) : floats(shape, laidOut));
  }

  private static NodeDef tensor(
      final String name, final List<Integer> shape, final float[] values) {
    return node(name, floats(shape, values));
  }

  /** A node that holds a tensor. */
  public static NodeDef node(final String name, final TensorProto tensor) {
    return NodeDef.newBuilder()
        .setName(name)
        .setOp("Const")
        .putAttr("dtype", AttrValue.newBuilder().setType(tensor.getDtype()).build())
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build())
        .build();
  }

  public static TensorProto content(final List<Integer> shape, final float[] values) {
    final ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return header(shape).setTensorContent(ByteString.copyFrom(bytes.array())).build();
  }

  public static TensorProto floats(final List<Integer> shape, final float[] values) {
    final TensorProto.Builder tensor = header(shape);
    for (final float value : values) {
      tensor.addFloatVal(value);
    }
    return tensor.build();
  }

  private static TensorProto.Builder header(final List<Integer> shape) {
    final TensorShapeProto.Builder dims = TensorShapeProto.newBuilder();
    shape.forEach(size -> dims.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    return TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(dims);
  }

  /** [row, column, in, out] of a convolution, [in, out] of a classifier. */
  static List<Integer> shape(final List<Integer> ours) {
    return switch (ours.size()) {
      case 4 -> List.of(ours.get(2), ours.get(3), ours.get(1), ours.get(0));
      case 2 -> List.of(ours.get(1), ours.get(0));
      default -> ours;
    };
  }

  private static float[] laidOut(final List<Integer> shape, final float[] values) {
    final int outs = shape.get(0);
    final int ins = shape.size() > 1 ? shape.get(1) : 1;
    final int area = values.length / outs / ins;
    final float[] laidOut = new float[values.length];
    int next = 0;
    for (int position = 0; position < area; position++) {
      for (int in = 0; in < ins; in++) {
        for (int out = 0; out < outs; out++) {
          laidOut[next++] = values[(out * ins + in) * area + position];
        }
      }
    }
    return laidOut;
  }

  /**
   * The same with every field in reverse order (values before shape, tensor before its key, name
   * last), floats one by one, and fields that nobody knows.
   */
  public static byte[] reversed(final Architecture architecture, final Weights weights) {
    return CaffeModelWriter.message(
        out -> {
          out.writeByteArray(2, CaffeModelWriter.message(library -> library.writeString(9, "x")));
          for (final NodeDef node : nodes(architecture, weights, false)) {
            out.writeByteArray(1, reversed(node));
          }
        });
  }

  private static byte[] reversed(final NodeDef node) {
    return CaffeModelWriter.message(
        out -> {
          if (node.containsAttr("value")) {
            final byte[] entry = entry(node.getAttrOrThrow("value").getTensor());
            out.writeByteArray(5, entry);
          }
          out.writeString(2, node.getOp());
          out.writeString(1, node.getName());
        });
  }

  private static byte[] entry(final TensorProto tensor) {
    final byte[] value =
        CaffeModelWriter.message(
            out -> {
              out.writeInt64(99, 5);
              out.writeByteArray(8, CaffeModelWriter.message(inner -> write(inner, tensor)));
            });
    return CaffeModelWriter.message(
        out -> {
          out.writeByteArray(2, value);
          out.writeString(1, "value");
        });
  }

  private static void write(final CodedOutputStream out, final TensorProto tensor)
      throws java.io.IOException {
    for (int i : IntStream.range(0, tensor.getFloatValCount()).toArray()) {
      out.writeFloat(5, tensor.getFloatVal(i));
    }
    out.writeByteArray(2, tensor.getTensorShape().toByteArray());
    out.writeInt32(1, tensor.getDtypeValue());
  }
}
