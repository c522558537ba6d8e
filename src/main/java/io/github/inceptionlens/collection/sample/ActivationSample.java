package io.github.inceptionlens.collection.sample;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import io.github.inceptionlens.core.Reservoir;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.MappedTensors;
import io.github.inceptionlens.weights.format.MappedTensors.Floats;
import io.github.inceptionlens.weights.format.MappedTensors.Integers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors of a layer with their places, in a safetensors file of any size that is read through a
 * memory map: {@code vectors} [n, C], {@code places} [n, 4] (image, slice, column, row), and in the
 * metadata {@code layer}, {@code network}, {@code digest} and {@code pictures}.
 *
 * <p>{@code vectors} and {@code layer} are enough: without places every vector counts as a picture
 * of its own, without a list the pictures have numbers. Several threads may read.
 */
public final class ActivationSample {

  private static final String OTHER = ": choose another file";

  private final MappedTensors file;
  private final Floats vectors;
  private final Optional<Integers> places;
  private final Optional<List<SampledImage>> images;
  private final long size;
  private final int channels;

  private ActivationSample(final MappedTensors file) {
    this.file = file;
    final List<Long> shape =
        file.shape(SampleFile.VECTORS)
            .orElseThrow(
                () -> file.refuse("has no tensor vectors, so that it is no sample" + OTHER));
    if (shape.size() != 2
        || shape.get(0) < 1
        || shape.get(1) < 1
        || shape.get(1) > Short.MAX_VALUE) {
      throw file.refuse("has vectors with shape " + shape + ", expected [vector, channel]" + OTHER);
    }
    size = shape.get(0);
    channels = shape.get(1).intValue();
    vectors = file.floats(SampleFile.VECTORS);
    places = file.shape(SampleFile.PLACES).map(this::places);
    images = text(SampleFile.PICTURES).map(this::images);
    if (text(SampleFile.LAYER).isEmpty()) {
      throw file.refuse("has no \"layer\" in its metadata: say there which layer it is of");
    }
  }

  /**
   * Opens a file, which must not become shorter while this is in use.
   *
   * @throws UserError when it is no sample, or damaged
   * @throws IOException when the disk fails
   */
  public static ActivationSample open(final Path file) throws IOException {
    return new ActivationSample(MappedTensors.open(file));
  }

