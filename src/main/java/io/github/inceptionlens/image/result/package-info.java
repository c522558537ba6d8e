/**
 * Results as ImageJ images that lie where they belong on the analyzed image, with their provenance;
 * in memory or slice by slice on the disk.
 *
 * <pre>{@code
 * ImageInput input = ImageInput.of(image, InputRequest.ownSize());
 * ResultImages results = ResultImages.onRegion(input);
 * MapStack planes = new MapStack(results.width(), results.height(), values);
 * ImagePlus map = results.image(planes, List.of("mixed4c:12"), "map", Provenance.EMPTY);
 * }</pre>
 */
package io.github.inceptionlens.image.result;
