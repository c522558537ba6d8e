/**
 * The gate to DJL's PyTorch engine and the operations that the rows of the table are made of.
 *
 * <p>Nobody else starts the engine or calls a static DJL factory.
 */
package io.github.inceptionlens.network.engine;
