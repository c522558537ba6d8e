package io.github.inceptionlens.weights.format;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The JSON at the head of a safetensors file; it is read strictly, and each name once. */
public final class SafetensorsHeader {

  static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;
  private static final int MOST_NUMBERS = 8;
  private static final String DAMAGED = "; download or copy it again";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final JsonReader json;

  /**
   * What the header says about one tensor; the offsets count from the header's end.
   *
   * @param type for instance {@code F16}
   * @param from the first byte
   * @param to the byte after the last
   */
  public record Entry(String name, String type, List<Long> shape, long from, long to) {

    private JsonObject json() {
      final JsonArray sides = new JsonArray();
      shape.forEach(sides::add);
      final JsonArray offsets = new JsonArray();
      offsets.add(from);
      offsets.add(to);
      final JsonObject entry = new JsonObject();
      entry.addProperty("dtype", type);
      entry.add("shape", sides);
      entry.add("data_offsets", offsets);
      return entry;
    }
  }

  private SafetensorsHeader(final String text) {
    json = new JsonReader(new StringReader(text));
  }

  /**
   * Reads a header.
   *
   * @throws MalformedJsonException when the text is not what the format allows; the message says
   *     what is wrong
   */
  static SafetensorsHeader parse(final String text) throws MalformedJsonException {
    final SafetensorsHeader header = new SafetensorsHeader(text);
    try {
      header.read();
    } catch (final IOException | IllegalStateException | NumberFormatException e) {
      throw new MalformedJsonException(e.getMessage(), e);
    }
    return header;
  }

  /**
   * The beginning of a file, up to the first number: the header's length and the header, so long
   * that the numbers begin at a multiple of eight bytes.
   *
   * @param entries one after another, without gaps
   * @param metadata texts beside them
   */
  public static byte[] bytes(final List<Entry> entries, final Map<String, String> metadata) {
    final JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      final JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      header.add(METADATA, texts);
    }
    entries.forEach(entry -> header.add(entry.name(), entry.json()));
    final byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
    final int length = text.length + Math.floorMod(-text.length, ALIGNMENT);
    final ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(text);
    while (bytes.hasRemaining()) {
      bytes.put((byte) ' ');
    }
    return bytes.array();
  }

  /**
   * The tensors in the order of their bytes, which follow each other without gaps to the end.
   *
   * @param data how many bytes the file has after the header
   * @param refusal the error that says something about the file
   * @throws UserError when they do not
   */
  List<Entry> sorted(final long data, final Function<String, UserError> refusal) {
    final List<Entry> sorted =
        entries().stream().sorted(Comparator.comparingLong(Entry::from)).toList();
    long end = 0;
    for (final Entry entry : sorted) {
      if (entry.from() != end || entry.to() < end || entry.to() > data) {
        throw refusal.apply(
            String.format(
                    Locale.ROOT,
                    "has %s at bytes %d to %d, but it should begin at %d and end by %d",
                    entry.name(),
                    entry.from(),
                    entry.to(),
                    end,
                    data)
                + DAMAGED);
      }
      end = entry.to();
    }
    if (end != data) {
      throw refusal.apply(
          String.format(Locale.ROOT, "has %d bytes after its last tensor", data - end) + DAMAGED);
    }
    return sorted;
  }

  /** The tensors in the order of the text. */
  List<Entry> entries() {
    return List.copyOf(entries.values());
  }

  /** What the writer noted beside the tensors. */
  Map<String, String> metadata() {
    return Map.copyOf(metadata);
  }

  private void read() throws IOException {
    json.beginObject();
    boolean noted = false;
    while (json.hasNext()) {
      final String name = json.nextName();
      if (!name.equals(METADATA)) {
        require(entries.put(name, entry(name)) == null, "a tensor is there twice");
      } else {
        require(!noted, METADATA + " is there twice");
        noted = true;
        readMetadata();
      }
    }
    json.endObject();
    require(json.peek() == JsonToken.END_DOCUMENT, "text after the last tensor");
  }

  private void readMetadata() throws IOException {
    json.beginObject();
    while (json.hasNext()) {
      final String key = json.nextName();
      require(json.peek() == JsonToken.STRING, METADATA + " holds something else than texts");
      metadata.put(key, json.nextString());
    }
    json.endObject();
  }

  private Entry entry(final String name) throws IOException {
    String type = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    json.beginObject();
    while (json.hasNext()) {
      final String key = json.nextName();
      if (key.equals("dtype") && type == null) {
        type = json.nextString();
      } else if (key.equals("shape") && shape == null) {
        shape = numbers();
      } else if (key.equals("data_offsets") && offsets == null) {
        offsets = numbers();
      } else {
        throw new MalformedJsonException(name + " has " + key + " twice or without a meaning");
      }
    }
    json.endObject();
    require(type != null && shape != null && offsets != null, name + " is not described fully");
    require(offsets.size() == 2, name + " has other than two offsets");
    return new Entry(name, type, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> numbers() throws IOException {
    final List<Long> numbers = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      require(json.peek() == JsonToken.NUMBER, "a number is expected");
      numbers.add(whole(json.nextString()));
      require(numbers.size() <= MOST_NUMBERS, "a list is too long");
    }
    json.endArray();
    return numbers;
  }

  private static long whole(final String number) throws MalformedJsonException {
    final long value = Long.parseLong(number);
    require(value >= 0, "a number is negative");
    return value;
  }

  private static void require(final boolean condition, final String otherwise)
      throws MalformedJsonException {
    if (!condition) {
      throw new MalformedJsonException(otherwise);
    }
  }
}
