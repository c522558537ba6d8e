/**
 * Collections: many pictures that are named the same after a restart, looked at one after the other
 * with one image open at a time.
 *
 * <p>Knows no ImageJ but through an {@link io.github.inceptionlens.collection.ImageReader}, and no
 * network.
 *
 * <pre>{@code
 * ImageCollection<InputPicture> collection = UserImages.selected("images", "/data/photographs");
 * collection.forEach(one -> values.add(one.view().picture().plane(0)), Progress.NONE);
 * List<SkippedImage> skipped = collection.look().skipped();
 * }</pre>
 */
package io.github.inceptionlens.collection;
