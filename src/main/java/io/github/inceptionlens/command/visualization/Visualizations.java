package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import ij.gui.Plot;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A visualization as ImageJ shows it: image, 32-bit image and plot. */
public final class Visualizations {

  private static final Pattern STEPS =
      Pattern.compile("\\s*|\\s*\\d{1,9}\\s*(?:,\\s*\\d{1,9}\\s*)*+");

  private final String objective;
  private final String described;
  private final Visualization seen;
  private final PictureStack pictures;
  private final Provenance provenance;

  /**
   * @param objective as the user wrote it
   * @param network on which it was made
   * @param provenance network, version and macro line
   */
  public Visualizations(
      final String objective,
      final Visualization seen,
      final InceptionV1 network,
      final Provenance provenance) {
    final EntryLabels labels = network.architecture().entryLabels();
    this.objective = labels.described(objective);
    this.described = labels.described(seen.objective());
    this.seen = seen;
    this.provenance = provenance.with(seen.provenance());
    this.pictures =
        new PictureStack(
            seen.frames().stream().map(Frame::picture).toList(),
            seen.frames().stream().map(this::label).toList());
  }

  /**
   * Reads the steps after which pictures are kept, such as {@code 0,16,64}.
   *
   * @throws UserError when the text has another form
   */
  static List<Integer> steps(final String text) {
    if (!STEPS.matcher(text).matches()) {
      throw new UserError(
          "snapshots is \"" + text + "\", expected steps with commas between, such as 0,16,64");
    }
    return Choices.list(text, ",").filter(step -> !step.isEmpty()).map(Integer::valueOf).toList();
  }

  /** The steps up to one, as they are written. */
  static String upTo(final int last, final List<Integer> steps) {
    return steps.stream()
        .filter(step -> step <= last)
        .map(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private String label(final Frame frame) {
    return String.format(
        Locale.ROOT,
        "%s%s step %d value %.4g",
        described,
        facet(frame.facet()),
        frame.step(),
        frame.value());
  }

  private String facet(final int index) {
    return seen.courses().size() > 1 ? " facet " + (index + 1) : "";
  }

  private String title() {
    return seen.interrupted() ? objective + " stopped at step " + seen.steps() : objective;
  }

  /**
   * The RGB image, a slice per facet and snapshot.
   *
   * @param live the image on the screen that is to show it
   */
  public ImagePlus image(final Optional<ImagePlus> live) {
    return pictures.image(live, title(), provenance);
  }

  /** The 32-bit hyperstack. */
  ImagePlus raw() {
    return pictures.raw(title() + "-raw", provenance);
  }

  /** The 32-bit stack of where the objective depended on the pictures, a slice per facet. */
  ImagePlus importance() {
    final MapStack first = seen.importance().get(0);
    return ResultImages.ofMade(
        first.withPlanes(seen.importance().stream().map(map -> map.plane(0)).toList()),
        IntStream.range(0, seen.importance().size())
            .mapToObj(facet -> described + facet(facet) + " importance")
            .toList(),
        title() + "-importance",
        provenance);
  }

  /** What came out, facet by facet. */
  public List<Frame> results() {
    return seen.results();
  }

  /** Where everything of it comes from. */
  public Provenance provenance() {
    return provenance;
  }

  /** What was raised, step by step, a line per facet. */
  Plot plot() {
    final Plot plot = new Plot("Course of " + title(), "Step", "Objective on the moved picture");
    final int count = seen.courses().size();
    for (int facet = 0; facet < count; facet++) {
      final float[] course = seen.courses().get(facet);
      final double[] steps = new double[course.length];
      final double[] values = new double[course.length];
      for (int i = 0; i < course.length; i++) {
        steps[i] = i + 1;
        values[i] = course[i];
      }
      plot.setColor(Color.getHSBColor((float) facet / count, 0.9f, 0.7f));
      plot.add("line", steps, values);
    }
    return plot;
  }

  /** What a reader must know before looking at the picture. */
  public List<String> notes() {
    return seen.interrupted()
        ? List.of("Visualization of " + objective + " was stopped after step " + seen.steps())
        : List.of();
  }
}
