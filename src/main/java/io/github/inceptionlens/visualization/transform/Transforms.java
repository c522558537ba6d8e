package io.github.inceptionlens.visualization.transform;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is done with a picture at random before each step, so that what is found does not hang on
 * single pixels. Every draw leaves pictures of the same size.
 */
public sealed interface Transforms permits AffineTransforms, RandomCrops {

  /** Lucid's: pad 12, jitter 8, scale 0.90 to 1.10, turn -10 to 10 degrees, jitter 4. */
  Transforms STANDARD =
      new AffineTransforms(
          "standard",
          12,
          8,
          IntStream.rangeClosed(0, 10).mapToObj(i -> 0.9 + i / 50.0).toList(),
          Stream.concat(IntStream.rangeClosed(-10, 10).boxed(), Stream.generate(() -> 0).limit(5))
              .toList(),
          4);

  /** Shifts alone: pad 12, jitter 8, jitter 4. */
  Transforms JITTER = new AffineTransforms("jitter", 12, 8, List.of(1.0), List.of(0), 4);

  /** The picture as it is. */
  Transforms NONE = new AffineTransforms("none", 0, 0, List.of(1.0), List.of(0), 0);

  /**
   * Those of magnitude-constrained optimization: crops whose side falls from half of the picture to
   * a twentieth (of 512 pixels, and never less), and noise of 0.08 of the range of pixels,
   * Xplique's figures; but 8 crops instead of 32, for speed.
   *
   * @see <a href="https://arxiv.org/abs/2306.06805">Fel et al. 2023</a>
   */
  Transforms CROPS = new RandomCrops(8, 0.5, 0.05, 0.08);

  /**
   * The transforms with the given label, in any case.
   *
   * @throws UserError when there are none
   */
  static Transforms named(final String label) {
    return Choices.named(
        "transforms", label, List.of(STANDARD, JITTER, NONE, CROPS), Transforms::label);
  }

  /** The name in dialogs, macros and results. */
  String label();

  /** What is drawn from, in a few words. */
  String description();

  /** The length of a transformed side. */
  int output(int length);

  /** As how many transformed pictures each picture is shown at a step. */
  int copies();
}
