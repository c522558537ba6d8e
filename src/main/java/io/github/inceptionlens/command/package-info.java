/**
 * What SciJava commands share: the network they need, macro lines, tables, text files.
 *
 * <p>One command per feature lives in the sub-room of its group in the menu; none knows DJL.
 */
package io.github.inceptionlens.command;
