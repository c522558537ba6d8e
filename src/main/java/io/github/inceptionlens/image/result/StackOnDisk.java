package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The slices of a result as 32-bit TIFF files, each read when it is looked at.
 *
 * <p>Each file is an image of its own too, with the slice's label, calibration and provenance.
 */
public final class StackOnDisk extends VirtualStack {

  /** How large a TIFF file can be, with room for what it says beside its pixels. */
  public static final long MOST_BYTES = (1L << 32) - (1 << 20);

  private final Map<String, String> labels = new HashMap<>();

  /**
   * A stack without slices.
   *
   * @param folder where all of them lie
   */
  public StackOnDisk(final int width, final int height, final Path folder) {
    super(width, height, null, folder.toString());
    setBitDepth(Float.SIZE);
  }

  /**
   * Appends a slice.
   *
   * @param file its name in the folder
   */
  public void add(final String file, final String label) {
    addSlice(file);
    labels.put(file, label);
  }

  @Override
  public String getSliceLabel(final int slice) {
    return labels.get(getFileName(slice));
  }

  @Override
  public void setSliceLabel(final String label, final int slice) {
    labels.put(getFileName(slice), label);
  }

  /**
   * Writes a slice as a file.
   *
   * @param file which does not exist
   */
  public static void write(final ResultSlice slice, final Path file) throws IOException {
    final ImagePlus image = slice.image();
    final FileInfo info = image.getFileInfo();
    info.description = new FileSaver(image).getDescriptionString();
    info.properties = image.getPropertiesAsArray();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW))) {
      new TiffEncoder(info).write(out);
    }
  }
}
