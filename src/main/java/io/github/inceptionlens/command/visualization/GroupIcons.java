package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.LayerDirections;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** What groups look for: a picture of each group's direction, before the layer's rectifier. */
public final class GroupIcons {

  public static final String QUICK = "quick";
  public static final String FINE = "fine";
  public static final String CUSTOM = "custom";
  public static final int QUICK_SIZE = 80;
  public static final int QUICK_STEPS = 64;

  public static final String PRESET =
      "quick ("
          + QUICK_SIZE
          + " pixels, "
          + QUICK_STEPS
          + " steps), fine (128 pixels, 256 steps) or custom: size and steps as given.";

  private static final String NAME = "neuron_groups";

  private final Map<Unit, Picture> pictures = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  private final String command;

  private GroupIcons(final String command) {
    this.command = command;
  }

  /**
   * How icons are made.
   *
   * @param size of {@link #CUSTOM}, in pixels
   * @param steps of the same
   */
  public static VisualizationRequest request(final String preset, final int size, final int steps) {
    final VisualizationRequest standard =
        VisualizationRequest.STANDARD.parameterization(
            Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN));
    return switch (preset) {
      case FINE -> standard;
      case CUSTOM -> standard.size(size).steps(steps);
      default -> standard.size(QUICK_SIZE).steps(QUICK_STEPS);
    };
  }

  /** The unit whose picture is a group's. */
  public static Unit unit(final int group) {
    return new Unit(NAME, group);
  }

  /**
   * Makes the pictures, or finds them in an album.
   *
   * @param command the name of the command, for notes
   * @param viewer sees them grow, by {@link #unit}
   */
  public static GroupIcons of(
      final String command,
      final InceptionV1 network,
      final NeuronGroups groups,
      final VisualizationRequest request,
      final PictureCache album,
      final UnitGallery.Viewer viewer,
      final Progress progress) {
    final GroupIcons icons = new GroupIcons(command);
    final LayerDirections directions = groups.directions();
    final Graft graft =
        new Graft(
            NAME,
            TargetBinding.beforeRectifier(network, groups.layer().unit(0)).layer(),
            new Graft.Affine(directions.rows(), new float[directions.count()]),
            Nonlinearity.NONE,
            Optional.empty());
    final List<Unit> units =
        IntStream.range(0, directions.count()).mapToObj(GroupIcons::unit).toList();
    try (InceptionV1 grafted = network.with(List.of(graft))) {
      icons.take(UnitGallery.of(grafted, units, request, album, viewer, progress));
    } catch (final CancellationException stop) {
      icons.notes.add(command + ": stopped before the first icon was finished");
    }
    return icons;
  }

  private void take(final UnitGallery gallery) {
    gallery.portraits().forEach(one -> pictures.put(one.unit(), one.frame().picture()));
    gallery.failures().forEach(failure -> notes.add(command + ": " + failure));
    if (gallery.interrupted()) {
      notes.add(
          command
              + ": stopped before all icons were finished; the same command goes on"
              + " from there");
    }
  }

  /** Those that are finished, by {@link #unit}. */
  public Map<Unit, Picture> pictures() {
    return pictures;
  }

  /** What a reader must know before looking at them. */
  public List<String> notes() {
    return notes;
  }
}
