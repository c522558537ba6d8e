/**
 * The program that trains the bundled network on generated textures.
 *
 * <p>Not part of the plugin's jar.
 *
 * <pre>{@code
 * TrainingPlan plan = TrainingPlan.SHIPPED;
 * int batch = plan.batch();   // what the shipped network was trained with
 * }</pre>
 */
package io.github.inceptionlens.textures.training;
