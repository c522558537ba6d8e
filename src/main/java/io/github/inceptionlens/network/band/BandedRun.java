package io.github.inceptionlens.network.band;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.engine.LayerOperations;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A run of the network on a picture of any size, in bands of its rows: exact, for each layer keeps
 * of a band what the next one's units see (line buffers, as in streaming convolution engines), and
 * without computing anything twice.
 */
public final class BandedRun {

  private final Architecture architecture;
  private final LayerOperations operations;
  private final PictureRows picture;
  private final int rows;
  private final Map<String, float[]> means = new HashMap<>();

  /** Takes rows of a wanted node. */
  @FunctionalInterface
  public interface Receiver {

    /**
     * The next rows.
     *
     * @param node canonical name
     * @param rows [1, channel, row, column], or [1, class] for one without positions; let go
     *     afterwards
     * @param first index of the first row
     */
    void receive(String node, NDArray rows, int first);
  }

  /**
   * @param rows pixels of the picture in a band
   */
  public BandedRun(
      final Architecture architecture,
      final LayerOperations operations,
      final PictureRows picture,
      final int rows) {
    this.architecture = architecture;
    this.operations = operations;
    this.picture = picture;
    this.rows = rows;
  }

  /**
   * Runs the network.
   *
   * @param scope what holds the arrays meanwhile
   * @param wanted canonical names
   * @throws io.github.inceptionlens.core.UserError when some rows cannot be read
   */
  public void run(
      final NDManager scope,
      final List<String> wanted,
      final Receiver receiver,
      final Progress progress) {
    final List<Node> edits = editsToMean(wanted);
    for (int i = 0; i < edits.size(); i++) {
      final Node edit = edits.get(i);
      final String layer = edit.inputs().get(0);
      final Progress part = progress.part(i, edits.size() + 1);
      means.put(edit.name(), new ChannelMeans(layer).of(this, scope, part));
    }
    pass(scope, wanted, receiver, progress.part(edits.size(), edits.size() + 1));
  }

  /** The edits that need the mean over the whole picture, in order; checks the others' places. */
  private List<Node> editsToMean(final List<String> wanted) {
    final List<Node> edits = new ArrayList<>();
    for (final Node node : new Walk(architecture, List.of(Architecture.INPUT), wanted).path()) {
      if (node.op() instanceof Operation.ChannelEdit edit) {
        final Geometry layer =
            Geometry.of(architecture.layer(node.name()), picture.width(), picture.height());
        edit.places().ifPresent(places -> places.require(layer.x().size(), layer.y().size()));
        if (edit.change().kind() == ChannelChange.Kind.MEAN) {
          edits.add(node);
        }
      }
    }
    return edits;
  }

  void pass(
      final NDManager scope,
      final List<String> wanted,
      final Receiver receiver,
      final Progress progress) {
    final Map<String, Integer> received = new HashMap<>();
    final int height = picture.height();
    try (RowFlow<NDArray> flow =
        new RowFlow<>(architecture, wanted, height, new NativeRows(operations, means))) {
      for (int top = 0; top < height; top += rows) {
        progress.at((double) top / height, words(wanted, top));
        final int count = Math.min(rows, height - top);
        try (NDArray band =
            PictureTensors.input(scope, picture.rows(top, count), architecture.preprocessing())) {
          give(flow.next(band), received, receiver);
        }
      }
    }
  }

  private String words(final List<String> wanted, final int top) {
    return String.format(
        Locale.ROOT,
        "Looking through %s, rows %d to %d of %d ...",
        wanted.get(0),
        top,
        Math.min(top + rows, picture.height()) - 1,
        picture.height());
  }

  private static void give(
      final Map<String, NDArray> made,
      final Map<String, Integer> received,
      final Receiver receiver) {
    made.forEach(
        (name, values) -> {
          if (values != null) {
            try (values) {
              receiver.receive(name, values, received.getOrDefault(name, 0));
              received.merge(name, NativeRows.count(values), Integer::sum);
            }
          }
        });
  }
}
