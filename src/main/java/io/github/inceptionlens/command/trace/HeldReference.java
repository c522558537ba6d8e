package io.github.inceptionlens.command.trace;

import io.github.inceptionlens.circuit.node.NodeMeans;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.circuit.trace.TraceReference;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.collection.scan.ScanJournal;
import io.github.inceptionlens.command.collection.ResumedScans;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the nodes outside of a circuit are held at.
 *
 * @param words the same for readers
 */
record HeldReference(TraceReference value, String words) {

  /** Nothing. */
  static HeldReference zero() {
    return new HeldReference(TraceReference.zero(), "zero");
  }

  /** The values on another picture. */
  static HeldReference counterfactual(final ImageInput other) {
    return new HeldReference(
        TraceReference.counterfactual(other.frames().get(0).picture()),
        "their values on \"" + other.title() + "\"");
  }

  /**
   * The means over pictures, from where an earlier call was ended.
   *
   * @param seen how the pictures are shown
   * @throws io.github.inceptionlens.core.UserError when none can be looked at
   */
  static HeldReference means(
      final InceptionV1 network,
      final TraceNodes nodes,
      final ImageCollection<InputPicture> pictures,
      final InputRequest seen,
      final ResumedScans scans,
      final Progress progress) {
    final NodeMeans means = new NodeMeans(nodes);
    final Scan<InputPicture> scan = new Scan<>(network, means.names(), pictures);
    final Ride<InputPicture, ?, Map<String, float[]>> ride = scan.ride("means", means);
    final ScanJournal journal = scans.journal(network, pictures, List.of(seen, means.names()));
    scans.run(scan, pictures, journal, () -> {}, progress);
    return new HeldReference(
        TraceReference.means(ride.result()),
        String.format(
            Locale.ROOT,
            "their means over %,d picture%s of %s",
            scan.pictures(),
            scan.pictures() == 1 ? "" : "s",
            pictures.name()));
  }
}
