package io.github.inceptionlens.weights.format;

import static io.github.inceptionlens.weights.format.ProtobufReader.integer;
import static io.github.inceptionlens.weights.format.ProtobufReader.sized;

import com.google.protobuf.CodedInputStream;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.content.ClassNames;
import java.io.IOException;
import java.util.List;
import org.scijava.plugin.Plugin;

/**
 * Caffe's binary NetParameter in its old ({@code layers}) and new ({@code layer}) form. Layers that
 * the table does not name, such as the auxiliary heads of the training, are skipped.
 *
 * <p>Reads the file twice from front to back: where the tensors lie, then their values.
 */
@Plugin(type = WeightFormat.class, name = CaffeModelFormat.NAME, priority = 40)
public final class CaffeModelFormat extends ProtobufFormat {

  static final String NAME = "Caffe model (.caffemodel)";

  private static final int NET_NAME = sized(1);
  private static final int NO_NAME = integer(1);
  private static final int LAST_NET_SETTING = 8;

  @Override
  public String name() {
    return NAME;
  }

  /** A net's name, which no number stands in for, and settings, then a first layer. */
  @Override
  boolean starts(final CodedInputStream in) throws IOException {
    int tag = in.readTag();
    while (!CaffeIndex.isLayer(tag) && isSetting(tag, 0, LAST_NET_SETTING) && tag != 0) {
      if (tag == NO_NAME || (tag == NET_NAME ? !isPlain(in.readString()) : !in.skipField(tag))) {
        return false;
      }
      tag = in.readTag();
    }
    return CaffeIndex.isLayer(tag) && in.readRawVarint32() > 0 && in.readTag() != 0;
  }

  /** Caffe's training with the classifier that the file holds. */
  @Override
  public Training training(final WeightSource source) throws IOException {
    final CaffeIndex index = new CaffeIndex(source, Training.CAFFE.architecture());
    if (index.isForeign()) {
      throw foreign(source, index.others());
    }
    return ClassNames.named(Training.CAFFE, index.head(Training.CAFFE.features()), source.file());
  }

  @Override
  List<CaffeTensor> places(final WeightSource source, final Architecture architecture)
      throws IOException {
    return new CaffeIndex(source, architecture).tensors();
  }
}
