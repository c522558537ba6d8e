package io.github.inceptionlens.collection.scan;

import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;

/**
 * A picture of a collection and what the network answered.
 *
 * @param source the picture
 * @param view where it lies on its image; the pixels are not read again, if the picture is not
 *     large
 * @param activations of the layers that the scan asks for
 */
public record Seen<P extends SourcePicture>(P source, View view, Activations activations) {}
