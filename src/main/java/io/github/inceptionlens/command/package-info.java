/**
 * What SciJava commands share: the network they need, macro lines, tables, text files.
 *
 * <p>One command per feature lives in the sub-room of its group in the menu; none knows DJL.
 *
 * <pre>{@code
 * Map<String, Optional<String>> keys =
 *     OptionString.parse("layer=mixed4c title=[my cells] stack", Optional::of);
 * String again = OptionString.format(keys);
 * }</pre>
 */
package io.github.inceptionlens.command;
