/**
 * What a layer browser shows: units, their order, filter and selection, without a screen and
 * without a network.
 *
 * <pre>{@code
 * BrowserModel model =
 *     new BrowserModel(List.of(new LayerFamily("mixed4c", List.of("mixed4c"))), "mixed4c");
 * model.filter(new UnitFilter("12-20", false));
 * }</pre>
 */
package io.github.inceptionlens.command.browser.units;
