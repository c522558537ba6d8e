package io.github.inceptionlens.network;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.band.BandPlan;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.engine.PictureTensors;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A layer of one picture that need not be kept as a whole: read by its rows, or only some channels
 * of it. Each reading runs the network once.
 *
 * <pre>{@code
 * LayerReading reading = network.read(picture, "mixed4c");
 * MapStack two = reading.channels(List.of(12, 447), progress);
 * reading.rows((rows, first) -> sum.add(rows, first), progress);
 * }</pre>
 */
public final class LayerReading {

  /** A map is comfortable to keep when it takes at most such a part of what Java has left. */
  private static final int COMFORTABLE = 4;

  private static final String FEWER = "ask for fewer channels, " + FeatureMap.SMALLER;

  private final Passes passes;
  private final PictureRows picture;
  private final Layer layer;
  private final Geometry geometry;
  private final OptionalInt bandRows;

  /** Takes rows of a layer, from the top down. */
  @FunctionalInterface
  public interface RowReceiver {

    /**
     * The next rows; of a picture that is shown as a whole all at once.
     *
     * @param rows width x some rows x channels, in units of the activation
     * @param first index of the first row
     */
    void receive(MapStack rows, int first);
  }

  /**
   * @param bandRows pixels of the picture in a band; empty for the picture as a whole
   */
  LayerReading(
      final Passes passes,
      final PictureRows picture,
      final Layer layer,
      final OptionalInt bandRows) {
    this.passes = passes;
    this.picture = picture;
    this.layer = layer;
    this.geometry = Geometry.of(layer, picture.width(), picture.height());
    this.bandRows = bandRows;
  }

  static LayerReading of(final Passes passes, final PictureRows picture, final Layer layer) {
    final RunPlan plan =
        RunPlan.of(passes.architecture(), List.of(layer.name()), picture.width(), picture.height());
    final OptionalInt rows = plan.bands().stream().mapToInt(BandPlan::rows).findAny();
    return new LayerReading(passes, picture, layer, rows);
  }

  /** The layer. */
  public Layer layer() {
    return layer;
  }

  /** Where its units lie on the picture. */
  public Geometry geometry() {
    return geometry;
  }

  /**
   * Whether its map may be kept with all channels: where the picture is shown as a whole, or the
   * map takes at most a quarter of what Java has left.
   */
  public boolean isSmall() {
    return bandRows.isEmpty()
        || HeapCheck.holds(COMFORTABLE * FeatureMap.bytes(geometry, layer.channels()));
  }

  /**
   * How many channels may be read at once: all of a picture that is shown as a whole, else as many
   * as half of what Java has left can hold.
   *
   * @param wanted how many are, at least 1
   * @return from 1 to that number
   */
  public int atOnce(final int wanted) {
    return bandRows.isEmpty() ? wanted : HeapCheck.atOnce(FeatureMap.bytes(geometry, 1), wanted);
  }

  /**
   * Reads the layer by its rows.
   *
   * @throws io.github.inceptionlens.core.UserError when some rows of the picture cannot be read
   */
  public void rows(final RowReceiver receiver, final Progress progress) {
    passes.stream(
        picture,
        layer.name(),
        bandRows,
        (name, rows, first) -> receiver.receive(PictureTensors.planes(rows), first),
        progress);
  }

  /**
   * Reads some channels.
   *
   * @param channels indices, at least one
   * @return width x height x the number of these, in their order, in units of the activation
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold them, or some
   *     rows of the picture cannot be read
   */
  public MapStack channels(final List<Integer> channels, final Progress progress) {
    final MapStack planes = FeatureMap.planes(layer, geometry, channels.size(), FEWER);
    passes.stream(
        picture,
        layer.name(),
        bandRows,
        (name, rows, first) -> PictureTensors.copy(rows, channels, planes, first),
        progress);
    return planes;
  }

  /**
   * Reads all channels.
   *
   * @throws io.github.inceptionlens.core.UserError as {@link #channels}
   */
  public FeatureMap map(final Progress progress) {
    final List<Integer> all = IntStream.range(0, layer.channels()).boxed().toList();
    return new FeatureMap(layer, geometry, channels(all, progress));
  }
}
