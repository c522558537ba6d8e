package io.github.inceptionlens.command.file;

import ij.ImagePlus;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.GrowingResult;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.image.result.SliceKeeper;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A result that is made slice by slice, in Java's memory or in a folder; the slices that are
 * finished stay when it is stopped.
 */
public final class KeptResult {

  private final Optional<ResultFolder> folder;
  private final GrowingResult growing;
  private final Provenance made;
  private final String name;

  private KeptResult(
      final String name,
      final Optional<ResultFolder> folder,
      final GrowingResult growing,
      final Provenance made) {
    this.name = name;
    this.folder = folder;
    this.growing = growing;
    this.made = made;
  }

  /**
   * A result without slices.
   *
   * @param folder where the slices are written; without one they stay in memory
   * @param units slices per frame
   * @param what what the image shows, for its title and the files' names
   * @param made how it is made
   * @throws io.github.inceptionlens.core.UserError as {@link ResultFolder#of}
   */
  public static KeptResult of(
      final Optional<Path> folder,
      final ImageInput input,
      final ResultImages results,
      final int units,
      final String what,
      final Provenance made) {
    final String name = input.shortTitle() + "-" + what;
    final Optional<ResultFolder> ready =
        folder.map(
            path ->
                ResultFolder.of(path, name, results.size(units), input.provenance().with(made)));
    final SliceKeeper keeper =
        ready
            .<SliceKeeper>map(files -> files)
            .orElseGet(() -> SliceKeeper.inMemory(results.width(), results.height()));
    return new KeptResult(name, ready, new GrowingResult(results, units, what, keeper), made);
  }

  /** Adds the next slice: of the first frame all units, then of the next. */
  public void add(final String label, final float[] plane) {
    add(label, plane, made);
  }

  /** The same of a slice that says of itself how it was made. */
  public void add(final String label, final float[] plane, final Provenance slice) {
    growing.add(label, plane, slice);
  }

  /** The finished image. */
  public ImagePlus image() {
    return image(made);
  }

  /** The same where all that is known of it was known in the end only. */
  public ImagePlus image(final Provenance all) {
    return growing.image(all);
  }

  /** What stays of a result that was stopped, as a stack; nothing before the first slice. */
  public Optional<ImagePlus> part() {
    return growing.part(made);
  }

  /** What a person must know of a result that was stopped; nothing where nothing stays. */
  public Optional<String> note() {
    if (growing.slices() == 0) {
      return Optional.empty();
    }
    final String where = folder.map(files -> "kept in \"" + files.folder() + "\"").orElse("shown");
    final String slices =
        growing.slices() == 1
            ? "the finished slice is"
            : "its " + growing.slices() + " finished slices are";
    return Optional.of(String.format(Locale.ROOT, "%s was stopped: %s %s", name, slices, where));
  }
}
