package io.github.inceptionlens.activation;

import com.google.gson.JsonElement;
import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.activation.PictureClasses.Answer;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the network takes each picture of a collection for: its most probable classes.
 *
 * <pre>{@code
 * PictureClasses classes = new PictureClasses(network, 5);
 * Scan<SourcePicture> scan = new Scan<>(network, ClassRanking.NAMES, collection);
 * Ride<SourcePicture, ?, List<Answer>> answers = scan.ride("classes", classes);
 * }</pre>
 */
public final class PictureClasses implements KeptCollector<Seen<?>, List<Answer>, List<Answer>> {

  private final List<String> labels;
  private final int top;

  /**
   * @param top how many classes are kept of each picture, best first
   * @throws io.github.inceptionlens.core.UserError when the network has no classifier, or {@code
   *     top} is out of range
   */
  public PictureClasses(final InceptionV1 network, final int top) {
    ClassRanking.requireTop(network, top);
    labels = network.architecture().classes();
    this.top = top;
  }

  /**
   * The answer to one picture.
   *
   * @param picture which picture
   * @param label what the collection says that it shows; empty for nothing
   * @param best its most probable classes, best first
   */
  public record Answer(PictureId picture, String label, List<Score> best) {}

  @Override
  public Supplier<List<Answer>> supplier() {
    return ArrayList::new;
  }

  @Override
  public BiConsumer<List<Answer>, Seen<?>> accumulator() {
    return (answers, seen) ->
        answers.add(
            new Answer(
                seen.source().id(),
                seen.source().label(),
                ClassRanking.best(ClassRanking.scores(labels, seen.activations()), top)));
  }

  @Override
  public BinaryOperator<List<Answer>> combiner() {
    return (one, other) -> {
      one.addAll(other);
      return one;
    };
  }

  /** In the order of the pictures' names. */
  @Override
  public Function<List<Answer>, List<Answer>> finisher() {
    return answers -> answers.stream().sorted(Comparator.comparing(Answer::picture)).toList();
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final List<Answer> answers) {
    return KeptJson.gson().toJsonTree(answers);
  }

  @Override
  public List<Answer> restored(final JsonElement kept) {
    return new ArrayList<>(List.of(KeptJson.gson().fromJson(kept, Answer[].class)));
  }
}
