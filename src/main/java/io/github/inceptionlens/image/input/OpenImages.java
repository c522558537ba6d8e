package io.github.inceptionlens.image.input;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.io.FileInfo;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Sha256;
import io.github.inceptionlens.core.UserError;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The images that are open, and the one among them that a key of a command names. */
public final class OpenImages {

  private static final String ID = "id:";

  private OpenImages() {}

  /** All images that are open, also those of a macro's batch mode, in ImageJ's order. */
  public static List<ImagePlus> all() {
    final int[] ids = WindowManager.getIDList();
    return Arrays.stream(ids == null ? new int[0] : ids)
        .distinct()
        .mapToObj(WindowManager::getImage)
        .toList();
  }

  /** All open images but one. */
  public static List<ImagePlus> besides(final ImagePlus analyzed) {
    return all().stream().filter(image -> image != analyzed).toList();
  }

  /**
   * The image that a key names: by its title, by ImageJ's number ({@code id:-3}), or by the path of
   * a file, which is opened and not shown. The analyzed image is never meant by its title.
   *
   * @param key the key's name, for sentences
   * @return nothing where no image goes by that name
   * @throws UserError when several images have the title, the number is no image's, or the file
   *     cannot be opened
   */
  public static Optional<ImagePlus> named(
      final String key, final String text, final ImagePlus analyzed) {
    final String name = text.strip();
    final List<ImagePlus> titled =
        besides(analyzed).stream().filter(image -> name.equals(image.getTitle())).toList();
    if (titled.size() > 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", but %d open images have that title: rename one (Image > Rename...)",
              key,
              name,
              titled.size()));
    }
    if (!titled.isEmpty()) {
      return Optional.of(titled.get(0));
    }
    return name.toLowerCase(Locale.ROOT).startsWith(ID)
        ? Optional.of(numbered(key, name))
        : file(key, name);
  }

  private static ImagePlus numbered(final String key, final String name) {
    final String number = name.substring(ID.length());
    return all().stream()
        .filter(image -> number.equals(String.valueOf(image.getID())))
        .findFirst()
        .orElseThrow(
            () -> new UserError(key + " is \"" + name + "\", but no open image has that number"));
  }

  private static Optional<ImagePlus> file(final String key, final String name) {
    if (FileNames.path(name).filter(Files::isRegularFile).isEmpty()) {
      return Optional.empty();
    }
    final ImagePlus image = IJ.openImage(name);
    if (image == null) {
      throw new UserError(key + " is \"" + name + "\", which ImageJ cannot open as an image");
    }
    return Optional.of(image);
  }

  /**
   * Which image was used, for provenance: title, ImageJ's number, and the SHA-256 of its pixels in
   * the order of its slices.
   */
  public static String description(final ImagePlus image) {
    return String.format(
        Locale.ROOT,
        "\"%s\" (id:%d, pixels %s)",
        image.getTitle(),
        image.getID(),
        digest(image.getStack()));
  }

  /**
   * What changes when an image does: the SHA-256 of its pixels, but of a virtual stack, which would
   * have to be read from the disk, its sizes and its file.
   */
  public static String state(final ImagePlus image) {
    return image.getStack().isVirtual()
        ? String.format(
            Locale.ROOT,
            "%s %s %s",
            image.getTitle(),
            Arrays.toString(image.getDimensions()),
            file(image))
        : digest(image.getStack());
  }

  private static String file(final ImagePlus image) {
    final FileInfo info = image.getOriginalFileInfo();
    return info == null ? "" : String.valueOf(info.getFilePath());
  }

  private static String digest(final ImageStack stack) {
    final MessageDigest digest = Sha256.digest();
    for (int slice = 1; slice <= stack.size(); slice++) {
      digest.update(bytes(stack.getPixels(slice)));
    }
    return Sha256.hex(digest);
  }

  private static byte[] bytes(final Object pixels) {
    if (pixels instanceof byte[] values) {
      return values;
    } else if (pixels instanceof short[] values) {
      final ByteBuffer buffer = ByteBuffer.allocate(values.length * Short.BYTES);
      buffer.asShortBuffer().put(values);
      return buffer.array();
    } else if (pixels instanceof int[] values) {
      final ByteBuffer buffer = ByteBuffer.allocate(values.length * Integer.BYTES);
      buffer.asIntBuffer().put(values);
      return buffer.array();
    } else if (pixels instanceof float[] values) {
      final ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES);
      buffer.asFloatBuffer().put(values);
      return buffer.array();
    }
    throw new IllegalArgumentException("pixels of " + pixels.getClass());
  }
}
