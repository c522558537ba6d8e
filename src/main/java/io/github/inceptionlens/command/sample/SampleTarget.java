package io.github.inceptionlens.command.sample;

/** Where generated pictures go. */
interface SampleTarget {

  /** Takes the next picture. */
  void add(SamplePicture picture);

  /** Where a picture is found, as the table says it: a file or an image's title. */
  String image(SampleSubject subject);

  /** The slice in which the picture lies that was added last, from 1. */
  int slice();

  /** Writes what belongs to all pictures, of which there is one at least. */
  void finish();
}
