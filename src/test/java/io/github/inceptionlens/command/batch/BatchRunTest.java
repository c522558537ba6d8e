package io.github.inceptionlens.command.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are stopped, go on, meet images of no use and names that clash or lead astray. */
final class BatchRunTest {

  private static final List<String> NAMES =
      List.of("a/one.tif", "a/one.png", "../up.tif", ".hidden", "b/one.tif", "b/bad.tif");

  @TempDir private Path folder;

  private final List<String> made = new ArrayList<>();

  private static ImageCollection<InputPicture> collection(final String state) {
    final List<CollectionImage> images =
        NAMES.stream()
            .map(name -> new CollectionImage(name, Optional.of(Path.of(name)), "", "", state))
            .toList();
    final ImageInput input =
        ImageInput.of(IJ.createImage("i", "8-bit ramp", 20, 10, 2), UserImages.SLICES);
    return new ImageCollection<>(
        "images",
        "images",
        images,
        List.of(new SkippedImage("note.txt", "it is no image")),
        image ->
            List.of(
                new InputPicture(image, null, input, 0), new InputPicture(image, null, input, 1)));
  }

  private BatchRun run(final ImageCollection<InputPicture> pictures) {
    final BatchFolder files =
        new BatchFolder(folder.resolve("out/in"), "same", 1, pictures.images());
    files.requireOwn(pictures.images());
    return new BatchRun(
        pictures,
        files,
        (picture, progress) -> {
          if (picture.image().path().endsWith("bad.tif")) {
            throw new UserError("it is too small");
          }
          made.add(picture.image().path());
          final ImagePlus image = IJ.createImage("made", "32-bit ramp", 4, 3, 2);
          return List.of(
              new BatchFile(
                  image,
                  List.of(
                      new MapRow(1, "unit \"1\"", 0, 1.25, Double.NaN, 2, 3),
                      new MapRow(2, "two\nlines", 1 / 3.0, 2, 3, 4, 5))));
        });
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  @Test
  void aStoppedRunGoesOnAndGivesTheRowsOfOneThatWasNot() throws IOException {
    final BatchRun stopped = run(collection("s"));
    final int[] asked = new int[1];
    assertThatThrownBy(
            () ->
                stopped.run(
                    (fraction, what) -> {
                      if (++asked[0] == 6) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(stopped.images()).isPositive().isLessThan(5).isEqualTo(made.size());
    assertThat(stopped.lines()).hasSize(2 * stopped.images());
    final BatchRun whole = run(collection("s"));
    whole.run(Progress.NONE);
    assertThat(whole.before()).isEqualTo(stopped.images());
    assertThat(made).containsExactly("a/one.tif", "a/one.png", "../up.tif", ".hidden", "b/one.tif");
    final BatchRun again = run(collection("s"));
    again.run(Progress.NONE);
    assertThat(again.lines()).isEqualTo(whole.lines()).hasSize(10);
    assertThat(again.before()).isEqualTo(5);
    assertThat(files())
        .containsExactly(
            "out/in/.hidden.tif",
            "out/in/_/up.tif",
            "out/in/a/one.png.tif",
            "out/in/a/one.tif.tif",
            "out/in/b/one.tif");
  }

  @Test
  void imagesOfNoUseAreNamed() {
    final ImageCollection<InputPicture> pictures = collection("s");
    run(pictures).run(Progress.NONE);
    assertThat(pictures.look().pictures()).isEqualTo(10);
    assertThat(pictures.look().skipped())
        .containsExactly(
            new SkippedImage("note.txt", "it is no image"),
            new SkippedImage("b/bad.tif", "it is too small"));
  }

  @Test
  void aFileOfAnImageThatChangedIsNotWrittenOver() throws IOException {
    run(collection("s")).run(Progress.NONE);
    final byte[] before = Files.readAllBytes(folder.resolve("out/in/b/one.tif"));
    assertThatThrownBy(() -> run(collection("changed")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("which holds \"a/one.tif.tif\" already, of another run");
    assertThat(Files.readAllBytes(folder.resolve("out/in/b/one.tif"))).isEqualTo(before);
  }

  @Test
  void aRowTellsWhatAPlaneHolds() {
    final Calibration half = new Calibration();
    half.pixelWidth = 0.5;
    half.pixelHeight = 0.25;
    assertThat(MapRow.of(3, "u", new float[] {1, Float.NaN, -4, 7, 2, 6}, 3, half))
        .isEqualTo(new MapRow(3, "u", -4, 7, 12 / 5.0, 0.25, 0.375));
    assertThat(MapRow.of(1, "u", new float[] {Float.NaN}, 1, half).maximum()).isNaN();
  }
}
