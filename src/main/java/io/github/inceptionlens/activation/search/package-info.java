/**
 * Which units tell something from the rest, and which unit of another layer or network answers as
 * one does: on places and pictures that are drawn from a collection.
 *
 * <pre>{@code
 * Layer layer = network.architecture().layer("mixed4c");
 * Scan<InputPicture> scan = new Scan<>(
 *     network, List.of("mixed4c"), UserImages.selected("images", "/data/photographs"));
 * Ride<InputPicture, ?, DrawnItems> means = scan.ride(
 *     "means", new LabelMeans<InputPicture>(layer, DrawnItems.most(layer, 2), 0));
 * scan.run(Optional.empty(), Progress.NONE);
 * Halves halves = Halves.of(means.result(), PictureId::image);
 * List<FoundUnit> found =
 *     UnitSearch.ofLabels(layer, means.result(), halves, 0).find("nuclei", 10);
 * }</pre>
 */
package io.github.inceptionlens.activation.search;
