package io.github.inceptionlens.command.reading;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The slices of an image that show the cases of a reading.
 *
 * @param image the stack of cases
 * @param slices one per case, from 1
 */
record ReadingCases(ImagePlus image, List<Integer> slices) {

  /** The property of a stack of cases that tells which set they are. */
  static final String SET = "set";

  /**
   * Finds the slice of every case by its label.
   *
   * @throws UserError when the image is of another set, or lacks a case or has it twice
   */
  static ReadingCases of(final ImagePlus image, final Reading reading) {
    final String set = image.getProp(ResultImages.PROPERTY_PREFIX + SET);
    if (set != null && !set.equals(reading.mark())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "\"%s\" shows set \"%s\", but the sheet is of set \"%s\": take the stack that was made"
                  + " with the sheet",
              image.getTitle(),
              set,
              reading.mark()));
    }
    return new ReadingCases(
        image, reading.cases().stream().map(name -> slice(image, name)).toList());
  }

  private static int slice(final ImagePlus image, final String name) {
    final List<Integer> found = new ArrayList<>();
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      if (name.equals(image.getStack().getShortSliceLabel(slice))) {
        found.add(slice);
      }
    }
    if (found.size() != 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "\"%s\" has %d slices labeled \"%s\", but the sheet asks for that case: select the"
                  + " stack of cases that was made with the sheet",
              image.getTitle(),
              found.size(),
              name));
    }
    return found.get(0);
  }

  /** The picture of a case, from 0, as it is shown. */
  ImageProcessor picture(final int of) {
    return image.getStack().getProcessor(slices.get(of)).convertToRGB();
  }
}
