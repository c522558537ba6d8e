package io.github.inceptionlens.command;

import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Optional;

/**
 * What all rows of a run's tables have in common.
 *
 * @param network the network that the command used
 * @param selected what is selected on an image that the command found by itself
 * @param collection where the images are from that the command looked through; empty for none
 * @param range the values that the network saw as black and white; empty for none
 * @param bands in which bands the network saw its pictures; empty where it saw them as a whole
 */
record RunFacts(
    Optional<Architecture> network,
    Optional<String> selected,
    String collection,
    String range,
    String bands) {}
