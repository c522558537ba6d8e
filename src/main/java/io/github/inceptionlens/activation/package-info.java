/**
 * Activation maps and their statistics: which channel fires where.
 *
 * <p>Knows no ImageJ, no user interface and no files.
 *
 * <pre>{@code
 * View view = View.of(picture);
 * List<ChannelStatistics> all = ChannelStatistics.of(network, "mixed4c", view);
 * Unit first = ChannelStatistics.strongest(all, ChannelOrder.MEAN, 1).get(0).unit();
 * }</pre>
 */
package io.github.inceptionlens.activation;
