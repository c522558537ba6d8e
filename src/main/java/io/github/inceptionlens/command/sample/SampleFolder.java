package io.github.inceptionlens.command.sample;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Generated pictures as files: those of a class in a folder of its name; scenes in one folder,
 * their masks in another, and a table of the scenes.
 */
final class SampleFolder implements SampleTarget {

  private static final String KEY = "folder";
  private static final String SCENES = "scenes";
  private static final String MASKS = "masks";
  private static final String TABLE = "images.csv";
  private static final int SET = 255;

  private final Path folder;
  private final SampleSeries series;
  private final Provenance provenance;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param text the folder, which is made if need be
   * @param provenance what each file says of itself, with its seed and classes
   * @throws UserError when it is no folder
   */
  SampleFolder(final String text, final SampleSeries series, final Provenance provenance) {
    folder = TextFiles.path(KEY, text);
    this.series = series;
    this.provenance = provenance;
  }

  /**
   * Refuses a folder that holds a file of the kind that is to be written.
   *
   * @throws UserError with the first such file
   */
  void requireFree(final LongStream seeds) {
    Stream.concat(
            series.isScenes() ? Stream.of(TABLE) : Stream.empty(),
            seeds.mapToObj(series::subject).flatMap(this::files))
        .filter(file -> Files.exists(folder.resolve(file)))
        .findFirst()
        .ifPresent(
            file -> {
              throw new UserError(
                  KEY
                      + " is \""
                      + folder
                      + "\", which holds \""
                      + file
                      + "\" already: choose another folder, or move it away");
            });
    OutputFolder.make(folder);
  }

  private Stream<String> files(final SampleSubject subject) {
    return Stream.concat(
        Stream.of(image(subject)),
        series.isScenes() ? subject.shown().stream().map(one -> mask(subject, one)) : Stream.of());
  }

  @Override
  public String image(final SampleSubject subject) {
    if (series.isScenes()) {
      return SCENES + "/" + subject.name("scene") + ".tif";
    }
    final TextureClass shown = subject.shown().get(0);
    return shown.label() + "/" + subject.name(SampleSubject.slug(shown)) + ".tif";
  }

  private static String mask(final SampleSubject subject, final TextureClass texture) {
    return MASKS + "/" + subject.name("scene") + "-mask-" + SampleSubject.slug(texture) + ".tif";
  }

  @Override
  public int slice() {
    return 1;
  }

  @Override
  public void add(final SamplePicture picture) {
    final SampleSubject subject = picture.subject();
    for (final Scene.Region region : picture.regions()) {
      write(mask(subject, region.texture()), mask(region), region.texture().label(), subject);
    }
    write(image(subject), picture.pixels(), subject.label(), subject);
    rows.add(List.of(image(subject), subject.label(), String.valueOf(subject.seed())));
  }

  private ByteProcessor mask(final Scene.Region region) {
    final ByteProcessor mask = new ByteProcessor(series.size(), series.size());
    for (int i = 0; i < region.extent().length; i++) {
      mask.set(i, region.extent()[i] ? SET : 0);
    }
    return mask;
  }

  @Override
  public void finish() {
    if (series.isScenes()) {
      TextFiles.writeOnce(
          KEY,
          folder.resolve(TABLE),
          Stream.concat(Stream.of(List.of("path", "label", "group")), rows.stream())
              .map(Csv::line)
              .collect(Collectors.joining("\n", "", "\n")));
    }
  }

  private void write(
      final String name,
      final ImageProcessor pixels,
      final String label,
      final SampleSubject subject) {
    final byte[] bytes = tiff(pixels, label, subject);
    OutputFolder.write(folder.resolve(name), part -> Files.write(part, bytes));
  }

  private byte[] tiff(
      final ImageProcessor pixels, final String label, final SampleSubject subject) {
    final ImagePlus image = new ImagePlus("", pixels);
    final Provenance made =
        provenance.with("sample seed", subject.seed()).with("sample label", label);
    image.setProperty("Info", ResultImages.text(made));
    return new FileSaver(image).serialize();
  }
}
