/**
 * The command that says what a dictionary's entries are called: by hand, by regions, or by the
 * labels of a collection.
 *
 * <p>Knows no tensors, and not how units are told.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(LabelEntriesCommand.class, true, "name", "mydict", "text", "3=curve; 7=red dots");
 * }</pre>
 */
package io.github.inceptionlens.command.label;
