package io.github.inceptionlens.command.evidence;

import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.activation.example.SampledPlaces;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.natural.NaturalPlace;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.result.PicturePairs;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.reading.Queries;
import io.github.inceptionlens.reading.TwoAlternatives;
import io.github.inceptionlens.reading.TwoAlternatives.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A two-alternative test of a unit on the user's own images.
 *
 * <p>The pictures that drive the unit most are its references and never asked for, whether they are
 * shown or not: so the same seed asks the same whatever the references.
 *
 * @param described the unit as a reader is told of it
 * @param references the places of those pictures, strongest first
 * @param drawn the trials
 * @param places where the queries are, one pair per trial
 * @param pairs the queries themselves
 */
record TwoAlternativeTask(
    Unit unit,
    String described,
    List<Example> references,
    TwoAlternatives drawn,
    List<Places> places,
    PicturePairs pairs) {

  /** How many candidates there are to be for each trial, so that the extreme quarters suffice. */
  private static final int CANDIDATES = 6;

  private static final int FEWEST_QUERIED = 2;

  /**
   * What is asked.
   *
   * @param examples how many pictures are references
   * @param trials how many trials there are
   * @param seed what is drawn from
   */
  record Design(int examples, Queries queries, int trials, long seed) {

    private static final int MOST_EXAMPLES = 16;
    private static final int MOST_TRIALS = 200;

    /** Refuses numbers out of range. */
    Design {
      check("examples", examples, MOST_EXAMPLES);
      check("trials", trials, MOST_TRIALS);
    }

    private static void check(final String key, final int number, final int most) {
      if (number < 1 || number > most) {
        throw new UserError(key + " is " + number + ", expected 1 to " + most);
      }
    }
  }

  /** Where the two queries of a trial are. */
  record Places(NaturalPlace left, NaturalPlace right) {}

  /** Copies the lists. */
  TwoAlternativeTask {
    references = List.copyOf(references);
    places = List.copyOf(places);
  }

  /**
   * Looks through images and draws trials.
   *
   * @param unit with canonical names
   * @throws UserError when there are too few pictures
   */
  static TwoAlternativeTask of(
      final InceptionV1 network,
      final Unit unit,
      final ImageCollection<InputPicture> images,
      final Design design,
      final Progress progress) {
    final SampledPlaces sampled = new SampledPlaces(network, unit, design.seed());
    images.forEach(picture -> sampled.look(picture.id(), picture.view()), progress);
    check(sampled.pictures(), design);
    final List<Example> references = sampled.strongest(design.examples());
    final int queried = sampled.pictures() - design.examples();
    final int perPicture = (CANDIDATES * design.trials() + queried - 1) / queried;
    final List<Example> candidates = sampled.places(perPicture, references);
    final TwoAlternatives drawn = draw(candidates, design);
    final int width = sampled.cropWidth();
    final int height = sampled.cropHeight();
    final PicturePairs pairs = new PicturePairs(width, height, design.trials());
    final List<Places> places = new ArrayList<>();
    for (final TwoAlternatives.Trial trial : drawn.trials()) {
      final NaturalCrop left =
          NaturalCrop.window(candidates.get(trial.left()), images, width, height);
      final NaturalCrop right =
          NaturalCrop.window(candidates.get(trial.right()), images, width, height);
      places.add(new Places(left.place(), right.place()));
      pairs.add("Trial " + places.size(), left.pixels(), right.pixels());
    }
    final String described = network.architecture().entryLabels().described(unit);
    return new TwoAlternativeTask(unit, described, references, drawn, places, pairs);
  }

  private static TwoAlternatives draw(final List<Example> candidates, final Design design) {
    final List<PictureId> pictures = candidates.stream().map(Example::picture).distinct().toList();
    return TwoAlternatives.of(
        candidates.stream()
            .map(one -> new Candidate(pictures.indexOf(one.picture()), one.value()))
            .toList(),
        design.queries(),
        design.trials(),
        design.seed());
  }

  private static void check(final int pictures, final Design design) {
    final int needed = design.examples() + FEWEST_QUERIED;
    if (pictures < needed) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s, but the test needs at least %d: %d as references, which are"
                  + " not asked for, and %d to ask for; add some, or ask for fewer examples",
              pictures == 1 ? "there is 1 picture" : "there are " + pictures + " pictures",
              needed,
              design.examples(),
              FEWEST_QUERIED));
    }
  }
}
