/**
 * Samples: vectors of a layer on the pictures of a collection, with their places, in files of any
 * size, from which dictionaries and atlases are learned. Python reads and writes them: {@code
 * safetensors.numpy.load_file(path)["vectors"]}.
 *
 * <p>Knows no ImageJ.
 *
 * <pre>{@code
 * ImageCollection<InputPicture> images = UserImages.selected("images", "/data/photographs");
 * SampleRequest request =
 *     new SampleRequest(10, SampleFrom.RANDOM, 1, 0, FloatEncoding.F32);
 * ActivationSample sample =
 *     Samples.standard()
 *         .of(images, network, network.architecture().layer("mixed4c"), request, "", Progress.NONE);
 * float[] first = sample.row(0);
 * String path = sample.image(0).path();
 * int x = sample.place(0).orElseThrow().x();
 * }</pre>
 */
package io.github.inceptionlens.collection.sample;
