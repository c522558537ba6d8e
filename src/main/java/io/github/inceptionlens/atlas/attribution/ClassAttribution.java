package io.github.inceptionlens.atlas.attribution;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.KeptRows;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.collection.sample.SampledUnits;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What embedded places contribute to every class: the place's vector times the derivative of the
 * class's score, on the picture that it is from.
 *
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public final class ClassAttribution {

  /** A vector counts as the same one when it differs by at most such a part of its length. */
  private static final double SAME = 0.02;

  /** Changes when places come to other numbers. */
  private static final String VERSION = "class attribution 1";

  /** So many places are kept at once. */
  private static final int PART = 1024;

  private final Map<Integer, float[]> found = new LinkedHashMap<>();
  private final Map<String, Integer> missing = new LinkedHashMap<>();

  private ClassAttribution() {}

  /**
   * Attributes. Each picture is read again, once; places whose picture is gone or changed are left
   * out.
   *
   * @param rows which of the embedded vectors
   * @param pictures in which the sample's pictures are found by their paths
   * @throws UserError when the sample does not say where its vectors are from
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static ClassAttribution of(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final int[] rows,
      final ImageCollection<? extends SourcePicture> pictures,
      final Progress progress) {
    final ClassAttribution all = new ClassAttribution();
    all.look(network, embedded, rows, pictures, some -> {}, progress);
    return all;
  }

  /**
   * The same, where what was attributed before is read; what is new is kept as it comes, also where
   * the user stops it.
   *
   * @param kept under a name of {@link #key}
   */
  public static ClassAttribution of(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final int[] rows,
      final ImageCollection<? extends SourcePicture> pictures,
      final KeptRows kept,
      final Progress progress) {
    final Map<Integer, float[]> before = kept.find();
    final ClassAttribution fresh = new ClassAttribution();
    final int[] missing = IntStream.of(rows).filter(row -> !before.containsKey(row)).toArray();
    final Map<Integer, float[]> unkept = new LinkedHashMap<>();
    try {
      fresh.look(
          network,
          embedded,
          missing,
          pictures,
          some -> {
            unkept.putAll(some);
            if (unkept.size() >= PART) {
              kept.keep(unkept);
              unkept.clear();
            }
          },
          progress);
    } finally {
      kept.keep(unkept);
    }
    IntStream.of(rows)
        .filter(before::containsKey)
        .forEach(row -> fresh.found.putIfAbsent(row, before.get(row)));
    return fresh;
  }

  /** What the attributions of an embedding's vectors depend on, in a short name. */
  public static String key(final InceptionV1 network, final SampleEmbedding embedded) {
    final ActivationSample sample = embedded.sample();
    return KeptRows.key(
        sample,
        String.join(
            "\n",
            VERSION,
            network.digest(List.of(Architecture.LOGITS)),
            network.digest(List.of(sample.requireOf(network).name())),
            String.valueOf(Arrays.hashCode(embedded.rows()))));
  }

  private void look(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final int[] rows,
      final ImageCollection<? extends SourcePicture> pictures,
      final Consumer<Map<Integer, float[]>> looked,
      final Progress progress) {
    final Map<PictureId, List<Integer>> wanted = byPicture(embedded, rows);
    int done = 0;
    for (final Map.Entry<PictureId, List<Integer>> one : wanted.entrySet()) {
      progress.at((double) done / wanted.size(), "Attributing places to classes ...");
      final Map<Integer, float[]> some =
          read(network, embedded, one.getKey(), one.getValue(), pictures);
      found.putAll(some);
      looked.accept(some);
      done++;
    }
  }

  private static Map<PictureId, List<Integer>> byPicture(
      final SampleEmbedding embedded, final int[] rows) {
    final ActivationSample sample = embedded.sample();
    final Map<PictureId, List<Integer>> wanted = new LinkedHashMap<>();
    for (final int row : rows) {
      final long own = embedded.rows()[row];
      final PictureId id = new PictureId(sample.image(own).path(), place(sample, own).slice());
      wanted.computeIfAbsent(id, any -> new ArrayList<>()).add(row);
    }
    return wanted;
  }

  private static SampledPlace place(final ActivationSample sample, final long row) {
    return sample
        .place(row)
        .orElseThrow(
            () ->
                new UserError(
                    "the sample \""
                        + sample.file()
                        + "\" does not say where its vectors are from, so that they cannot be"
                        + " attributed to classes: make one with Sample Activations..."));
  }

  private Map<Integer, float[]> read(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final PictureId id,
      final List<Integer> rows,
      final ImageCollection<? extends SourcePicture> pictures) {
    final Map<Integer, float[]> some = new LinkedHashMap<>();
    String reason = "it has changed since it was sampled";
    try {
      pictures.pictures(
          Set.of(id), picture -> attribute(network, embedded, rows, picture, some), Progress.NONE);
    } catch (final UserError e) {
      reason = e.getMessage();
    }
    final int lost = rows.size() - some.size();
    if (lost > 0) {
      missing.merge(id + " (" + reason + ")", lost, Integer::sum);
    }
    return some;
  }

  private static void attribute(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final List<Integer> rows,
      final SourcePicture source,
      final Map<Integer, float[]> some) {
    final ActivationSample sample = embedded.sample();
    final Picture picture = source.view().picture();
    final String layer = sample.requireOf(network).name();
    final PlaceAttribution places = PlaceAttribution.of(network, picture, layer);
    final SampledUnits lookup = SampledUnits.of(places.map().geometry(), source);
    final List<Integer> known = new ArrayList<>();
    final List<Integer> units = new ArrayList<>();
    for (final int row : rows) {
      final long own = embedded.rows()[row];
      final OptionalInt unit = lookup.unit(place(sample, own));
      if (unit.isPresent() && isSame(places.vector(unit.getAsInt()), sample.row(own))) {
        known.add(row);
        units.add(unit.getAsInt());
      }
    }
    final float[][] classes = places.classes(network, picture, units);
    for (int i = 0; i < known.size(); i++) {
      some.put(known.get(i), classes[i]);
    }
  }

  private static boolean isSame(final float[] one, final float[] other) {
    double difference = 0;
    double length = 0;
    for (int i = 0; i < one.length; i++) {
      difference += ((double) one[i] - other[i]) * (one[i] - other[i]);
      length += (double) other[i] * other[i];
    }
    return difference <= SAME * SAME * length;
  }

  /**
   * What an embedded vector contributes to every class, in units of the scores, [class].
   *
   * @param row of the embedding
   * @return nothing where it was not asked for, or its picture could not be read
   */
  public Optional<float[]> of(final int row) {
    return Optional.ofNullable(found.get(row));
  }

  /** The embedded vectors that are attributed, in no order. */
  public int[] rows() {
    return found.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** What was left out, in a sentence; none where nothing was. */
  public List<String> notes() {
    if (missing.isEmpty()) {
      return List.of();
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "%,d places of %,d pictures are not attributed to classes, the first of %s",
            missing.values().stream().mapToInt(Integer::intValue).sum(),
            missing.size(),
            missing.keySet().iterator().next()));
  }
}
