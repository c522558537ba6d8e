package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;

/** What a saliency map can be tested for without knowing the truth. */
public enum SaliencyMeasure {

  /** Whether the score rises early when the largest values' pixels come first (Petsiuk 2018). */
  INSERTION {
    @Override
    public Findings of(final MapUnderTest tested, final Progress progress) {
      return InsertionDeletion.insertion(tested).findings(progress);
    }
  },

  /** Whether the score falls early when the largest values' pixels go first (Petsiuk 2018). */
  DELETION {
    @Override
    public Findings of(final MapUnderTest tested, final Progress progress) {
      return InsertionDeletion.deletion(tested).findings(progress);
    }
  },

  /** Whether the map predicts what the target loses with a square (Yeh et al. 2019). */
  INFIDELITY {
    @Override
    public Findings of(final MapUnderTest tested, final Progress progress) {
      return new InfidelityTest(tested).findings(progress);
    }
  },

  /** How far the map moves when the picture hardly does (Yeh et al. 2019). */
  SENSITIVITY {
    @Override
    public Findings of(final MapUnderTest tested, final Progress progress) {
      return new MaxSensitivity(tested).findings(progress);
    }
  },

  /** How similar the map stays while the network forgets (Adebayo et al. 2018). */
  RANDOMIZATION {
    @Override
    public Findings of(final MapUnderTest tested, final Progress progress) {
      return ModelRandomization.findings(tested, progress);
    }
  };

  /** The text that stands for all measures. */
  public static final String ALL = "all";

  /**
   * Tests a map.
   *
   * @param progress is notified of every batch of passes
   */
  public abstract Findings of(MapUnderTest tested, Progress progress);

  /** The name in dialogs and macros. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a list such as {@code insertion, randomization}, in any case, or {@value #ALL}.
   *
   * @return each measure once, in the order of the list
   * @throws UserError when there is none of a name, or the list is empty
   */
  public static List<SaliencyMeasure> parse(final String list) {
    if (list.strip().equalsIgnoreCase(ALL)) {
      return List.of(values());
    }
    return Choices.list(list, ",").map(SaliencyMeasure::named).distinct().toList();
  }

  private static SaliencyMeasure named(final String label) {
    final String today = label.replaceAll("(?i)randomisation", "randomization");
    return Choices.named("an entry of measures", today, values(), SaliencyMeasure::label);
  }
}
