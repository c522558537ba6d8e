package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.command.window.OverlayPreview;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows which pixels a class, a unit or any other target depends on: raw values, 32-bit. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Saliency Map...",
    description =
        "Shows which pixels a class, a network channel or any other target depends on, as a 32-bit map of"
            + " raw values.")
public final class SaliencyMapCommand extends OneMethodCommand
    implements CostEstimate, Previewable {

  /** More are too slow to follow a dialog. */
  private static final int MOST_PREVIEWED = 4;

  /** What an overlay keeps per frame: the map, how it is seen, and both on the region. */
  private static final int PLANES = 4;

  private static final String ALIGNED = "aligned";

  @Parameter(
      persist = false,
      label = "Between the positions of a layer",
      choices = {ALIGNED, "smooth", "resized"},
      attrs = {@Attr(name = MacroKeys.ADVANCED), @Attr(name = MacroKeys.DIALOG, value = "smooth")},
      description = SaliencyTexts.REGISTRATION)
  private String registration = ALIGNED;

  @Parameter(persist = false, label = "Overlay on the image", description = SaliencyTexts.OVERLAY)
  private boolean overlay;

  @Parameter(
      persist = false,
      label = "Opacity (%)",
      min = "0",
      max = "100",
      style = "slider",
      description = SaliencyTexts.OPACITY)
  private int opacity = 60;

  @Parameter(
      persist = false,
      label = "All slices and time points",
      description = ParameterTexts.STACK)
  private boolean stack;

  @Parameter(
      required = false,
      persist = false,
      label = "Folder for maps too large for memory",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.FOLDER)
  private String folder = "";

  @Parameter(type = ItemIO.OUTPUT, label = "Saliency map")
  private ImagePlus map;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  private final OverlayPreview preview = new OverlayPreview();

  @Override
  public String forecast() {
    return passes(ImageInput.of(image(), input(stack)));
  }

  @Override
  public void preview() {
    final AttributionMethod chosen = method();
    final InputRequest asked = input(false);
    final ImageInput input = ImageInput.of(image(), asked);
    final AttributionRequest request = request(chosen, asked, input);
    if (chosen.passes(request, input.networkWidth(), input.networkHeight()) > MOST_PREVIEWED) {
      preview.takeAway();
      throw new UserError(chosen.name() + " takes too long for a preview");
    }
    final SaliencyMaps maps =
        work(
            (inception, progress) -> {
              requireRoom(input, true);
              ResultImages.onPicture(input).requireRoom(1);
              final SaliencyMaps.Shown shown = shown(inception, true);
              return SaliencyMaps.of(
                  inception,
                  input,
                  chosen,
                  request,
                  shown,
                  shown.kept(input, chosen, Optional.empty()),
                  progress);
            });
    preview.show(image(), maps.overlay(opacity));
  }

  @Override
  public boolean isRead(final String key) {
    return key.equals("registration") ? readsLayer() : super.isRead(key);
  }

  private boolean readsLayer() {
    return method().options().contains(AttributionMethod.Option.LAYER);
  }

  @Override
  public Optional<String> proposal(final String key) {
    return key.equals("folder") ? Optional.of("") : super.proposal(key);
  }

  @Override
  public void cancel() {
    preview.takeAway();
  }

  @Override
  protected void compute() {
    cancel();
    final AttributionMethod chosen = method();
    final InputRequest asked = input(stack);
    final ImageInput input = ImageInput.of(image(), asked);
    uses(input);
    final AttributionRequest request = request(chosen, asked, input);
    final SaliencyMaps maps =
        work(
            (inception, progress) -> {
              final long start = System.nanoTime();
              final SaliencyMaps made = maps(inception, input, chosen, request, progress);
              took(made.passes(), input, start);
              return made;
            });
    if (overlay) {
      maps.overlay(opacity).show(image());
    }
    map = maps.image();
    final List<String> unread =
        new ArrayList<>(SaliencyOptions.notes("Saliency map", chosen, request));
    if (!registration.equals(ALIGNED) && !readsLayer()) {
      unread.add("Saliency map: " + chosen.name() + " does not read registration");
    }
    notes = maps.notes(unread);
  }

  private SaliencyMaps maps(
      final InceptionV1 inception,
      final ImageInput input,
      final AttributionMethod chosen,
      final AttributionRequest request,
      final Progress progress) {
    requireRoom(input, overlay);
    final Optional<Path> place = folderFor(folder, ResultImages.onPicture(input).size(1));
    final SaliencyMaps.Shown shown = shown(inception, overlay);
    final KeptResult kept = shown.kept(input, chosen, place);
    final AtomicReference<SaliencyMaps> maps = new AtomicReference<>();
    fill(
        kept,
        () -> maps.set(SaliencyMaps.of(inception, input, chosen, request, shown, kept, progress)),
        part -> map = part);
    return maps.get();
  }

  private static void requireRoom(final ImageInput input, final boolean overlaid) {
    if (overlaid) {
      ActivationLayer.requireRoom(input, PLANES);
    }
  }

  private SaliencyMaps.Shown shown(final InceptionV1 inception, final boolean overlaid) {
    return new SaliencyMaps.Shown(
        reading(), Registration.of(registration), provenance(inception), overlaid);
  }
}
