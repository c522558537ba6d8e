/**
 * Which units tell something from the rest, and which unit of another layer or network answers as
 * one does: on places and pictures that are drawn from a collection.
 *
 * <pre>{@code
 * Layer layer = network.architecture().layer("mixed4c");
 * DrawnItems means = scan.ride("means", new LabelMeans(layer, DrawnItems.most(layer, 2), 0)).result();
 * UnitSearch search = new UnitSearch(layer, means.items(), Halves.of(means, PictureId::image));
 * List<FoundUnit> found = search.find("nuclei", means.is("nuclei"), 10);
 * }</pre>
 */
package io.github.inceptionlens.activation.search;
