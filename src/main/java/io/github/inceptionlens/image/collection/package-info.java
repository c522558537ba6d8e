/**
 * Collections of what ImageJ has open or can open: a stack, all open images, files.
 *
 * <pre>{@code
 * ImageCollection<InputPicture> images =
 *     UserImages.named("images", "/data/photographs", one -> ImageInput.whole(one, UserImages.SLICES));
 * List<CollectionImage> files = images.images();
 * }</pre>
 */
package io.github.inceptionlens.image.collection;
