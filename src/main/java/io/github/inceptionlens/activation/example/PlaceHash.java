package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.PictureId;
import java.util.SplittableRandom;

/**
 * A number for every place of a collection that looks like chance, and is the same whenever and in
 * whatever order the places are looked at: of several places that with the smallest one is drawn.
 *
 * @param seed what it depends on beside the place
 */
record PlaceHash(long seed) {

  /** The numbers of some places of a picture. */
  int[] of(final PictureId picture, final int[] places) {
    final long own = picture(picture);
    final int[] hashes = new int[places.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(own, places[i]);
    }
    return hashes;
  }

  /** The number of one place. */
  int of(final PictureId picture, final int place) {
    return hash(picture(picture), place);
  }

  private long picture(final PictureId picture) {
    final long image = new SplittableRandom(seed ^ picture.image().hashCode()).nextLong();
    return new SplittableRandom(image + picture.slice()).nextLong();
  }

  /** Steele et al. 2014, the generator's finishing step. */
  private static int hash(final long picture, final int place) {
    long mixed = picture + place * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return (int) (mixed >>> 32);
  }
}
