package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Pictures that are shown to units, and what they show.
 *
 * @param title names them, in titles
 * @param pictures themselves
 * @param stimuli one per picture
 * @param period after how many degrees angles are the same again
 */
record ShownStimuli(
    String title, ImageCollection<StimulusPicture> pictures, List<Shown> stimuli, double period) {

  ShownStimuli {
    stimuli = List.copyOf(stimuli);
  }

  /**
   * One of them.
   *
   * @param id of its picture
   * @param turned what is turned; empty for a synthetic stimulus
   * @param rank which of several things of that name
   * @param source where it is from
   */
  record Shown(
      PictureId id,
      Map<StimulusParameter, Double> values,
      String turned,
      int rank,
      Source source) {}

  /**
   * Where a picture is from.
   *
   * @param collection the folder that the image's path is relative to; empty for an open image
   * @param image its path or title
   * @param slice from 1
   * @param x the column about which it was turned, in pixels; NaN for a whole slice
   * @param y the row of the same
   */
  record Source(String collection, String image, int slice, double x, double y) {}

  /** What is turned, in order; an empty text for synthetic stimuli. */
  List<String> turned() {
    return stimuli.stream().map(Shown::turned).distinct().toList();
  }

  /** Whether pictures are of an image, turned. */
  boolean isTurned() {
    return !turned().get(0).isEmpty();
  }

  /** The indices of the stimuli that show one thing. */
  int[] indices(final String what) {
    return IntStream.range(0, stimuli.size())
        .filter(i -> stimuli.get(i).turned().equals(what))
        .toArray();
  }

  /** What those show. */
  StimulusSet set(final int... indices) {
    return new StimulusSet(
        IntStream.of(indices).mapToObj(i -> stimuli.get(i).values()).toList(), period);
  }

  /** The same, where angles are the same again after another period. */
  ShownStimuli withPeriod(final double degrees) {
    return new ShownStimuli(title, pictures, stimuli, degrees);
  }

  /**
   * Refuses stimuli that do not differ.
   *
   * @throws io.github.inceptionlens.core.UserError with what may differ
   */
  void requireVaried() {
    set(indices(stimuli.get(0).turned())).requireVaried();
  }
}
