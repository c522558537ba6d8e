package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.evaluation.DictionaryEvaluation;
import io.github.inceptionlens.dictionary.evaluation.DownstreamEffect;
import io.github.inceptionlens.dictionary.evaluation.DownstreamFigures;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedDictionary;
import io.github.inceptionlens.dictionary.evaluation.EvaluationRequest;
import io.github.inceptionlens.dictionary.evaluation.TrainingRecipe;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.SampleVectors;
import io.github.inceptionlens.dictionary.vectors.VectorOrigin;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Measures a dictionary on vectors, and on pictures. */
final class DictionaryMeasuring {

  private final Dictionary dictionary;
  private final InceptionV1 network;
  private final Layer layer;
  private final EvaluationRequest request;
  private final SampleVectors vectors;
  private final PictureSplit split;

  /**
   * @param heldOut the part of the pictures that is measured on
   */
  DictionaryMeasuring(
      final Dictionary dictionary,
      final InceptionV1 network,
      final Layer layer,
      final LearnedSample from,
      final EvaluationRequest request,
      final double heldOut) {
    this.dictionary = dictionary;
    this.network = network;
    this.layer = layer;
    this.request = request;
    vectors = new SampleVectors(from.sample());
    split = PictureSplit.of(vectors, heldOut, request.seed());
  }

  /** The figures of vectors. */
  DictionaryFigures vectors(final Progress progress) {
    final EvaluatedDictionary evaluated =
        new DictionaryEvaluation(vectors, split, layer.name(), request).of(dictionary, progress);
    final List<String> notes = new ArrayList<>(evaluated.notes());
    if (split.unit() == PictureSplit.Unit.PLACE || split.unit() == PictureSplit.Unit.SLICE) {
      notes.add(
          "measured on a part of the one image ("
              + split.unit().words(split.wholes())
              + "), which may look like the rest: the figures flatter");
    }
    TrainingRecipe.of(dictionary)
        .filter(one -> one.seed() != request.seed())
        .ifPresent(
            one ->
                notes.add(
                    String.format(
                        Locale.ROOT,
                        "%s was trained with seed %d, but seed is %d, so that it may have learned"
                            + " from what is held out here",
                        dictionary.name(),
                        one.seed(),
                        request.seed())));
    return new DictionaryFigures(evaluated, List.of(), notes);
  }

  /**
   * The same with the effect on the network's answer, on pictures that nothing learned from.
   *
   * @param show takes what there is, also where the user stopped it
   */
  void downstream(
      final DictionaryFigures figures,
      final ImageCollection<InputPicture> pictures,
      final Consumer<DictionaryFigures> show,
      final Progress progress) {
    final Set<PictureId> learned = learned();
    final DownstreamEffect effect =
        new DownstreamEffect(
            network,
            layer.name(),
            figures.evaluated().codes().stream().map(EvaluatedCode::code).toList(),
            figures.evaluated().mean(),
            seen -> !learned.contains(seen.source().id()));
    final Scan<InputPicture> scan = new Scan<>(network, effect.names(), pictures);
    final Ride<InputPicture, ?, List<DownstreamFigures>> ride = scan.ride("effect", effect);
    try {
      scan.run(Optional.empty(), progress);
    } finally {
      show.accept(new DictionaryFigures(figures.evaluated(), ride.result(), figures.notes()));
    }
  }

  /** The pictures that codes were learned from; none where places of one picture are held out. */
  private Set<PictureId> learned() {
    final Set<PictureId> pictures = new HashSet<>();
    if (split.unit() != PictureSplit.Unit.PLACE) {
      for (final int row : split.training()) {
        final VectorOrigin origin = vectors.origin(row);
        pictures.add(new PictureId(origin.image(), origin.slice()));
      }
    }
    return pictures;
  }
}
