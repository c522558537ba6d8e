package io.github.inceptionlens.command.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.measure.ResultsTable;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows say of their places. */
final class PlaceTableTest {

  @TempDir private Path folder;

  private static ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.addRow();
    table.addValue("Image", "007");
    table.addValue("Slice", 3);
    table.addValue("X", 1.23456789);
    table.addValue("Y", 2.5);
    return table;
  }

  @Test
  void aRowOfAnOpenImageIsCalibratedAndKeepsAllDigits() {
    assertThat(PlaceTable.of("t", table()).row(1))
        .containsExactly(new ImagePlace("", "007", 3, PlaceMark.calibrated(1.23456789, 2.5)));
  }

  @Test
  void aRowOfAFileHasACollectionAndPixelsWhereTheTableSaysSo() {
    final ResultsTable table = table();
    table.addValue("Collection", "/data/mäuse und ratten");
    table.addValue("Coordinates", "pixels");
    assertThat(PlaceTable.of("t", table).row(1))
        .containsExactly(
            new ImagePlace("/data/mäuse und ratten", "007", 3, PlaceMark.pixels(1.23456789, 2.5)));
  }

  @Test
  void withoutAPlaceItIsTheSlice() {
    final ResultsTable table = table();
    table.deleteColumn("Y");
    assertThat(PlaceTable.of("t", table).row(1))
        .containsExactly(new ImagePlace("", "007", 3, PlaceMark.NOTHING));
  }

  @Test
  void aRowThatComparesTwoHasBothAndOnOneSliceBothPoints() throws IOException {
    final Path file =
        Files.writeString(
            folder.resolve("trials.csv"),
            "Unit;Left Image;Left Slice;Left X;Left Y;Right Image;Right Slice;Right X;Right Y\n"
                + "a:1;\"b; c.tif\";1;10;20;d.tif;2;30;40\n"
                + "a:1;d.tif;2;10;20;d.tif;2;30;40\n");
    final PlaceTable table = PlaceTable.named("table", file.toString());
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.row(1))
        .containsExactly(
            new ImagePlace("", "b; c.tif", 1, PlaceMark.calibrated(10, 20)),
            new ImagePlace("", "d.tif", 2, PlaceMark.calibrated(30, 40)));
    assertThat(table.row(2))
        .containsExactly(
            new ImagePlace(
                "", "d.tif", 2, PlaceMark.calibrated(10, 20).and(PlaceMark.calibrated(30, 40))));
  }

  @Test
  void whatLeadsNowhereIsSaid() throws IOException {
    final PlaceTable table = PlaceTable.of("mine", table());
    for (final int row : List.of(0, 2)) {
      assertThatThrownBy(() -> table.row(row))
          .isInstanceOf(UserError.class)
          .hasMessage("row is " + row + ", but \"mine\" has the rows 1 to 1");
    }
    final ResultsTable other = new ResultsTable();
    other.addRow();
    other.addValue("Area", 5);
    assertThatThrownBy(() -> PlaceTable.of("mine", other).row(1))
        .hasMessage("row 1 of \"mine\" is not of an image: its Image is empty or missing");
    assertThatThrownBy(() -> PlaceTable.named("table", "nowhere"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("table is \"nowhere\", expected the title of an open table");
    final Path empty = Files.writeString(folder.resolve("empty.csv"), "");
    assertThatThrownBy(() -> PlaceTable.named("table", empty.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is empty");
  }
}
