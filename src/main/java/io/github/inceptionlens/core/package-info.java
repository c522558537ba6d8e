/**
 * What every room shares: units, progress, errors, provenance and text helpers.
 *
 * <p>Knows no other room, no ImageJ and no tensor library.
 *
 * <pre>{@code
 * Picture gray = Picture.of(ArrayImgs.unsignedShorts(640, 480), 0, 4095)
 *     .on(new PixelGrid(0, 0, 0.65, 0.65, "µm"));
 * Unit unit = Unit.parse("mixed4c:12");
 * Provenance made = Provenance.made().with("unit", unit);
 * }</pre>
 */
package io.github.inceptionlens.core;
