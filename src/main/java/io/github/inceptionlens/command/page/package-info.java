/**
 * Pages of figures: text, shapes and pictures, drawn once and the same for ImageJ, PDF and SVG.
 *
 * <p>What stands on a page is not known here.
 *
 * <pre>{@code
 * PageDrawing page = canvas -> canvas.text(PageText.of("mixed4c:447", 40, 60, 20));
 * java.awt.image.BufferedImage pixels = RasterCanvas.image(page, 200);
 * try (java.io.OutputStream pdf = java.nio.file.Files.newOutputStream(file)) {
 *   PdfCanvas.write(List.of(page), pdf);
 * }
 * }</pre>
 */
package io.github.inceptionlens.command.page;
