package io.github.inceptionlens.network.architecture;

import java.util.List;

/**
 * One row of the architecture's table.
 *
 * @param name the literature's name, for instance {@code mixed4c_5x5}
 * @param alias Caffe's name for the same place, or an empty text
 * @param op what it computes
 * @param inputs the names of the nodes it reads, {@link Architecture#INPUT} for the image
 * @param channels its number of channels
 */
public record Node(String name, String alias, Operation op, List<String> inputs, int channels) {

  /** Copies the list of inputs. */
  public Node {
    inputs = List.copyOf(inputs);
  }
}
