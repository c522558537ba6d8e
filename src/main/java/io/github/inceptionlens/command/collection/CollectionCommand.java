package io.github.inceptionlens.command.collection;

import ij.ImagePlus;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import org.scijava.ItemIO;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * A command that shows many images to the network, in one scan that goes on where an earlier call
 * was ended.
 */
public abstract class CollectionCommand extends NetworkCommand implements NeedsNetwork {

  @Parameter(
      persist = false,
      label = "Images",
      style = "directory",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.IMAGES)
  private String images;

  @Parameter(
      persist = false,
      label = "Number of pictures",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.LIMIT)
  private String limit = PictureLimit.ALL;

  @Parameter(
      persist = false,
      label = "Seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "What is left to chance is drawn from it: the same seed draws the same.")
  private long seed;

  @Parameter(
      persist = false,
      label = "Pixel values shown as black to white",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.RANGE)
  private String range = "auto";

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  /** A command that looks at the slices of the current image, unless others are named. */
  protected CollectionCommand() {
    this("stack");
  }

  /**
   * @param usual which images are looked at where none are named
   */
  protected CollectionCommand(final String usual) {
    images = usual;
  }

  /** What chance is drawn from. */
  protected final long seed() {
    return seed;
  }

  /** How many pictures are looked at, where not all of them. */
  protected final OptionalInt limit() {
    return PictureLimit.of(limit);
  }

  /** The pixel values that the network sees as black and white, as the user wrote them. */
  protected final String range() {
    return range;
  }

  /** What the user named. */
  protected final String images() {
    return images;
  }

  /** Says something in the Log. */
  protected final void note(final String line) {
    notes = notes == null ? new ArrayList<>() : notes;
    notes.add(line);
  }

  /**
   * The pictures that the user named, every slice of each image.
   *
   * @param fit how an image becomes a picture
   * @param seen which part of an image is shown, by the request with fit and range
   * @throws io.github.inceptionlens.core.UserError when there are none
   */
  protected final ImageCollection<InputPicture> collection(
      final Fit fit, final BiFunction<ImagePlus, InputRequest, ImageInput> seen) {
    return collection(fit, (path, image, request) -> seen.apply(image, request));
  }

  /** What the network is shown of an image. */
  @FunctionalInterface
  protected interface Seeing {

    /**
     * Looks at an image.
     *
     * @param path of the image in the collection
     * @throws io.github.inceptionlens.core.UserError when it is of no use; it is left out then
     */
    ImageInput of(String path, ImagePlus image, InputRequest request);
  }

  /** The same, where the image's path matters. */
  protected final ImageCollection<InputPicture> collection(final Fit fit, final Seeing seen) {
    final InputRequest request = request(fit);
    selects(UserImages.selection(images));
    return UserImages.named("images", images, (path, image) -> seen(path, image, request, seen))
        .limited(limit(), seed);
  }

  /** All slices of an image in the range that the user gave. */
  protected final InputRequest request(final Fit fit) {
    return new InputRequest(fit, 1, DisplayRange.parse(range), true);
  }

  private ImageInput seen(
      final String path, final ImagePlus image, final InputRequest request, final Seeing seen) {
    final ImageInput input = seen.of(path, image, request);
    usesOne(input);
    return input;
  }

  /**
   * Shows the pictures to the network, from where an earlier call of the same kind was ended.
   *
   * @param parameters what the result depends on beside network, pictures and this command
   * @param outputs makes the command's outputs of what was collected, also where the user stopped
   *     it
   * @throws CancellationException when the user stopped it, after the outputs were made
   */
  protected final <P extends SourcePicture> void scan(
      final Scan<P> scan,
      final ImageCollection<P> pictures,
      final InceptionV1 network,
      final List<Object> parameters,
      final Runnable outputs,
      final Progress progress) {
    final ResumedScans scans = scans();
    scans.run(
        scan,
        pictures,
        scans.journal(network, pictures, parameters(parameters)),
        outputs,
        progress);
  }

  /**
   * Shows the pictures to the network in the first of several scans that make one result.
   *
   * @param parameters as of {@link #scan}
   * @return what is kept of the scan until the result is made; to be discarded then
   * @throws CancellationException when the user stopped it
   */
  protected final ScanJournal scanFirst(
      final Scan<InputPicture> scan,
      final ImageCollection<InputPicture> pictures,
      final InceptionV1 network,
      final List<Object> parameters,
      final Progress progress) {
    final ResumedScans scans = scans();
    final ScanJournal journal = scans.journal(network, pictures, parameters(parameters)).lasting();
    scans.run(scan, pictures, journal, () -> {}, progress);
    return journal;
  }

  private ResumedScans scans() {
    return new ResumedScans(getClass(), name(), this::note, this::looked);
  }

  private List<Object> parameters(final List<Object> others) {
    return List.of(range, others);
  }

  /** The command's label, as sentences name it. */
  protected final String name() {
    return getClass().getAnnotation(Plugin.class).label().replace("...", "");
  }
}
