package io.github.inceptionlens.dictionary.evaluation;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode.Kind;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedDictionary.CurvePoint;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures dictionaries of a layer on vectors that they were not learned from, beside codes that
 * say how much of that is no merit of theirs: the same training with random atoms or a random
 * encoder that stay, principal components, non-negative factors, means of groups, random
 * directions, the channels, the mean.
 *
 * @see <a href="https://arxiv.org/abs/2602.14111">the comparison with what is random</a>
 */
public final class DictionaryEvaluation {

  /** So many vectors of either kind are looked at for the figures at most. */
  private static final int MOST = 50_000;

  private final VectorSource vectors;
  private final PictureSplit split;
  private final EvaluationRequest request;
  private final String layer;

  /**
   * @param layer that the vectors are of, canonical name
   * @param split what new codes are learned from, and what all are measured on
   */
  public DictionaryEvaluation(
      final VectorSource vectors,
      final PictureSplit split,
      final String layer,
      final EvaluationRequest request) {
    this.vectors = vectors;
    this.split = split;
    this.layer = layer;
    this.request = request;
  }

  /**
   * Measures a dictionary.
   *
   * @throws UserError when it has no way back, or is of another number of channels
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public EvaluatedDictionary of(final Dictionary dictionary, final Progress progress) {
    final CodeMaker maker = new CodeMaker(dictionary, vectors, split, layer, request);
    final List<String> notes = new ArrayList<>(maker.notes());
    final List<CodeMaker.Task> tasks = maker.tasks();
    final List<CodeMaker.Task> more = maker.curve();
    final int parts = tasks.size() + more.size();
    final List<EvaluatedCode> codes = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      final CodeMaker.Task task = tasks.get(i);
      final Progress part = progress.part(i, parts);
      attempt(task, notes, () -> codes.add(measured(task, part)));
    }
    final List<CurvePoint> curve = new ArrayList<>();
    for (int i = 0; i < more.size(); i++) {
      final CodeMaker.Task task = more.get(i);
      final Progress part = progress.part(tasks.size() + i, parts);
      attempt(task, notes, () -> curve.add(point(task, part)));
    }
    return new EvaluatedDictionary(dictionary.name(), maker.mean(), compared(codes), curve, notes);
  }

  private void attempt(final CodeMaker.Task task, final List<String> notes, final Runnable work) {
    try {
      work.run();
    } catch (final UserError e) {
      if (task.isGiven()) {
        throw e;
      }
      final String note = task.kind() + " is left out: " + e.getMessage();
      if (!notes.contains(note)) {
        notes.add(note);
      }
    }
  }

  private EvaluatedCode measured(final CodeMaker.Task task, final Progress progress) {
    final SparseCode code = task.make().apply(progress.part(0, 2));
    final Progress looking = progress.part(1, 2);
    final CodeFigures heldOut =
        CodeFigures.of(code, vectors, split.heldOut(), MOST, looking.part(0, 2));
    final CodeFigures learned =
        CodeFigures.of(code, vectors, split.training(), MOST, looking.part(1, 2));
    return new EvaluatedCode(
        task.kind(),
        task.seed(),
        code,
        heldOut.using(learned),
        task.kind() == Kind.MEAN ? Double.NaN : DecoderCosines.neighbor(code),
        Double.NaN);
  }

  private CurvePoint point(final CodeMaker.Task task, final Progress progress) {
    final SparseCode code = task.make().apply(progress.part(0, 2));
    final CodeFigures figures =
        CodeFigures.of(code, vectors, split.heldOut(), MOST, progress.part(1, 2));
    return new CurvePoint(task.kind(), task.k(), figures.active(), figures.unexplained());
  }

  /** With what they have in common with the others of their kind. */
  private static List<EvaluatedCode> compared(final List<EvaluatedCode> codes) {
    return codes.stream().collect(Collectors.groupingBy(EvaluatedCode::kind)).values().stream()
        .flatMap(kind -> stable(kind).stream())
        .sorted(Comparator.comparing(EvaluatedCode::kind))
        .toList();
  }

  private static List<EvaluatedCode> stable(final List<EvaluatedCode> kind) {
    final int count = kind.size();
    final double[] sums = new double[count];
    for (int one = 0; one < count; one++) {
      for (int other = one + 1; other < count; other++) {
        final double mean =
            DecoderCosines.of(kind.get(one).code(), kind.get(other).code()).matched();
        sums[one] += mean;
        sums[other] += mean;
      }
    }
    final List<EvaluatedCode> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final EvaluatedCode one = kind.get(i);
      all.add(
          new EvaluatedCode(
              one.kind(),
              one.seed(),
              one.code(),
              one.figures(),
              one.neighbor(),
              count > 1 ? sums[i] / (count - 1) : Double.NaN));
    }
    return all;
  }
}
