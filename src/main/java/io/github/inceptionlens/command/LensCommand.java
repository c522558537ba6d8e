package io.github.inceptionlens.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.command.cost.BandsSeen;
import io.github.inceptionlens.command.cost.PassTimes;
import io.github.inceptionlens.command.file.FolderQuestion;
import io.github.inceptionlens.command.file.KeptResult;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.ResultSize;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.service.LensService;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.scijava.ItemIO;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/**
 * A command that tells a user's error in one sentence, as SciJava's cancel reason, instead of
 * failing with a stack trace.
 */
public abstract class LensCommand extends ContextCommand implements Replayable, DialogSupport {

  @Parameter(type = ItemIO.OUTPUT, label = "Warnings")
  private List<String> warnings;

  @Parameter(
      type = ItemIO.OUTPUT,
      label = "InceptionV1 Skipped",
      attrs = {
        @Attr(name = ResultTables.NAME, value = "skipped"),
        @Attr(name = ResultTables.LINES)
      })
  private ResultsTable skipped;

  private final Map<String, Object> done = new HashMap<>();
  private final Set<SkippedImage> named = new HashSet<>();
  private final BandsSeen bands = new BandsSeen();
  private Optional<Architecture> networkUsed = Optional.empty();
  private Optional<String> selectionUsed = Optional.empty();
  private String rangeUsed = "";
  private String collectionUsed = "";
  private FolderQuestion question = FolderQuestion.NOBODY;

  @Override
  public final void run() {
    IJ.resetEscape();
    warnings = null;
    skipped = null;
    bands.clear();
    try {
      final ResultTables tables = ResultTables.of(this);
      lens().stoppableBy(() -> isCanceled() || IJ.escapePressed(), () -> compute(tables));
    } catch (final UserError error) {
      cancel(error.getMessage());
    }
  }

  private void compute(final ResultTables tables) {
    try {
      compute();
    } catch (final CancellationException stopped) {
      tables.finish(facts());
      throw stopped;
    }
    tables.finish(facts());
  }

  private RunFacts facts() {
    return new RunFacts(networkUsed, selectionUsed, collectionUsed, rangeUsed, bands.words());
  }

  /** What owns the networks. */
  protected final LensService lens() {
    return LensService.of(getContext());
  }

  /** The architecture that the keys name, where there is such a network. */
  protected Optional<Architecture> namedArchitecture() {
    return Optional.empty();
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return KeySuggestions.of(key, namedArchitecture());
  }

  @Override
  public boolean isRead(final String key) {
    return true;
  }

  @Override
  public void check(final String key, final Object value) {
    KeyChecks.check(key, value, namedArchitecture());
  }

  /** Remembers that a key's value was not what was done, but another one. */
  protected final void did(final String key, final Object value) {
    done.put(key, value);
  }

  @Override
  public final Object replayed(final String key, final Object input) {
    return done.getOrDefault(key, input);
  }

  /** Has a person asked where a folder is needed that the keys do not name. */
  public final void asks(final FolderQuestion asked) {
    question = asked;
  }

  /**
   * The folder for a result: the one that a key names, or else, where Java's memory is too small,
   * one that a person chooses.
   *
   * @param folder the value of the key {@code folder}
   * @return nothing for a result that is kept in memory
   * @throws UserError when the folder is none, or the memory is too small and nobody can be asked
   * @throws CancellationException when the person does not want a folder
   */
  protected final Optional<Path> folderFor(final String folder, final ResultSize size) {
    if (!folder.isBlank()) {
      return Optional.of(ResultFolder.path(folder));
    }
    if (size.fits()) {
      return Optional.empty();
    }
    final Optional<Path> chosen = question.ask(size.question());
    if (chosen.isEmpty()) {
      size.requireRoomOrFolder();
    }
    chosen.ifPresent(path -> did("folder", path.toString()));
    return chosen;
  }

  /**
   * Fills a result with its slices; of one that is stopped, what is in a folder stays.
   *
   * @param work adds the slices
   * @param show takes what stays as an output
   */
  protected final void fill(
      final KeptResult result, final Runnable work, final Consumer<ImagePlus> show) {
    try {
      work.run();
    } catch (final CancellationException stopped) {
      result.part().ifPresent(show);
      warn(result.note());
      throw stopped;
    }
  }

  /** Says something that a reader must know before looking at the results; once. */
  protected final void warn(final Optional<String> sentence) {
    sentence.ifPresent(
        one -> {
          warnings = warnings == null ? new ArrayList<>() : warnings;
          if (!warnings.contains(one)) {
            warnings.add(one);
          }
        });
  }

  /** Remembers which values the network saw as black and white. */
  protected final void uses(final ImageInput input) {
    rangeUsed = input.range();
    warn(InputWarnings.saturated(input));
  }

  /** Remembers which values the network saw as black and white on one of many images. */
  protected final synchronized void usesOne(final ImageInput input) {
    final boolean same = rangeUsed.isEmpty() || rangeUsed.equals(input.range());
    rangeUsed = same ? input.range() : "each image's own";
  }

  /** Which values the network saw as black and white; empty before it saw any. */
  protected final String rangeUsed() {
    return rangeUsed;
  }

  /** Remembers which values the network saw as black and white when what is used was made. */
  protected final void usesRange(final String range) {
    rangeUsed = range;
  }

  /** Remembers what is selected on an image that is no parameter of the command. */
  protected final void selects(final Optional<String> selection) {
    selectionUsed = selection;
  }

  /**
   * Remembers which files the tables are about, and names what of them could not be looked at, each
   * once.
   */
  protected final void looked(final ImageCollection<?> images) {
    collectionUsed = images.isOfFiles() ? images.name() : "";
    skips(images);
  }

  /** Names what of some images could not be looked at, each once. */
  protected final void skips(final ImageCollection<?> images) {
    for (final SkippedImage one : images.look().skipped()) {
      if (named.add(one)) {
        skipped = skipped == null ? new ResultsTable() : skipped;
        skipped.addRow();
        skipped.addValue("Path", one.path());
        skipped.addValue("Reason", one.reason());
      }
    }
  }

  /** Remembers which files the tables are about, as something that was made of them says it. */
  protected final void isAbout(final String collection) {
    collectionUsed = collection;
  }

  /** Remembers in which folder the files lie that the command made and the tables are about. */
  protected final void wroteInto(final Path folder) {
    collectionUsed = folder.toString();
  }

  /** Remembers how the network saw a picture, and how long that took. */
  protected final void passed(final Pass pass) {
    bands.add(pass);
    PassTimes.record(pass);
  }

  /** Remembers which network the tables are about. */
  protected final void uses(final Architecture network) {
    networkUsed = Optional.of(network);
  }

  /** Which network, which version of the plugin and which macro line made a result. */
  protected final Provenance provenance(final InceptionV1 network) {
    return Provenance.made().with(network.provenance()).with("macro", MacroLine.of(this));
  }

  /** Which version of the plugin and which macro line made a result without a network. */
  protected final Provenance provenance() {
    return Provenance.made().with("macro", MacroLine.of(this));
  }

  /**
   * Does the work and sets the outputs.
   *
   * @throws UserError when the parameters or the image do not allow it
   */
  protected abstract void compute();
}
