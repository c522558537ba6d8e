package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.cache.NamedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Embeddings that are found again: by what they depend on, beside the kept samples and like these
 * only as long as there is room; or under a name, with the vectors and their places, until they are
 * removed.
 */
public final class Embeddings {

  /** Changes when the same vectors come to lie elsewhere. */
  private static final String VERSION = "embedding 1";

  /** The text of a file that tells what the embedding depends on. */
  private static final String KEY = "embedding_key";

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

  private final FileCache kept;
  private final NamedFiles named;

  /**
   * @param kept for those without a name
   * @param named for those with one
   */
  public Embeddings(final FileCache kept, final NamedFiles named) {
    this.kept = kept;
    this.named = named;
  }

  /** Those of this computer's user. */
  public static Embeddings standard() {
    final NetworkStore store = NetworkStore.standard();
    final Path folder = store.folder().resolve(".embeddings");
    return new Embeddings(
        store.kept().samples(),
        new NamedFiles(folder, "embedding", "embeddings", NAME.asMatchPredicate()));
  }

  /**
   * What an embedding depends on, in a short name.
   *
   * @param sample what the sample is
   * @param request how it is embedded
   */
  public static String key(final String sample, final Object request) {
    return FileCache.key(String.join("\n", VERSION, sample, request.toString()));
  }

  /** The embedding that was kept under a key; nothing where there is none. */
  public Optional<KeptEmbedding> find(final String key) {
    return kept.findFile(key).flatMap(Embeddings::read);
  }

  /** The embedding of a name, with the rows of the sample, where it is that of a key. */
  public Optional<KeptEmbedding> find(final String name, final String key) {
    return named.find(name).flatMap(Embeddings::read).filter(one -> isOf(one, key));
  }

  private static boolean isOf(final KeptEmbedding embedding, final String key) {
    return key.equals(embedding.texts().get(KEY));
  }

  private static Optional<KeptEmbedding> read(final Path file) {
    try {
      return Optional.of(EmbeddingFile.read(file));
    } catch (final IOException | UserError e) {
      return Optional.empty();
    }
  }

  /** Keeps an embedding; where the disk refuses, it is made anew. */
  public void keep(final String key, final KeptEmbedding embedding) {
    try {
      kept.keepFile(key, new EmbeddingFile(embedding, Optional.empty())::write);
    } catch (final IOException e) {
      return;
    }
  }

  /**
   * Keeps an embedding under a name, with its vectors and their places, all of it or nothing.
   *
   * @param key what it depends on
   * @param replace whether one of that name goes
   * @throws UserError when there is one and it is to stay, or the disk refuses
   */
  public void keep(
      final String name,
      final String key,
      final KeptEmbedding embedding,
      final ActivationSample sample,
      final boolean replace) {
    final Map<String, String> texts = new LinkedHashMap<>(embedding.texts());
    texts.put(KEY, key);
    final KeptEmbedding whole =
        new KeptEmbedding(embedding.rows(), embedding.order(), embedding.points(), texts);
    named.keepFile(name, new EmbeddingFile(whole, Optional.of(sample))::write, replace);
  }

  /** The names of all that have one, sorted. */
  public List<String> names() {
    return named.names();
  }

  /**
   * The file of a name.
   *
   * @throws UserError when there is none, with those that there are
   */
  public Path file(final String name) {
    return named.get(name);
  }

  /**
   * The same.
   *
   * @param key what the user gave the name for, which the sentence names
   */
  public Path file(final String key, final String name) {
    return named.get(key, name);
  }

  /**
   * The vectors of a name's embedding, with their places, in the order of {@link #read}.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public ActivationSample sample(final String name) {
    try {
      return ActivationSample.open(file(name));
    } catch (final IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * The embedding of a name, of the vectors of {@link #sample}.
   *
   * @throws UserError when there is none of that name, or its file is damaged
   */
  public KeptEmbedding read(final String name) {
    try {
      final KeptEmbedding read = EmbeddingFile.read(file(name));
      final long[] own = LongStream.range(0, read.size()).toArray();
      return new KeptEmbedding(own, read.order(), read.points(), read.texts());
    } catch (final IOException e) {
      throw unreadable(name, e);
    }
  }

  /**
   * Copies the file of a name, all of it or nothing.
   *
   * @param replace whether a file that is there goes
   * @throws UserError when there is no such embedding, a file that is to stay, or the disk refuses
   */
  public void export(final String name, final Path path, final boolean replace) {
    final Path own = file(name);
    NamedFiles.export(fresh -> Files.copy(own, fresh), path, replace);
  }

  /**
   * Keeps a copy of an embedding's file under a name, all of it or nothing.
   *
   * @param replace whether one of that name goes
   * @throws UserError when it is no such file, or damaged, or there is one that is to stay
   */
  public void bring(final Path path, final String name, final boolean replace) {
    requireName(name);
    requireFree(name, replace);
    try {
      final int size = EmbeddingFile.read(path).size();
      final long vectors = ActivationSample.open(path).size();
      if (vectors != size) {
        throw new UserError(
            "\""
                + path
                + "\" has "
                + size
                + " points for "
                + vectors
                + " vectors: choose another file");
      }
    } catch (final IOException e) {
      throw new UserError("\"" + path + "\" cannot be read: " + e.getMessage(), e);
    }
    named.keepFile(name, fresh -> Files.copy(path, fresh), replace);
  }

  private UserError unreadable(final String name, final IOException reason) {
    return new UserError("\"" + file(name) + "\" cannot be read: " + reason.getMessage(), reason);
  }

  /**
   * Refuses what is no name.
   *
   * @throws UserError with what a name is
   */
  public static void requireName(final String name) {
    if (!NAME.matcher(name).matches()) {
      throw new UserError(
          "name is \""
              + name
              + "\", but an embedding's name is a letter and up to 39 letters, digits and underscores");
    }
  }

  /**
   * Refuses the name of an embedding that is to stay.
   *
   * @throws UserError with the name
   */
  public void requireFree(final String name, final boolean replace) {
    named.requireFree(name, replace);
  }

  /**
   * Removes the embedding of a name.
   *
   * @throws UserError when there is none
   */
  public void remove(final String name) {
    named.remove(name);
  }
}
