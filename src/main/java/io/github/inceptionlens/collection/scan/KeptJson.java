package io.github.inceptionlens.collection.scan;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.function.Function;

/** Partial results as JSON; arrays of numbers stand in it as Base64 of their bytes. */
public final class KeptJson {

  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          .registerTypeAdapter(float[].class, new Bytes<>(KeptJson::bytes, KeptJson::floats))
          .registerTypeAdapter(double[].class, new Bytes<>(KeptJson::bytes, KeptJson::doubles))
          .registerTypeAdapter(int[].class, new Bytes<>(KeptJson::bytes, KeptJson::ints))
          .registerTypeAdapter(long[].class, new Bytes<>(KeptJson::bytes, KeptJson::longs))
          .create();

  private KeptJson() {}

  /** Writes and reads partial results exactly. */
  public static Gson gson() {
    return GSON;
  }

  private static byte[] bytes(final float[] values) {
    final ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static float[] floats(final byte[] bytes) {
    final float[] values = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static byte[] bytes(final double[] values) {
    final ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private static double[] doubles(final byte[] bytes) {
    final double[] values = new double[bytes.length / Double.BYTES];
    ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
    return values;
  }

  private static byte[] bytes(final int[] values) {
    final ByteBuffer bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  private static int[] ints(final byte[] bytes) {
    final int[] values = new int[bytes.length / Integer.BYTES];
    ByteBuffer.wrap(bytes).asIntBuffer().get(values);
    return values;
  }

  private static byte[] bytes(final long[] values) {
    final ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  private static long[] longs(final byte[] bytes) {
    final long[] values = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(values);
    return values;
  }

  private static final class Bytes<T> extends TypeAdapter<T> {

    private final Function<T, byte[]> to;
    private final Function<byte[], T> from;

    Bytes(final Function<T, byte[]> to, final Function<byte[], T> from) {
      this.to = to;
      this.from = from;
    }

    @Override
    public void write(final JsonWriter json, final T value) throws IOException {
      json.value(Base64.getEncoder().encodeToString(to.apply(value)));
    }

    @Override
    public T read(final JsonReader json) throws IOException {
      return from.apply(Base64.getDecoder().decode(json.nextString()));
    }
  }
}
