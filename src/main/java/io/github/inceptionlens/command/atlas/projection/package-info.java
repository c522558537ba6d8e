/**
 * An activation atlas put back onto images: the cell of every place as a label image, and the area
 * that cells and selections of cells take.
 *
 * <pre>{@code
 * IJ.run("Project Onto Atlas...", "embedding=slides grid=20 selection=3,7-9");
 * }</pre>
 */
package io.github.inceptionlens.command.atlas.projection;
