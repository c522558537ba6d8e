/**
 * The commands of dictionaries that are learned.
 *
 * <p>Knows no tensors.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(TrainDictionaryCommand.class, true, "name", "mydict", "images", "/data/photographs");
 * }</pre>
 */
package io.github.inceptionlens.command.dictionary;
