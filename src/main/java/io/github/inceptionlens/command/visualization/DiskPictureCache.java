package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.PictureFile;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.IOException;
import java.util.Optional;

/** An album on the disk: TIFF files with the value and all that the picture depends on. */
public final class DiskPictureCache implements PictureCache {

  private static final String VALUE = "value";
  private static final String STEP = "step";
  private static final String KEY = "key";

  private final FileCache files;

  /** An album in a folder of files. */
  public DiskPictureCache(final FileCache files) {
    this.files = files;
  }

  @Override
  public Optional<Frame> find(final String key) {
    return files
        .find(FileCache.key(key))
        .map(PictureFile::read)
        .filter(file -> file.property(KEY).equals(Optional.of(key)))
        .map(
            file ->
                new Frame(
                    0,
                    Integer.parseInt(file.property(STEP).orElseThrow()),
                    file.picture(),
                    Double.parseDouble(file.property(VALUE).orElseThrow())));
  }

  @Override
  public void keep(final String key, final Frame frame) {
    final String name = FileCache.key(key);
    final Provenance known =
        Provenance.EMPTY.with(KEY, key).with(STEP, frame.step()).with(VALUE, frame.value());
    try {
      files.keep(name, name, PictureFile.write(frame.picture(), name, known));
    } catch (final IOException e) {
      return;
    }
  }
}
