package io.github.inceptionlens.command.browser.pictures;

import ij.process.ImageProcessor;
import io.github.inceptionlens.command.unit.UnitPictures;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.service.LensService;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** What units look for: kept visualizations, as {@code What Fires Here...} makes and keeps them. */
final class VisualizationPictures implements CellPictures {

  private static final long PAUSE_NANOS = 300_000_000;

  private final VisualizationRequest request =
      VisualizationRequest.STANDARD.parameterization(
          Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN));
  private final PictureCache kept;
  private final UnitPictures found;
  private final Engine engine;

  /** Does a work with the network of the units. */
  interface Engine {

    /** Does it, after others that are under way. */
    <T> T work(Progress progress, LensService.Work<T> work);

    /** Whether others wait for it. */
    boolean isAwaited();
  }

  /**
   * @param network of the units; only its description is asked
   * @param kept where the pictures are
   */
  VisualizationPictures(final InceptionV1 network, final PictureCache kept, final Engine engine) {
    this.kept = kept;
    this.found = UnitPictures.kept(network);
    this.engine = engine;
  }

  @Override
  public Optional<BufferedImage> find(final Unit unit) {
    return found.of(unit).map(ImageProcessor::getBufferedImage);
  }

  private static BufferedImage image(final Picture picture) {
    return PictureStack.colors(picture).getBufferedImage();
  }

  @Override
  public boolean canMake() {
    return true;
  }

  @Override
  public void make(final List<Unit> units, final Receiver receiver, final Progress progress) {
    final boolean all =
        engine.work(progress, (network, works) -> make(network, units, receiver, yielding(works)));
    if (!all) {
      throw new CancellationException("stopped before all were finished");
    }
  }

  /** Returns whether it came to its end. */
  private boolean make(
      final InceptionV1 network,
      final List<Unit> units,
      final Receiver receiver,
      final Progress progress) {
    final UnitGallery gallery =
        UnitGallery.of(network, units, request, kept, new Growing(receiver), progress);
    gallery
        .portraits()
        .forEach(one -> receiver.take(one.unit(), image(one.frame().picture()), true));
    return !gallery.interrupted();
  }

  /** Gives way to others as long as less than half would be lost. */
  private Progress yielding(final Progress progress) {
    return (fraction, what) -> {
      if (fraction < MissingPictures.WORTH_FINISHING && engine.isAwaited()) {
        throw new CancellationException("others need the engine");
      }
      progress.at(fraction, what);
    };
  }

  /** Shows the pictures as they grow. */
  private static final class Growing implements UnitGallery.Viewer {

    private final Receiver receiver;
    private long shown = System.nanoTime();

    Growing(final Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public boolean wants() {
      return System.nanoTime() - shown >= PAUSE_NANOS;
    }

    @Override
    public void see(final Map<Unit, Picture> pictures) {
      pictures.forEach((unit, picture) -> receiver.take(unit, image(picture), false));
      shown = System.nanoTime();
    }
  }
}
