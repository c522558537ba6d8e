package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.collection.PictureId;

/**
 * What units do on one picture.
 *
 * @param label what the collection says that it shows; empty for nothing
 * @param means by channel
 */
record PictureMeans(PictureId picture, String label, float[] means) {}
