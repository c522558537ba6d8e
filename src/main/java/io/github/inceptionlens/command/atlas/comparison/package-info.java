/**
 * The command that compares two collections of images by what a layer sees in them.
 *
 * <pre>{@code
 * GroupRule rule = GroupRule.of("patient(\\d+)");
 * }</pre>
 */
package io.github.inceptionlens.command.atlas.comparison;
