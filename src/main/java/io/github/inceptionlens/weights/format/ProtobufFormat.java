package io.github.inceptionlens.weights.format;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.content.Resemblance;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What formats that are protobuf messages share: no magic number, so that their first fields are
 * asked for, and tensors that are first looked for and then read where they lie.
 */
abstract class ProtobufFormat implements WeightFormat {

  /** A tensor that the architecture needs, and where the file holds it. */
  interface Place {
    /** What is expected. */
    TensorSpec spec();

    /** Reads its values. */
    float[] read(ProtobufReader reader, WeightSource source) throws IOException;
  }

  /** Whether a message starts as one of this format does. */
  abstract boolean starts(CodedInputStream in) throws IOException;

  /** Where the tensors of an architecture lie, in the order of the file, each once. */
  abstract List<? extends Place> places(WeightSource source, Architecture architecture)
      throws IOException;

  @Override
  public final boolean recognizes(final WeightSource source) {
    try {
      return starts(CodedInputStream.newInstance(source.head()));
    } catch (final IOException e) {
      return false;
    }
  }

  /** Whether a field with a number in a range is a plain number, a text or a message. */
  static boolean isSetting(final int tag, final int first, final int last) {
    final int type = WireFormat.getTagWireType(tag);
    final int field = WireFormat.getTagFieldNumber(tag);
    return field >= first
        && field <= last
        && (type == WireFormat.WIRETYPE_VARINT || type == WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  /** Tells a name from a nested message. */
  static boolean isPlain(final String name) {
    return name.chars().noneMatch(Character::isISOControl);
  }

  /** The error about a file that holds no layer of GoogLeNet. */
  static UserError foreign(final WeightSource source, final Collection<String> names) {
    return source.refuse(
        "holds no layer of GoogLeNet"
            + Resemblance.ofTensors(names).map(", but looks like "::concat).orElse("")
            + "; choose another file or another network");
  }

  @Override
  public final Weights read(final WeightSource source, final Architecture architecture)
      throws IOException {
    final List<? extends Place> places = places(source, architecture);
    final ProtobufReader reader = new ProtobufReader(source.stream(), source.size());
    final Map<String, float[]> values = new HashMap<>();
    for (final Place place : places) {
      values.put(place.spec().name(), place.read(reader, source));
    }
    return new Weights(architecture.tensors(), values);
  }
}
