package io.github.inceptionlens.circuit.weight;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Unexplained;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where kernels lead from in the table: channels of a row, or the directions in them by which
 * entries of a dictionary act, the columns of its decoder. What a dictionary does not explain acts
 * on the channels of the layer that it reads.
 *
 * @param row its name
 * @param channels of the row; of a dictionary all
 * @param directions [entry, channel of the row], of a dictionary
 */
record KernelSource(String row, List<Integer> channels, Optional<float[]> directions) {

  /**
   * Finds it.
   *
   * @throws UserError when it is a dictionary without a decoder
   */
  static KernelSource of(final InceptionV1 network, final KernelEnd from) {
    final Architecture table = network.architecture();
    if (from.layer().equals(Architecture.INPUT) || !table.isGrafted(from.layer())) {
      return new KernelSource(from.layer(), from.channels(), Optional.empty());
    }
    final String dictionary = dictionary(from.layer());
    if (dictionary.endsWith(Unexplained.ERROR)) {
      return new KernelSource(row(table, from.layer()), from.channels(), Optional.empty());
    }
    if (!hasDecoder(table, from.layer())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "from is \"%s\", which has no decoder, so that its entries act on nothing: give the"
                  + " layer that it reads, %s, or a dictionary with a decoder",
              dictionary,
              table.trunk(from.layer()).name()));
    }
    final String row = row(table, from.layer());
    return new KernelSource(
        row,
        KernelEnd.all(table, row).channels(),
        Optional.of(
            directions(
                network.operations().values(dictionary + Graft.DECODED + "_w"),
                table.node(dictionary).channels(),
                from.channels())));
  }

  /**
   * The row on which a layer acts: itself, or what a dictionary reads, after its rectifier where it
   * has one.
   */
  static String row(final Architecture table, final String layer) {
    final String row = table.trunk(layer).name();
    final String rectified = dictionary(row);
    return table.isGrafted(layer) && table.has(rectified) ? rectified : row;
  }

  private static String dictionary(final String layer) {
    return layer.replace(Architecture.PRE_RELU, "");
  }

  /** Whether something says what a dictionary's entries do. */
  static boolean hasDecoder(final Architecture table, final String layer) {
    return table.has(dictionary(layer) + Graft.DECODED);
  }

  private static float[] directions(
      final float[] decoder, final int entries, final List<Integer> chosen) {
    final int channels = decoder.length / entries;
    final float[] directions = new float[chosen.size() * channels];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = decoder[i % channels * entries + chosen.get(i / channels)];
    }
    return directions;
  }

  /** How many units there are. */
  int count() {
    return directions.map(all -> all.length / channels.size()).orElse(channels.size());
  }
}
