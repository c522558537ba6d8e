package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusLook;
import io.github.inceptionlens.circuit.stimulus.StimulusPainter;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.circuit.stimulus.StimulusSeries;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.MacroLine;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.SelectionText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Makes stacks of synthetic stimuli. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Make Stimuli...",
    description =
        "Makes pictures of known geometry, whose angle, curvature, size, contrast, color or frequency"
            + " varies, as a stack with a table: for Tuning Curve... and every other command.")
public final class MakeStimuliCommand extends LensCommand {

  private static final String AUTO = "auto";
  private static final String LIST =
      " Numbers with commas between, or a range with a step such as 0-345-15; auto is what suits the"
          + " kind.";

  /** Kinds that are drawn with lines. */
  private static final Set<StimulusKind> LINES =
      Set.of(StimulusKind.CURVES, StimulusKind.BARS, StimulusKind.CORNERS, StimulusKind.CROSSES);

  private static final Set<StimulusKind> AREAS = Set.of(StimulusKind.CURVES, StimulusKind.CORNERS);

  @Parameter(
      persist = false,
      label = "Show",
      choices = {
        "curves",
        "edges",
        "bars",
        "gratings",
        "corners",
        "crosses",
        "color",
        "frequency",
        "roi"
      },
      description =
          "What the pictures show; roi: what is selected on your image, turned and scaled about its"
              + " center.")
  private String kind = "curves";

  @Parameter(
      persist = false,
      label = "Angles (degrees)",
      description = "Counterclockwise from the x axis; of color the hues." + LIST)
  private String angles = AUTO;

  @Parameter(
      persist = false,
      label = "Curvatures (1 by the radius in pixels)",
      description = "Of curves; 0 is a straight line." + LIST)
  private String curvatures = AUTO;

  @Parameter(
      persist = false,
      label = "Sizes (pixels)",
      description =
          "Lengths of lines and bars, of a corner's legs, diameters of the round window of edges and"
              + " gratings and of a colored disc (0: all of the picture); of roi factors."
              + LIST)
  private String sizes = AUTO;

  @Parameter(
      persist = false,
      label = "Contrasts (0 to 1)",
      description =
          "How far the foreground is from the background; of color the saturation." + LIST)
  private String contrasts = AUTO;

  @Parameter(
      persist = false,
      label = "Frequencies (cycles per pixel)",
      description = "Of gratings, up to 0.5." + LIST)
  private String frequencies = AUTO;

  @Parameter(
      persist = false,
      label = "Phases (degrees)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "Of gratings; 0 has the crest of the foreground in the middle." + LIST)
  private String phases = AUTO;

  @Parameter(
      persist = false,
      label = "Width and height (pixels)",
      min = "8",
      max = "2048",
      description = "The side of each picture.")
  private int size = 224;

  @Parameter(
      persist = false,
      label = "Line width (pixels)",
      description = "Of curves, bars, corners and crosses.")
  private double line = 3;

  @Parameter(
      persist = false,
      label = "Fill curves and corners",
      description = "Draw the disc within a curve, or all between a corner's legs.")
  private boolean filled;

  @Parameter(
      persist = false,
      label = "Opening of corners (degrees)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "The angle between a corner's legs, below 180.")
  private double opening = 90;

  @Parameter(
      persist = false,
      label = "Foreground",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "What is drawn: a gray value from 0 (black) to 255, or a color such as #ff8800.")
  private String foreground = "0";

  @Parameter(
      persist = false,
      label = "Background",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "What it is drawn on, as foreground; of edges and gratings the other extreme; of roi always"
              + " the selection's mean color.")
  private String background = "255";

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Stimuli")
  private ImagePlus stimuli;

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Stimuli")
  private ResultsTable table;

  @Override
  public List<Suggestion> suggestions(final String key) {
    return switch (key) {
      case "angles", "curvatures", "sizes", "contrasts", "frequencies", "phases" ->
          List.of(new Suggestion(AUTO, "what suits the kind"));
      default -> super.suggestions(key);
    };
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "line" -> LINES.contains(kind()) && !(filled && AREAS.contains(kind()));
      case "filled" -> AREAS.contains(kind());
      case "opening" -> kind() == StimulusKind.CORNERS;
      case "foreground", "background" -> kind() != StimulusKind.ROI;
      default -> parameter(key).isPresent() || !isList(key);
    };
  }

  private static boolean isList(final String key) {
    return List.of(StimulusParameter.values()).stream().anyMatch(one -> one.key().equals(key));
  }

  /** The parameter of the kind that a key lists. */
  private Optional<StimulusParameter> parameter(final String key) {
    return kind().parameters().stream().filter(one -> one.key().equals(key)).findFirst();
  }

  @Override
  public void check(final String key, final Object value) {
    final String text = String.valueOf(value);
    switch (key) {
      case "foreground", "background" -> StimulusColor.parse(key, text);
      case "kind" -> {
        if (kind() == StimulusKind.ROI) {
          SelectedPatch.require(WindowManager.getCurrentImage());
        }
      }
      default -> {
        if (isList(key) && isGiven(text)) {
          NumberList.parse(key, text);
        }
        super.check(key, value);
      }
    }
  }

  private static boolean isGiven(final String text) {
    return !text.strip().equalsIgnoreCase(AUTO);
  }

  private StimulusKind kind() {
    return StimulusKind.named("kind", kind);
  }

  @Override
  protected void compute() {
    final StimulusLook look =
        new StimulusLook(
            size,
            line,
            opening,
            filled,
            StimulusColor.parse("foreground", foreground),
            StimulusColor.parse("background", background));
    final List<Stimulus> all = StimulusSeries.of(kind(), size, values());
    final Function<Stimulus, Picture> painter = painter(look);
    final StimulusStack stack = new StimulusStack(all, size);
    final boolean gray =
        kind() != StimulusKind.COLOR && StimulusStack.isGray(painter.apply(all.get(0)));
    stimuli = lens().reporting(progress -> stack.image(painter, gray, made(), progress));
    table = stack.table(stimuli.getTitle());
  }

  private Function<Stimulus, Picture> painter(final StimulusLook look) {
    if (kind() != StimulusKind.ROI) {
      return one -> StimulusPainter.paint(one, look);
    }
    final ImagePlus image = WindowManager.getCurrentImage();
    final SelectedPatch patch = SelectedPatch.of(image);
    selects(Optional.of(SelectionText.of(image)));
    return one -> patch.draw(one, size);
  }

  private Map<StimulusParameter, List<Double>> values() {
    final Map<String, String> texts =
        Map.of(
            "angles", angles,
            "curvatures", curvatures,
            "sizes", sizes,
            "contrasts", contrasts,
            "frequencies", frequencies,
            "phases", phases);
    final Map<StimulusParameter, List<Double>> values = new EnumMap<>(StimulusParameter.class);
    for (final StimulusParameter one : StimulusParameter.values()) {
      if (isGiven(texts.get(one.key()))) {
        values.put(one, NumberList.parse(one.key(), texts.get(one.key())));
      }
    }
    if (filled && kind() == StimulusKind.CURVES) {
      values.putIfAbsent(StimulusParameter.SIZE, List.of(0.0));
    }
    return values;
  }

  /** Not a result that is no image of the user's: these are there to be looked at. */
  private Provenance made() {
    return Provenance.made().with("sample", MacroLine.of(this));
  }
}
