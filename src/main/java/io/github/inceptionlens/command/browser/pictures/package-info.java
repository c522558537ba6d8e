/**
 * The pictures of a layer browser's units, and the thread that finds and makes them.
 *
 * <pre>{@code
 * PictureShelf shelf = new PictureShelf(1_000_000);
 * boolean isThere = shelf.has(BrowserTab.MAPS, new Unit("mixed4c", 447), 0);
 * }</pre>
 */
package io.github.inceptionlens.command.browser.pictures;
