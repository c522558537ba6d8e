/**
 * The commands of superposition: toy models that show it, and the geometry of real dictionaries.
 *
 * <p>Knows no tensors.
 *
 * <pre>{@code
 * context.service(CommandService.class)
 *     .run(ToyModelCommand.class, true, "features", 5, "hidden", 2, "sparsity", "0,0.8,0.95");
 * }</pre>
 */
package io.github.inceptionlens.command.superposition;
