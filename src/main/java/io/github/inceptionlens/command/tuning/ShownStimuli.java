package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusPainter;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.geometry.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pictures that are shown to units, and what they show.
 *
 * @param title names them, in titles
 * @param pictures themselves
 * @param stimuli one per picture
 * @param period after how many degrees angles are the same again
 */
public record ShownStimuli(
    String title, ImageCollection<StimulusPicture> pictures, List<Shown> stimuli, double period) {

  /** Copies the list. */
  public ShownStimuli {
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
  public record Shown(
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
  public record Source(String collection, String image, int slice, double x, double y) {}

  /**
   * Pictures that are drawn.
   *
   * @param title names them
   * @param stimuli of one kind
   */
  public static ShownStimuli drawn(
      final String title, final List<Stimulus> stimuli, final StimulusLook look) {
    final List<StimulusPicture> pictures = new ArrayList<>();
    final List<Shown> shown = new ArrayList<>();
    for (final Stimulus one : stimuli) {
      final PictureId id = new PictureId(title, pictures.size() + 1);
      final View view = View.of(StimulusPainter.paint(one, look));
      pictures.add(new StimulusPicture(id, view, look.side() / 2, look.side() / 2));
      final Source source = new Source("", title, id.slice(), Double.NaN, Double.NaN);
      shown.add(new Shown(id, one.values(), "", 1, source));
    }
    final CollectionImage stack = new CollectionImage(title, Optional.empty(), "", "", "");
    return new ShownStimuli(
        title,
        new ImageCollection<>("image", title, List.of(stack), List.of(), one -> pictures),
        shown,
        stimuli.get(0).kind().period());
  }

  /** What is turned, in order; an empty text for synthetic stimuli. */
  public List<String> turned() {
    return stimuli.stream().map(Shown::turned).distinct().toList();
  }

  /** The indices of all stimuli. */
  public int[] all() {
    return IntStream.range(0, stimuli.size()).toArray();
  }

  /** Whether pictures are of an image, turned. */
  public boolean isTurned() {
    return !turned().get(0).isEmpty();
  }

  /** The indices of the stimuli that show one thing. */
  public int[] indices(final String what) {
    return IntStream.range(0, stimuli.size())
        .filter(i -> stimuli.get(i).turned().equals(what))
        .toArray();
  }

  /** What those show. */
  public StimulusSet set(final int... indices) {
    return new StimulusSet(
        IntStream.of(indices).mapToObj(i -> stimuli.get(i).values()).toList(), period);
  }

  /** The same, where angles are the same again after another period. */
  public ShownStimuli withPeriod(final double degrees) {
    return new ShownStimuli(title, pictures, stimuli, degrees);
  }

  /**
   * Refuses stimuli that do not differ.
   *
   * @throws io.github.inceptionlens.core.UserError with what may differ
   */
  public void requireVaried() {
    set(indices(stimuli.get(0).turned())).requireVaried();
  }
}
