/**
 * Commands that change a network: what happens without some of it, and variants that are kept.
 *
 * <pre>{@code
 * context.service(CommandService.class).run(AblateUnitsCommand.class, true,
 *     "image", image, "units", "mixed4c:12", "mode", "mean").get();
 * }</pre>
 */
package io.github.inceptionlens.command.edit;
