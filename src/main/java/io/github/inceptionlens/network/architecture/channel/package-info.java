/**
 * What becomes of a layer's channels, and where: values per channel, changes, places.
 *
 * <p>Knows no tables and no tensors.
 *
 * <pre>{@code
 * ChannelChange mean = ChannelChange.parse("mean");
 * }</pre>
 */
package io.github.inceptionlens.network.architecture.channel;
