package io.github.inceptionlens.command.atlas.link;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a pointer means on pictures of an atlas of one grid and of others. */
final class CellLinkTest {

  private static final int GRID = 4;

  /** Every square of the grid is a cell, of as many vectors as its number. */
  private static CellLink link(final CellKind kind) {
    final List<AtlasCell> cells = new ArrayList<>();
    for (int i = 0; i < GRID * GRID; i++) {
      cells.add(new AtlasCell(i + 1, i % GRID, i / GRID, 0, 0, new int[i + 1], new float[] {1, 2}));
    }
    return new CellLink("mine", new CellLayout(request(kind, GRID), cells, new float[0]));
  }

  private static CellRequest request(final CellKind kind, final int grid) {
    return new CellRequest(kind, grid, 1, 0);
  }

  private static ImagePlus picture(
      final String embedding, final CellKind kind, final int... grids) {
    final ImagePlus picture = IJ.createImage("atlas", "rgb", 160, 160, grids.length);
    AtlasProperties.write(
        picture, embedding, IntStream.of(grids).mapToObj(grid -> request(kind, grid)).toList());
    return picture;
  }

  @Test
  void aPixelOfThePictureMeansTheCellOfItsSquare() {
    final CellLink link = link(CellKind.GRID);
    final ImagePlus picture = picture("mine", CellKind.GRID, GRID);
    assertThat(link.isShownBy(picture)).isTrue();
    for (int x = 5; x < 160; x += 10) {
      for (int y = 5; y < 160; y += 10) {
        final CellSelection cells = link.at(picture, x, y);
        assertThat(cells.words()).isEqualTo(String.valueOf(y / 40 * GRID + x / 40 + 1));
        assertThat(link.squares(picture, cells))
            .containsExactly(new Rectangle(x / 40 * 40, y / 40 * 40, 40, 40));
      }
    }
    assertThat(link.at(picture, 160, 3).isEmpty()).isTrue();
  }

  @Test
  void aCoarserGridMeansAllCellsInItsSquareAndAFinerOneTheCellAround() {
    final CellLink link = link(CellKind.GRID);
    final ImagePlus pyramid = picture("mine", CellKind.GRID, 2, 8);
    assertThat(link.at(pyramid, 100, 10).words()).isEqualTo("3-4,7-8");
    assertThat(link.squares(pyramid, link.cell(7))).containsExactly(new Rectangle(80, 40, 40, 40));
    pyramid.setSlice(2);
    assertThat(link.at(pyramid, 85, 45).words()).isEqualTo("7");
    assertThat(link.at(pyramid, 119, 79).words()).isEqualTo("7");
    assertThat(link.squares(pyramid, link.cell(7))).containsExactly(new Rectangle(80, 40, 40, 40));
  }

  @Test
  void groupsLieOnPicturesOfTheSameGroupsAlone() {
    final CellLink link = link(CellKind.KMEANS);
    final ImagePlus pyramid = picture("mine", CellKind.KMEANS, 2, GRID);
    assertThat(link.isShownBy(pyramid)).isFalse();
    assertThat(link.at(pyramid, 10, 10).isEmpty()).isTrue();
    assertThat(link.squares(pyramid, link.cell(1))).isEmpty();
    pyramid.setSlice(2);
    assertThat(link.isShownBy(pyramid)).isTrue();
    assertThat(link.at(pyramid, 10, 10).words()).isEqualTo("1");
    assertThat(link.isShownBy(picture("mine", CellKind.GRID, GRID))).isFalse();
  }

  @Test
  void otherPicturesShowNothingOfIt() {
    final CellLink link = link(CellKind.GRID);
    assertThat(link.isShownBy(picture("other", CellKind.GRID, GRID))).isFalse();
    assertThat(link.isShownBy(IJ.createImage("mine", "8-bit", 160, 160, 1))).isFalse();
  }

  @Test
  void whatIsSaidCountsVectors() {
    final CellLink link = link(CellKind.GRID);
    assertThat(link.words(link.cell(7))).isEqualTo("cell 7 of 7 vectors");
    assertThat(link.words(CellSelection.of(IntStream.of(3, 4, 7, 8))))
        .isEqualTo("cells 3-4,7-8 of 22 vectors");
    assertThat(link.words(link.cell(0))).isEqualTo("no cell");
    assertThat(link.words(link.cell(99))).isEqualTo("no cell");
  }
}
