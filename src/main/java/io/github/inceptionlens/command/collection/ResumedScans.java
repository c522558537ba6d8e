package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.NetworkStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * Scans over pictures that any key of a command names, each from where an earlier call of the same
 * kind was ended.
 *
 * @param owner whose scans they are: those of another class are others
 * @param name the command's label, as sentences name it
 * @param says takes what is to be said in the Log
 * @param looked takes pictures that were looked at
 */
public record ResumedScans(
    Class<?> owner, String name, Consumer<String> says, Consumer<ImageCollection<?>> looked) {

  /**
   * What keeps a scan's place.
   *
   * @param parameters what the result depends on beside network, pictures and owner, such as how
   *     the pictures are seen
   */
  public ScanJournal journal(
      final InceptionV1 network, final ImageCollection<?> pictures, final List<Object> parameters) {
    final String key =
        String.join("\n", owner.getName(), network.digest(), pictures.digest()) + "\n" + parameters;
    return new ScanJournal(NetworkStore.standard().kept().scans(), key, ScanJournal.USUAL_PAUSE);
  }

  /**
   * Shows the pictures to the network.
   *
   * @param outputs makes something of what was collected, also where the user stopped it
   * @throws CancellationException when the user stopped it, after the outputs were made
   * @throws io.github.inceptionlens.core.UserError when not a single picture can be looked at
   */
  public <P extends SourcePicture> void run(
      final Scan<P> scan,
      final ImageCollection<P> pictures,
      final ScanJournal journal,
      final Runnable outputs,
      final Progress progress) {
    try {
      scan.run(Optional.of(journal), progress);
    } catch (final CancellationException stopped) {
      says.accept(
          String.format(
              Locale.ROOT,
              "%s: stopped after %,d pictures; the same call goes on from there",
              name,
              scan.pictures()));
      finish(scan, pictures, outputs);
      throw stopped;
    }
    finish(scan, pictures, outputs);
  }

  private void finish(
      final Scan<?> scan, final ImageCollection<?> pictures, final Runnable outputs) {
    looked.accept(pictures);
    if (scan.before() > 0) {
      says.accept(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d pictures were looked at by an earlier call that was ended",
              name,
              scan.before(),
              scan.pictures()));
    }
    if (scan.pictures() > 0) {
      outputs.run();
    }
  }
}
