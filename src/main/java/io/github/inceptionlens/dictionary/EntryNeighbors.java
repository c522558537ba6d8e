package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.LayerDirections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where an entry of a dictionary stands among the channels of its layer and among the dictionary's
 * other entries, by what it stands for: its row of the decoder, or, where there is none, of the
 * encoder over the row's squared length.
 *
 * @param channels those with the largest weights by absolute value, the largest first
 * @param entries those with the largest cosines, the largest first, never itself
 * @param encoderCosine the cosine between what it stands for and what it reads, its row of the
 *     encoder; 1 where both are one direction
 */
public record EntryNeighbors(
    List<Neighbor> channels, List<Neighbor> entries, double encoderCosine) {

  private static final double SAME = 1e-6;

  /**
   * A direction beside an entry's row.
   *
   * @param unit a channel of the layer, or an entry of the dictionary
   * @param product the inner product of the two; of a channel the row's weight for it
   * @param cosine between the two, −1 to 1
   */
  public record Neighbor(Unit unit, double product, double cosine) {}

  /** Copies the lists. */
  public EntryNeighbors {
    channels = List.copyOf(channels);
    entries = List.copyOf(entries);
  }

  /**
   * The neighbors of an entry.
   *
   * @param unit with canonical names
   * @param most how many channels, and how many entries
   * @return nothing for a unit that is no dictionary's
   */
  public static Optional<EntryNeighbors> of(
      final InceptionV1 network, final Unit unit, final int most) {
    final Architecture table = network.architecture();
    return LayerDirections.of(table, unit.layer(), network.operations()::values)
        .map(
            rows ->
                new EntryNeighbors(
                    channels(rows, unit.channel(), most),
                    entries(rows, unit, most),
                    LayerDirections.read(table, unit.layer(), network.operations()::values)
                        .orElseThrow()
                        .cosine(unit.channel(), rows, unit.channel())));
  }

  private static List<Neighbor> channels(
      final LayerDirections rows, final int entry, final int most) {
    final float[] weights = rows.row(entry);
    final double length = rows.length(entry);
    final String layer = Architecture.edited(rows.layer());
    return IntStream.range(0, weights.length)
        .mapToObj(
            i -> new Neighbor(new Unit(layer, i), weights[i], length > 0 ? weights[i] / length : 0))
        .sorted(Comparator.comparingDouble(one -> -Math.abs(one.product())))
        .limit(most)
        .toList();
  }

  private static List<Neighbor> entries(
      final LayerDirections rows, final Unit unit, final int most) {
    final int entry = unit.channel();
    return IntStream.range(0, rows.count())
        .filter(other -> other != entry)
        .mapToObj(
            other ->
                new Neighbor(
                    new Unit(unit.layer(), other),
                    rows.product(entry, rows, other),
                    rows.cosine(entry, rows, other)))
        .sorted(Comparator.comparingDouble(one -> -one.cosine()))
        .limit(most)
        .toList();
  }

  /** Whether what it reads and what it stands for are one direction. */
  public boolean isTied() {
    return encoderCosine > 1 - SAME;
  }
}
