/**
 * Scans: shows every picture of a collection to the network once and feeds collectors, of which
 * several ride on one scan; what is done is kept, so that a scan that was ended goes on.
 *
 * <pre>{@code
 * Scan<InputPicture> scan =
 *     new Scan<>(network, ClassRanking.NAMES, UserImages.selected("images", "/data/photographs"));
 * Ride<InputPicture, ?, List<PictureClasses.Answer>> answers =
 *     scan.ride("classes", new PictureClasses(network, 5));
 * scan.run(java.util.Optional.empty(), Progress.NONE);
 * PictureId first = answers.result().get(0).picture();
 * }</pre>
 */
package io.github.inceptionlens.collection.scan;
