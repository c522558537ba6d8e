/**
 * The catalog of public trainings, their download and the verification of files.
 *
 * <pre>{@code
 * Path folder = NetworksFolder.standard();
 * CatalogEntry entry = Catalog.STANDARD.find("imagenet-caffe").orElseThrow();
 * Path file = new Download(entry, folder, Timeouts.STANDARD).run(Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.weights.download;