  private Integers places(final List<Long> shape) {
    if (!shape.equals(List.of(size, (long) SampleFile.PLACE))) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "has places with shape %s, but %d vectors: expected is [%d, %d]",
              shape,
              size,
              size,
              SampleFile.PLACE));
    }
    return file.integers(SampleFile.PLACES);
  }

  private List<SampledImage> images(final String text) {
    try {
      final List<SampledImage> all = new ArrayList<>();
      for (final JsonElement one : new Gson().fromJson(text, JsonArray.class)) {
        all.add(
            one.isJsonPrimitive()
                ? new SampledImage(one.getAsString(), "", "", "")
                : new Gson().fromJson(one, SampledImage.class));
      }
      return List.copyOf(all);
    } catch (final JsonParseException | NullPointerException e) {
      throw new UserError(
          file.refuse("has pictures in its metadata that are no list").getMessage() + OTHER, e);
    }
  }

  private Optional<String> text(final String key) {
    return Optional.ofNullable(file.metadata().get(key)).filter(one -> !one.isBlank());
  }

  /** Where the file lies. */
  public Path file() {
    return file.file();
  }

  /** The layer's name, as the file has it. */
  public String layer() {
    return text(SampleFile.LAYER).orElseThrow();
  }

  /** All that the metadata say. */
  public Map<String, String> metadata() {
    return file.metadata();
  }

  /** How many vectors. */
  public long size() {
    return size;
  }

  /** The number of the layer's channels. */
  public int channels() {
    return channels;
  }

  /** How many images the vectors are from; as many as vectors where the file does not say. */
  public long images() {
    return images.map(all -> (long) all.size()).orElseGet(this::numbers);
  }

  /** One more than the largest number of an image. */
  private long numbers() {
    long most = 0;
    for (long row = 0; row < size && places.isPresent(); row++) {
      most = Math.max(most, place(row).orElseThrow().image() + 1L);
    }
    return places.isPresent() ? most : size;
  }

  /**
   * A vector, in units of the activation.
   *
   * @param row from 0
   * @throws UserError when it holds what is no finite number; with row and column
   */
  public float[] row(final long row) {
    requireRow(row);
    final float[] values = new float[channels];
    vectors.read(row * channels, values);
    for (int column = 0; column < channels; column++) {
      if (!Float.isFinite(values[column])) {
        throw file.refuse(
            String.format(
                Locale.ROOT,
                "holds %s in row %d, column %d of vectors, but only finite numbers are expected: mend"
                    + " that row, or leave it out",
                values[column],
                row,
                column));
      }
    }
    return values;
  }

  /**
   * All vectors, or so many by chance, each with the same probability.
   *
   * @param most how many
   * @param seed what decides which of more
   * @return [vector, channel], row-major
   * @throws UserError as {@link #row}
   */
  public float[] rows(final int most, final long seed) {
    return rows(draw(most, seed));
  }

  /**
   * Some vectors.
   *
   * @param rows which, each from 0
   * @return [vector, channel], row-major
   * @throws UserError as {@link #row}
   */
  public float[] rows(final long[] rows) {
    final float[] values = new float[Math.multiplyExact(rows.length, channels)];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(row(rows[i]), 0, values, i * channels, channels);
    }
    return values;
  }

  /**
   * Which vectors are drawn: all, in their order, or so many by chance, each with the same
   * probability.
   *
   * @param most how many
   * @param seed what decides which of more
   */
  public long[] draw(final int most, final long seed) {
    final Reservoir draw = new Reservoir(most, seed);
    final long[] kept = new long[(int) Math.min(most, size)];
    for (long row = 0; row < size; row++) {
      final int place = draw.place();
      if (place < most) {
        kept[place] = row;
      }
    }
    return kept;
  }

  /**
   * Where a vector is from; nothing where the file does not say.
   *
   * @throws UserError when the file names an image that it does not list
   */
  public Optional<SampledPlace> place(final long row) {
    requireRow(row);
    return places.map(all -> place(row, all));
  }

  private SampledPlace place(final long row, final Integers all) {
    final long[] four = new long[SampleFile.PLACE];
    all.read(row * SampleFile.PLACE, four);
    final int image = (int) four[0];
    if (four[0] != image || image < 0 || images.isPresent() && image >= images.get().size()) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "has picture %d in row %d of places, but %s: mend that row, or leave it out",
              four[0],
              row,
              images
                  .map(list -> "lists pictures 0 to " + (list.size() - 1))
                  .orElse("that is no number of a picture")));
    }
    return new SampledPlace(image, (int) four[1], (int) four[2], (int) four[3]);
  }

  /** The image that a vector is from: by its path, or by its number where the file names none. */
  public SampledImage image(final long row) {
    requireRow(row);
    final long number = place(row).map(one -> (long) one.image()).orElse(row);
    return images
        .filter(list -> places.isPresent() || list.size() == size)
        .map(list -> list.get((int) number))
        .orElseGet(() -> new SampledImage(String.valueOf(number), "", "", ""));
  }

  private void requireRow(final long row) {
    if (row < 0 || row >= size) {
      throw new IndexOutOfBoundsException("row " + row + " of " + size);
    }
  }

  /**
   * Refuses a sample of another network than this one; one that does not say of which it is counts
   * as one of this.
   *
   * @return the network's layer
   * @throws UserError with what would fit
   */
  public Layer requireOf(final InceptionV1 network) {
    return new SampleHome(file, channels).layer(network);
  }

  /**
   * Refuses a sample of another layer.
   *
   * @param wanted the layer that is asked for
   * @throws UserError with both names
   */
  public void requireOf(final InceptionV1 network, final Layer wanted) {
    final Layer own = requireOf(network);
    if (!own.name().equals(wanted.name())) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "is a sample of layer %s, but layer is %s: choose layer=%s, or a sample of that layer",
              own,
              wanted,
              own));
    }
  }
}
