package io.github.inceptionlens.command.batch;

import ij.ImagePlus;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;

/** What is made of every image. */
interface BatchKind {

  /** How an image becomes the network's picture. */
  Fit fit();

  /** What the network sees of an image. */
  ImageInput see(ImagePlus image, InputRequest request);

  /** How many files there are of each image. */
  int files();

  /** What a file's planes depend on beside network, image and range. */
  String parameters();

  /** What a row of the table is about: Unit or Target. */
  String column();

  /**
   * The files of an image.
   *
   * @param image what the input was made from; it is not changed
   * @param asked how it was made
   * @param made network, version and macro line
   */
  List<BatchFile> make(
      InceptionV1 network,
      ImagePlus image,
      ImageInput input,
      InputRequest asked,
      Provenance made,
      Progress progress);
}
