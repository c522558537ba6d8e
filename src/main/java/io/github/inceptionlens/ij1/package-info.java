/**
 * ImageJ 1's side: menu, dialogs, macro options, recorder, tables and error messages.
 *
 * <p>Knows neither methods nor the network.
 */
package io.github.inceptionlens.ij1;
