package io.github.inceptionlens.command.circuit;

import io.github.inceptionlens.circuit.diagram.CircuitErrors;
import io.github.inceptionlens.circuit.diagram.MeasuredFinder;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.MeanEffects;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures the effects between units on pictures, and beside those of a dictionary's entries those
 * of what it does not explain.
 */
final class CircuitEffects implements MeasuredFinder.Effects {

  private final InceptionV1 network;
  private final ImageCollection<InputPicture> pictures;
  private final Scans scans;
  private final CircuitErrors errors = new CircuitErrors();
  private final List<ScanJournal> journals = new ArrayList<>();

  /** Shows the pictures to the network. */
  @FunctionalInterface
  interface Scans {

    /**
     * Runs a scan.
     *
     * @param parameters what its result depends on
     * @return what is kept of it
     */
    ScanJournal run(Scan<InputPicture> scan, List<Object> parameters, Progress progress);
  }

  CircuitEffects(
      final InceptionV1 network, final ImageCollection<InputPicture> pictures, final Scans scans) {
    this.network = network;
    this.pictures = pictures;
    this.scans = scans;
  }

  /** The error nodes of what was measured. */
  CircuitErrors errors() {
    return errors;
  }

  /** Lets go what is kept of the scans. */
  void discard() {
    journals.forEach(ScanJournal::discard);
  }

  @Override
  public List<UnitKernels> of(final KernelEnd from, final KernelEnd to, final Progress progress) {
    final MeanEffects effects = new MeanEffects(network, from, to);
    final Optional<MeanEffects> rest =
        CircuitErrors.end(network.architecture(), from)
            .map(error -> new MeanEffects(network, error, to));
    final Set<String> names = new LinkedHashSet<>(effects.names());
    rest.ifPresent(one -> names.addAll(one.names()));
    final Scan<InputPicture> scan = new Scan<>(network, names, pictures);
    final Ride<InputPicture, ?, List<UnitKernels>> seen = scan.ride("effects", effects);
    final Optional<Ride<InputPicture, ?, List<UnitKernels>>> unexplained =
        rest.map(one -> scan.ride("error", one));
    journals.add(scans.run(scan, List.of(from, to), progress));
    final List<UnitKernels> result = seen.result();
    unexplained.ifPresent(one -> errors.add(from.layer(), result, one.result()));
    return result;
  }
}
