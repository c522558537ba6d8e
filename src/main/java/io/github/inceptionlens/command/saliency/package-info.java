/**
 * Commands that make, compare, evaluate and measure saliency maps.
 *
 * <pre>{@code
 * CommandService commands = context.service(CommandService.class);
 * commands.run(SaliencyMapCommand.class, true, "image", image, "method", "Grad-CAM");
 * }</pre>
 */
package io.github.inceptionlens.command.saliency;
