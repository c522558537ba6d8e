/**
 * Pages of figures: text, shapes and pictures, drawn once and the same for ImageJ, PDF and SVG.
 *
 * <p>What stands on a page is not known here.
 *
 * <pre>{@code
 * PageDrawing page = canvas -> canvas.text(PageText.of("mixed4c:447", 40, 60, 20));
 * BufferedImage pixels = RasterCanvas.image(page, 200);
 * try (OutputStream file = new ByteArrayOutputStream()) {
 *   PdfCanvas.write(List.of(page), file);
 * }
 * }</pre>
 */
package io.github.inceptionlens.command.page;
