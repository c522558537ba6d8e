/**
 * ImageJ 1's side: menu, dialogs, macro options, recorder, tables and error messages.
 *
 * <p>Knows neither methods nor the network.
 *
 * <pre>{@code
 * Progress progress = new ImageJProgress();   // ImageJ's status bar; Esc stops
 * progress.at(0.5, "half of it ...");
 * }</pre>
 */
package io.github.inceptionlens.ij1;
