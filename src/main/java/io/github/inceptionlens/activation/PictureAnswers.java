package io.github.inceptionlens.activation;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Collects an answer for each picture of a collection.
 *
 * @param <A> an answer, which Gson can write and read
 */
public abstract class PictureAnswers<A> implements KeptCollector<Seen<?>, List<A>, List<A>> {

  private final Class<A[]> type;
  private final Function<A, PictureId> picture;

  /**
   * @param type of an array of answers
   * @param picture which picture an answer is about
   */
  protected PictureAnswers(final Class<A[]> type, final Function<A, PictureId> picture) {
    this.type = type;
    this.picture = picture;
  }

  /** The answer to one picture. */
  protected abstract A answer(Seen<?> seen);

  @Override
  public final Supplier<List<A>> supplier() {
    return ArrayList::new;
  }

  @Override
  public final BiConsumer<List<A>, Seen<?>> accumulator() {
    return (answers, seen) -> answers.add(answer(seen));
  }

  @Override
  public final BinaryOperator<List<A>> combiner() {
    return (one, other) -> {
      one.addAll(other);
      return one;
    };
  }

  /** In the order of the pictures' names. */
  @Override
  public final Function<List<A>, List<A>> finisher() {
    return answers -> answers.stream().sorted(Comparator.comparing(picture)).toList();
  }

  @Override
  public final Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public final JsonElement keep(final List<A> answers) {
    return KeptJson.gson().toJsonTree(answers);
  }

  @Override
  public final List<A> restored(final JsonElement kept) {
    return new ArrayList<>(List.of(KeptJson.gson().fromJson(kept, type)));
  }
}
