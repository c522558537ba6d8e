package io.github.inceptionlens.weights.format;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Walks the fields of protobuf messages, never past the end of the innermost one, and believes no
 * length before it is checked against what remains.
 *
 * <p>Damage is an {@link InvalidProtocolBufferException}; other {@link IOException}s are the
 * disk's. Groups, which no format of weights uses, count as damage.
 */
final class ProtobufReader {

  private static final int BUFFER = 1 << 14;

  private final CodedInputStream in;

  /** What is done with each field of a message. */
  @FunctionalInterface
  interface Visitor {

    /** Reads the field's value and returns true, or returns false to have it skipped. */
    boolean read(int tag) throws IOException;
  }

  /** What is done with each value of a packed field. */
  @FunctionalInterface
  interface Item {

    /** Reads one value. */
    void read() throws IOException;
  }

  /** Where a nested message's content lies in the stream, in bytes. */
  record Range(int offset, int length) {}

  /**
   * @param stream the bytes of the outermost message
   * @param length their number
   */
  ProtobufReader(final InputStream stream, final int length) throws IOException {
    in = CodedInputStream.newInstance(stream, BUFFER);
    in.pushLimit(length);
  }

  /** The tag of a field that carries its length: text, message or packed values. */
  static int sized(final int field) {
    return tag(field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  /** The tag of an integer. */
  static int integer(final int field) {
    return tag(field, WireFormat.WIRETYPE_VARINT);
  }

  /** The tag of a float. */
  static int float32(final int field) {
    return tag(field, WireFormat.WIRETYPE_FIXED32);
  }

  /** The tag of a double. */
  static int float64(final int field) {
    return tag(field, WireFormat.WIRETYPE_FIXED64);
  }

  private static int tag(final int field, final int type) {
    return field << 3 | type;
  }

  /** How many bytes of the stream were read or skipped. */
  int position() {
    return in.getTotalBytesRead();
  }

  /** Visits all fields up to the end of the current message. */
  void fields(final Visitor visitor) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!visitor.read(tag)) {
        skip(tag);
      }
    }
  }

  /**
   * Visits the fields of a nested message. One that claims to go on past the end of its parent is
   * visited as far as it goes, so that its name gets known, and then refused.
   */
  void message(final Visitor visitor) throws IOException {
    final int length = in.readRawVarint32();
    final int rest = in.getBytesUntilLimit();
    final int outer = in.pushLimit(Math.min(length, rest));
    fields(visitor);
    in.popLimit(outer);
    if (length > rest) {
      throw damage(length, rest);
    }
  }

  /** Visits the fields of a message at a place further on in the stream. */
  void message(final Range range, final Visitor visitor) throws IOException {
    skipBytes(range.offset() - position());
    final int outer = in.pushLimit(range.length());
    fields(visitor);
    in.popLimit(outer);
  }

  /** Reads the values of a packed field. */
  void packed(final Item item) throws IOException {
    final int outer = in.pushLimit(length());
    while (!in.isAtEnd()) {
      item.read();
    }
    in.popLimit(outer);
  }

  /**
   * Reads packed floats into the target from an index on; they are skipped where they do not fit.
   *
   * @return how many there are
   */
  int floats(final float[] target, final int from) throws IOException {
    final int length = length();
    final int count = length / Float.BYTES;
    if (length % Float.BYTES != 0) {
      throw new InvalidProtocolBufferException(length + " bytes of floats");
    }
    if (count > target.length - from) {
      skipBytes(length);
      return count;
    }
    for (int i = from; i < from + count; i++) {
      target[i] = in.readFloat();
    }
    return count;
  }

  /** Skips a nested message and returns where it lies. */
  Range range() throws IOException {
    final int length = length();
    final Range range = new Range(position(), length);
    skipBytes(length);
    return range;
  }

  /** A text; a longer one than asked for is skipped and reads as empty. */
  String text(final int longest) throws IOException {
    final int length = length();
    if (length > longest) {
      skipBytes(length);
      return "";
    }
    return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
  }

  long integer() throws IOException {
    return in.readInt64();
  }

  float float32() throws IOException {
    return in.readFloat();
  }

  double float64() throws IOException {
    return in.readDouble();
  }

  private void skip(final int tag) throws IOException {
    switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> skipBytes(length());
      case WireFormat.WIRETYPE_VARINT, WireFormat.WIRETYPE_FIXED32, WireFormat.WIRETYPE_FIXED64 ->
          in.skipField(tag);
      default -> throw new InvalidProtocolBufferException("tag " + tag + " has no known type");
    }
  }

  private void skipBytes(final int count) throws IOException {
    final int rest = in.getBytesUntilLimit();
    if (count < 0 || count > rest) {
      throw damage(count, rest);
    }
    in.skipRawBytes(count);
  }

  private int length() throws IOException {
    final int length = in.readRawVarint32();
    final int rest = in.getBytesUntilLimit();
    if (length < 0 || length > rest) {
      throw damage(length, rest);
    }
    return length;
  }

  private static InvalidProtocolBufferException damage(final int claimed, final int rest) {
    return new InvalidProtocolBufferException(claimed + " bytes claimed, " + rest + " left");
  }
}
