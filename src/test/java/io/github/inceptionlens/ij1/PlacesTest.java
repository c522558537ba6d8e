package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Double clicks on rows and crops, with the mouse, lead back to files that were closed. */
final class PlacesTest {

  private static final int MINUTES = 4;

  private static final String FILE = "DIR/set/mäuse, 2 und drei/dot one.tif";

  /** A dot of 5 x 5 pixels around (120, 90) on the second of three calibrated slices. */
  private static final String MAKE =
      "newImage('dot', '8-bit black', 200, 160, 3); setSlice(2); makeRectangle(118, 88, 5, 5);"
          + "setColor(255); fill(); run('Select None'); setSlice(1);"
          + "setVoxelSize(0.5, 0.25, 1, 'um'); saveAs('Tiff', 'FILE'); close('*');"
          + "newImage('five', '8-bit ramp', 64, 48, 2, 3, 4); saveAs('Tiff', 'DIR/set/five.tif');"
          + "close('*'); for (i = 0; i < 2; i++) run('Classify Images...', 'images=[DIR/set]');"
          + "run('Visualize Channel...', 'objective=mixed3a:3 size=32 steps=1 images=[DIR/set]"
          + " examples=3');";

  private static final String ROWS =
      "selectImage('dot one.tif'); run('Select None');"
          + "run('Strongest Channels...', 'layer=conv2d0 count=2 by=peak');";

  private static final String REMOVE = "close('dot one.tif'); gone = File.delete('FILE');";

  @TempDir private Path folder;

  private static final String DIAGRAM =
      "newImage('mine', '8-bit ramp', 96, 96, 2);"
          + "run('Circuit Diagram...', 'unit=conv2d2:3 depth=1 breadth=2 icons=kept');";

  private String macro(final String name, final String text) throws IOException {
    final String whole = text.replace("FILE", FILE).replace("DIR", folder.toString());
    Files.createDirectories(Path.of(FILE.replace("DIR", folder.toString())).getParent());
    return "macro;" + Files.writeString(folder.resolve(name + ".ijm"), whole.replace('\'', '"'));
  }

  @Test
  @Tag("slow")
  void doubleClicksOnUnitsOpenTheirReportsOnTheUsersImage() throws Exception {
    Needs.display();
    final List<String> lines =
        MacroProcess.java(
                folder,
                List.of(
                    "-Duser.home=" + folder,
                    PlacesCheck.class.getName(),
                    folder.resolve("ImageJ").toString(),
                    macro("diagram", DIAGRAM),
                    "unit;Circuit of conv2d2:3;1",
                    "picture;" + folder.resolve("screen.png")),
                MINUTES)
            .out()
            .lines()
            .filter(line -> line.matches("(unit|message).*"))
            .toList();
    assertThat(lines).as(String.join("\n", lines)).hasSize(1);
    assertThat(lines.get(0)).matches("unit .* 1: Report of conv2d1:\\d+ slice 1 of 3 images.*");
  }

  @Test
  @Tag("slow")
  void doubleClicksLeadBack() throws Exception {
    Needs.display();
    final List<String> lines =
        MacroProcess.java(
                folder,
                List.of(
                    "-Duser.home=" + folder,
                    "-Dfile.encoding=UTF-8",
                    PlacesCheck.class.getName(),
                    folder.resolve("ImageJ").toString(),
                    macro("make", MAKE),
                    "row;InceptionV1 Images;29",
                    "row;InceptionV1 Images;14",
                    "row;InceptionV1 Images;3",
                    "crop;Evidence for mixed3a_pre_relu:3;1",
                    macro("rows", ROWS),
                    "row;InceptionV1 Channels;1",
                    "row;InceptionV1 Channels;2",
                    macro("remove", REMOVE),
                    "row;InceptionV1 Images;29"),
                MINUTES)
            .out()
            .lines()
            .filter(line -> line.matches("(row|crop|message).*"))
            .toList();
    assertThat(lines).as(String.join("\n", lines)).hasSize(8);
    assertThat(lines.subList(0, 4))
        .containsExactly(
            "row InceptionV1 Images 29: dot one.tif slice 2 of 3 images, nothing",
            "row InceptionV1 Images 14: dot one.tif slice 2 of 3 images, nothing",
            "row InceptionV1 Images 3: five.tif slice 5 of 4 images, nothing",
            "crop Evidence for mixed3a_pre_relu:3 1: dot one.tif slice 2 of 4 images,"
                + " Rectangle 90 50 59 59");
    for (final String line : lines.subList(4, 6)) {
      assertThat(line)
          .matches(
              "row InceptionV1 Channels \\d: dot one.tif slice 2 of 4 images,"
                  + " Point 1[12]\\d [89]\\d 1 1, overlay InceptionV1 conv2d0:\\d+");
    }
    assertThat(lines.get(6))
        .startsWith("message: Inception Lens: there is no file \"")
        .endsWith("dot one.tif\" any more: it was moved, renamed or deleted");
  }
}
