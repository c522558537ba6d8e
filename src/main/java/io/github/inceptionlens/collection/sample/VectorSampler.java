package io.github.inceptionlens.collection.sample;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.SamplePart.Counts;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.download.FileDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Draws vectors of a layer with their places from the pictures of a collection, onto the disk: to a
 * hidden file beside the one that is to be made.
 *
 * <p>Any cut of the pictures into parts, and any order, makes the same file.
 */
public final class VectorSampler
    implements KeptCollector<Seen<?>, SamplePart, DrawnSample>, AutoCloseable {

  private final InceptionV1 network;
  private final ImageCollection<?> collection;
  private final Layer layer;
  private final SampleRequest request;
  private final Path file;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<SamplePart> parts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int digested = -1;
  private byte[] digest = new byte[SamplePart.DIGEST];

  /**
   * @param collection whose pictures are going to be looked at
   * @param file the one that is to be made
   */
  public VectorSampler(
      final InceptionV1 network,
      final ImageCollection<?> collection,
      final Layer layer,
      final SampleRequest request,
      final Path file) {
    this.network = network;
    this.collection = collection;
    this.layer = layer;
    this.request = request;
    this.file = file;
    for (int i = 0; i < collection.images().size(); i++) {
      indices.put(collection.images().get(i).path(), i);
    }
  }

  @Override
  public Supplier<SamplePart> supplier() {
    return () -> part(this::freshPlace);
  }

  /** Beside the file; of several parts each has a name of its own. */
  private Path freshPlace() {
    int number = 0;
    while (!names.add(partName(number))) {
      number++;
    }
    return file.resolveSibling(partName(number));
  }

  private String partName(final int number) {
    return SampleFile.hidden(file, (number == 0 ? "" : "." + number) + ".part");
  }

  private SamplePart part(final Supplier<Path> place) {
    final String key =
        FileCache.key(
            String.join("\n", digest(), layer.name(), collection.digest(), request.toString()));
    final SamplePart part =
        new SamplePart(place, key, (long) layer.channels() * request.precision().bytes());
    parts.add(part);
    return part;
  }

  private String digest() {
    return network.digest(List.of(layer.name()));
  }

  @Override
  public BiConsumer<SamplePart, Seen<?>> accumulator() {
    return this::look;
  }

  private void look(final SamplePart part, final Seen<?> seen) {
    final FeatureMap map = seen.activations().map(layer.name());
    final View view = seen.view();
    final int[] units = new PlaceDraw(request).units(map, view, seen.source().id());
    final int[] places = new int[2 * units.length];
    for (int i = 0; i < units.length; i++) {
      places[2 * i] = seen.source().left() + PlaceDraw.x(map, view, units[i]);
      places[2 * i + 1] = seen.source().top() + PlaceDraw.y(map, view, units[i]);
    }
    final float[][] planes = new float[layer.channels()][];
    for (int channel = 0; channel < planes.length; channel++) {
      planes[channel] = map.channel(channel);
    }
    final int image = indices.get(seen.source().id().image());
    part.append(
        image,
        seen.source().id().slice(),
        digest(image),
        places,
        (row, bytes) -> put(planes, units[row], bytes, seen));
  }

  private void put(
      final float[][] planes, final int unit, final ByteBuffer bytes, final Seen<?> seen) {
    for (final float[] plane : planes) {
      if (!request.precision().holds(plane[unit])) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "%s has a value of %s on \"%s\", which float16 does not hold: choose"
                    + " precision=float32",
                layer,
                plane[unit],
                seen.source().id()));
      }
      request.precision().put(bytes, plane[unit]);
    }
  }

  /** Of the image's file, while it is still in the system's memory; zeros where there is none. */
  private byte[] digest(final int index) {
    if (index != digested) {
      digested = index;
      digest = digest(collection.images().get(index));
    }
    return digest;
  }

  private static byte[] digest(final CollectionImage image) {
    if (image.file().isEmpty()) {
      return new byte[SamplePart.DIGEST];
    }
    try (InputStream in = Files.newInputStream(image.file().get())) {
      final String text = FileDigest.of(in);
      return HexFormat.of().parseHex(text.substring(text.indexOf(':') + 1));
    } catch (final IOException e) {
      return new byte[SamplePart.DIGEST];
    }
  }

  @Override
  public BinaryOperator<SamplePart> combiner() {
    return (one, other) -> {
      one.append(other);
      return one;
    };
  }

  @Override
  public Function<SamplePart, DrawnSample> finisher() {
    return part -> new DrawnSample(part, collection, layer, request);
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final SamplePart part) {
    part.force();
    return new Gson().toJsonTree(part.counts());
  }

  @Override
  public SamplePart restored(final JsonElement kept) {
    final Counts counts = new Gson().fromJson(kept, Counts.class);
    final SamplePart part = part(() -> file.resolveSibling(counts.file()));
    part.restore(counts);
    names.add(counts.file());
    return part;
  }

  /**
   * Makes the file of what was drawn; what was unfinished goes.
   *
   * @param texts for the metadata, beside those of the request, the network and the collection
   * @throws UserError when nothing was drawn, or the disk refuses
   */
  public void write(final DrawnSample drawn, final Map<String, String> texts) {
    final Map<String, String> all = new LinkedHashMap<>();
    all.put(SampleFile.LAYER, layer.name());
    all.put(SampleFile.NETWORK, network.architecture().name());
    all.put(SampleFile.DIGEST, digest());
    all.put("collection", collection.name());
    all.put("collection_digest", collection.digest());
    all.put("from", request.from().label());
    all.put("per_picture", request.isBounded() ? String.valueOf(request.perPicture()) : "all");
    all.put("margin", String.valueOf(request.margin()));
    all.put("seed", String.valueOf(request.seed()));
    all.put("precision", request.precision().label());
    all.put("looked", String.valueOf(drawn.pictures()));
    all.put("skipped", new Gson().toJson(collection.look().skipped()));
    texts.forEach(all::putIfAbsent);
    drawn.write(all, file);
  }

  /** Removes what is unfinished. */
  void discard() throws IOException {
    for (final SamplePart part : parts) {
      part.discard();
    }
  }

  /** Closes the unfinished file, which stays where nothing was made of it. */
  @Override
  public void close() {
    parts.forEach(SamplePart::close);
  }
}
