package io.github.inceptionlens.collection.sample;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.ImageCollection.Look;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Samples that are found again by what they depend on; the oldest go where there are more than 4 GB
 * of them.
 */
public final class Samples {

  /** Changes when samples come to other vectors or places. */
  private static final String VERSION = "sample 1";

  /** Larger files are not copied. */
  private static final long MOST_COPIED = 1L << 30;

  private final FileCache files;

  /**
   * @param files where they are kept
   */
  public Samples(final FileCache files) {
    this.files = files;
  }

  /** Those of this computer's user. */
  public static Samples standard() {
    return new Samples(NetworkStore.standard().kept().samples());
  }

  /**
   * What a sample depends on, in a short name.
   *
   * @param seen how images become pictures, beside what the collection says: fit, range, selection
   */
  public static String key(
      final InceptionV1 network,
      final Layer layer,
      final ImageCollection<?> collection,
      final Object request,
      final String seen) {
    return FileCache.key(
        String.join(
            "\n",
            VERSION,
            network.digest(List.of(layer.name())),
            layer.name(),
            collection.digest(),
            request.toString(),
            seen));
  }

  /** The sample that was kept under a key; nothing where there is none. */
  public Optional<ActivationSample> find(final String key) {
    try {
      final Optional<Path> file = files.findFile(key);
      return file.isPresent() ? Optional.of(ActivationSample.open(file.get())) : Optional.empty();
    } catch (final IOException | UserError e) {
      return Optional.empty();
    }
  }

  /**
   * What came of looking at the pictures when a sample of ours was made.
   *
   * @throws UserError when the sample does not say
   */
  public static Look look(final ActivationSample sample) {
    final Map<String, String> said = sample.metadata();
    try {
      return new Look(
          Integer.parseInt(said.get("looked")),
          List.of(new Gson().fromJson(said.get("skipped"), SkippedImage[].class)));
    } catch (final JsonParseException | NumberFormatException | NullPointerException e) {
      throw new UserError(
          "a sample that was kept is damaged: run InceptionV1 Networks... with action=clear_cache",
          e);
    }
  }

  /**
   * Writes a copy, which is there at once and whole.
   *
   * @throws UserError when the disk refuses
   */
  public static void copy(final ActivationSample sample, final Path target) {
    final Path fresh = target.resolveSibling(SampleFile.hidden(target, ".whole.part"));
    try {
      try {
        Files.copy(sample.file(), fresh, StandardCopyOption.REPLACE_EXISTING);
        SampleFile.move(fresh, target);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (final IOException e) {
      throw new UserError(
          "file \""
              + target
              + "\" cannot be written: "
              + e.getMessage()
              + "; see that there is room",
          e);
    }
  }

  /** Keeps the bytes of a file; where the disk refuses, it is made anew. */
  public void keep(final String key, final byte[] sample) {
    try {
      files.keepFile(key, fresh -> Files.write(fresh, sample));
    } catch (final IOException e) {
      return;
    }
  }

  /** Keeps a copy, unless it is larger than 1 GB; where the disk refuses, it is made anew. */
  public void keep(final String key, final Path sample) {
    try {
      if (Files.size(sample) <= MOST_COPIED) {
        files.keepFile(
            key, fresh -> Files.copy(sample, fresh, StandardCopyOption.REPLACE_EXISTING));
      }
    } catch (final IOException e) {
      return;
    }
  }

  /**
   * The sample of a collection, which is made where it was not before; after a stop the same call
   * goes on from there.
   *
   * @param layer with positions
   * @param seen how images become pictures, beside what the collection says: fit, range, selection
   * @throws UserError when no picture can be looked at, none gives a vector, or the disk refuses
   */
  public <P extends SourcePicture> ActivationSample of(
      final ImageCollection<P> collection,
      final InceptionV1 network,
      final Layer layer,
      final SampleRequest request,
      final String seen,
      final Progress progress) {
    final String key = key(network, layer, collection, request, seen);
    final Optional<ActivationSample> kept = find(key);
    if (kept.isPresent()) {
      collection.looked(look(kept.get()));
      return kept.get();
    }
    try {
      files.keepFile(key, fresh -> make(collection, network, layer, request, key, fresh, progress));
    } catch (final IOException e) {
      throw new UserError(
          "a sample cannot be kept: " + e.getMessage() + "; see that there is room", e);
    }
    return find(key).orElseThrow(() -> new UserError("a sample was removed while it was made"));
  }

  /** Goes on from where an earlier call was stopped; what that drew is kept meanwhile. */
  private <P extends SourcePicture> void make(
      final ImageCollection<P> collection,
      final InceptionV1 network,
      final Layer layer,
      final SampleRequest request,
      final String key,
      final Path file,
      final Progress progress)
      throws IOException {
    final Path begun = files.begun(key);
    try (VectorSampler sampler = new VectorSampler(network, collection, layer, request, begun)) {
      final Scan<P> scan = new Scan<>(network, List.of(layer.name()), collection);
      final Ride<P, ?, DrawnSample> drawn = scan.ride("sample", sampler);
      scan.run(Optional.of(new ScanJournal(files, key, ScanJournal.USUAL_PAUSE)), progress);
      try {
        sampler.write(drawn.result(), Map.of());
        Files.move(begun, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        sampler.discard();
      }
    }
  }
}
