/**
 * The gate to DJL's PyTorch engine and the operations that the rows of the table are made of.
 *
 * <p>Nobody else starts the engine or calls a static DJL factory.
 *
 * <pre>{@code
 * TorchEngine engine = TorchEngine.start(Progress.NONE);
 * try (NDManager manager = engine.newManager()) {
 *   NDArray input = PictureTensors.input(manager, picture, Preprocessing.CAFFE);   // 1 x 3 x h x w
 * }
 * }</pre>
 */
package io.github.inceptionlens.network.engine;
