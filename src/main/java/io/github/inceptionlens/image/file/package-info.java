/**
 * Image files of the user's, opened without a window or refused with a reason.
 *
 * <pre>{@code
 * ImagePlus image = ImageFile.open(Path.of("/data/photographs/cat.png"));
 * }</pre>
 */
package io.github.inceptionlens.image.file;
