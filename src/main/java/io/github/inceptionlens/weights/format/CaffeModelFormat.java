package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.scijava.plugin.Plugin;

/**
 * Caffe's binary NetParameter in its old ({@code layers}) and new ({@code layer}) form. Layers that
 * the table does not name, such as the auxiliary heads of the training, are skipped.
 *
 * <p>Reads the file twice from front to back: where the tensors lie, then their values.
 */
@Plugin(type = WeightFormat.class, name = CaffeModelFormat.NAME, priority = 40)
public final class CaffeModelFormat implements WeightFormat {

  static final String NAME = "Caffe model (.caffemodel)";

  private static final int NET_NAME = sized(1);
  private static final int LAST_NET_SETTING = 8;

  @Override
  public String name() {
    return NAME;
  }

  /** Caffe has no magic number: a net's name and settings, then a first layer, are asked for. */
  @Override
  public boolean recognizes(final WeightSource source) {
    try {
      return startsAsNet(CodedInputStream.newInstance(source.head()));
    } catch (final IOException e) {
      return false;
    }
  }

  private static boolean startsAsNet(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (isSetting(tag)) {
      if (tag == NET_NAME ? !isPlain(in.readString()) : !in.skipField(tag)) {
        return false;
      }
      tag = in.readTag();
    }
    return CaffeIndex.isLayer(tag) && in.readRawVarint32() > 0 && in.readTag() != 0;
  }

  private static boolean isSetting(final int tag) {
    final int type = WireFormat.getTagWireType(tag);
    return tag != 0
        && !CaffeIndex.isLayer(tag)
        && WireFormat.getTagFieldNumber(tag) <= LAST_NET_SETTING
        && (type == WireFormat.WIRETYPE_VARINT || type == WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  /** Tells a net's name from the nested message with which other protobuf formats begin. */
  private static boolean isPlain(final String name) {
    return name.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public Training blueprint(final WeightSource source) {
    return Training.CAFFE;
  }

  @Override
  public Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final CaffeIndex index = new CaffeIndex(source, architecture);
    final ProtobufReader reader = new ProtobufReader(source.stream(), source.size());
    final Map<String, float[]> values = new HashMap<>();
    for (final CaffeTensor tensor : index.tensors()) {
      values.put(tensor.spec().name(), new CaffeBlob(tensor, reader).read(source));
    }
    return new Weights(architecture.tensors(), values);
  }
}
