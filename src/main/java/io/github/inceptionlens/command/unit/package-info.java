/**
 * What windows show and offer of single units: icons, and the house's commands.
 *
 * <pre>{@code
 * Unit unit = new Unit("mixed4c", 447);
 * UnitIcons icons = new UnitIcons(UnitPictures.kept(network), 48, image::draw);
 * boolean isInMemory = icons.icon(unit).isPresent();
 * UnitActions.report("textures", unit).start(Optional.of(image));
 * }</pre>
 */
package io.github.inceptionlens.command.unit;
