/**
 * How units respond over a collection: figures and histograms of their values, and which label they
 * tell from the others.
 *
 * <pre>{@code
 * LayerStatistics statistics = new LayerStatistics(network.architecture().layer("mixed4c"));
 * Scan<InputPicture> scan = new Scan<>(
 *     network, List.of("mixed4c"), UserImages.selected("images", "/data/photographs"));
 * Ride<InputPicture, ?, List<UnitStatistics>> units = scan.ride("statistics", statistics);
 * }</pre>
 */
package io.github.inceptionlens.activation.statistics;
