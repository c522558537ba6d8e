package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.activation.CarryingPart;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.command.inspect.LayerOnImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.service.LensService;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Makes inspections by the network, and keeps the latest ones while there is room. */
final class InspectionSource {

  /** Such a part of Java's memory maps may fill beside the one in use. */
  private static final int PART = 8;

  /** A gradient on more pixels takes too long for somebody who waits. */
  private static final long MOST_PIXELS = 2_000_000;

  private final LensService lens;
  private final Map<InspectionKey, Inspection> kept = new LinkedHashMap<>(16, 0.75f, true);

  InspectionSource(final LensService lens) {
    this.lens = lens;
  }

  /**
   * The map of an image, made where it is not kept.
   *
   * @param shown where the work reports
   * @param stop whether it is not wanted any more
   * @throws io.github.inceptionlens.core.UserError as {@link Inspection#of}
   * @throws java.util.concurrent.CancellationException when it was stopped
   */
  Inspection of(
      final InspectionKey key,
      final ImagePlus image,
      final InspectorSettings settings,
      final Progress shown,
      final BooleanSupplier stop) {
    final Optional<Inspection> present = kept(key);
    if (present.isPresent()) {
      return present.get();
    }
    final Inspection made =
        work(
            settings,
            shown,
            stop,
            (network, progress) ->
                Inspection.of(
                    network,
                    ImageInput.whole(image, settings.request()),
                    settings.layer(),
                    progress));
    keep(key, made);
    return made;
  }

  private synchronized Optional<Inspection> kept(final InspectionKey key) {
    return Optional.ofNullable(kept.get(key));
  }

  private synchronized void keep(final InspectionKey key, final Inspection made) {
    kept.put(key, made);
    final long most = Runtime.getRuntime().maxMemory() / PART;
    long bytes = kept.values().stream().mapToLong(Inspection::bytes).sum();
    for (final Iterator<Inspection> oldest = kept.values().iterator();
        bytes > most && kept.size() > 1; ) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** Forgets all maps. */
  synchronized void clear() {
    kept.clear();
  }

  /**
   * The part of what a unit sees that carries the value of the strongest channel.
   *
   * @return in the image's pixels, counted from their borders; nothing where none fires, or the
   *     field is too large for a moment's work
   */
  Optional<Rectangle2D> part(
      final ImagePlus image,
      final InspectorSettings settings,
      final PlaceReading reading,
      final BooleanSupplier stop) {
    final Optional<UnitValue> strongest = reading.strongest();
    if (strongest.isEmpty()) {
      return Optional.empty();
    }
    return work(
        settings,
        Progress.NONE,
        stop,
        (network, progress) -> part(network, image, settings, reading, strongest.get(), progress));
  }

  private static Optional<Rectangle2D> part(
      final InceptionV1 network,
      final ImagePlus image,
      final InspectorSettings settings,
      final PlaceReading reading,
      final UnitValue strongest,
      final Progress progress) {
    final Rectangle pixel =
        new Rectangle(
                (int) Math.round(reading.at().getX()), (int) Math.round(reading.at().getY()), 1, 1)
            .intersection(new Rectangle(image.getWidth(), image.getHeight()));
    final ImageInput input =
        ImageInput.at(
            image, pixel, settings.request(), network.architecture().layer(settings.layer()));
    if (pixel.isEmpty() || (long) input.networkWidth() * input.networkHeight() > MOST_PIXELS) {
      return Optional.empty();
    }
    final LayerOnImage units =
        new LayerOnImage(input, network.architecture().layer(settings.layer()));
    final int unit = units.unit(reading.at().getX(), reading.at().getY());
    final int columns = units.geometry().x().size();
    return CarryingPart.of(
            network,
            input.views().get(0).picture(),
            strongest.unit(),
            unit % columns,
            unit / columns,
            progress)
        .map(
            part ->
                units.onImage(
                    part.x() - part.reach(),
                    part.y() - part.reach(),
                    part.x() + part.reach(),
                    part.y() + part.reach()))
        .map(part -> part.createIntersection(reading.field()));
  }

  /** Does a work with the network and, where the layer is one, the dictionary. */
  private <T> T work(
      final InspectorSettings settings,
      final Progress shown,
      final BooleanSupplier stop,
      final BiFunction<InceptionV1, Progress, T> action) {
    final AtomicReference<T> result = new AtomicReference<>();
    lens.reportingTo(
        shown,
        () ->
            lens.stoppableBy(
                stop,
                () ->
                    result.set(
                        lens.work(
                            settings.network(),
                            (network, progress) ->
                                NamedDictionaries.in(settings.layer())
                                    .on(network, edited -> action.apply(edited, progress))))));
    return result.get();
  }
}
