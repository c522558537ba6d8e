package io.github.inceptionlens.command.unit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.place.ShownUnits;
import io.github.inceptionlens.network.architecture.Architecture;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clicks on the units of a picture do. */
class UnitClicksTest {

  private static final Unit UNIT = new Unit("mixed4c", 447);

  @TempDir private Path folder;

  private static ImagePlus picture(final String images) {
    final ImagePlus picture = IJ.createImage("circuit", "RGB white", 100, 80, 1);
    ShownUnits.write(
        picture,
        "my network",
        images,
        List.of(
            new ShownUnits.At("mixed4c:447", new Box(10, 20, 30, 40)),
            new ShownUnits.At("same:3", new Box(60, 0, 20, 20))));
    return picture;
  }

  @Test
  void theUnitsOfAPictureAreFoundAlsoAfterItWasSavedAndNotOnceItWasCropped() {
    final String file = folder.resolve("circuit.tif").toString();
    IJ.saveAsTiff(picture(""), file);
    final ImagePlus saved = IJ.openImage(file);
    final ShownUnits units = ShownUnits.of(saved).orElseThrow();
    assertThat(units.at(saved, 10, 20)).contains(UNIT);
    assertThat(units.at(saved, 39, 59)).contains(UNIT);
    assertThat(units.at(saved, 40, 59)).isEmpty();
    assertThat(units.at(saved, 79, 19)).contains(new Unit("same", 3));
    saved.setRoi(0, 0, 50, 50);
    assertThat(units.at(saved.crop(), 10, 20)).isEmpty();
    assertThat(ShownUnits.of(IJ.createImage("other", "RGB white", 9, 9, 1))).isEmpty();
  }

  @Test
  void aUnitOpensItsReportOnTheImagesThatWereGiven() {
    final ShownUnits none = ShownUnits.of(picture("")).orElseThrow();
    assertThat(UnitClicks.action(none, UNIT)).isEqualTo(UnitActions.report("my network", UNIT));
    final ShownUnits some = ShownUnits.of(picture("/data/my photographs")).orElseThrow();
    final UnitActions action = UnitClicks.action(some, UNIT);
    assertThat(action.command()).isEqualTo(UnitActions.report("my network", UNIT).command());
    assertThat(action.options())
        .contains("mixed4c:447")
        .contains("[my network]")
        .endsWith("images=[/data/my photographs]");
  }

  @Test
  void aClassOpensItsVisualization() {
    final ShownUnits units = ShownUnits.of(picture("/data")).orElseThrow();
    final Unit unit = new Unit(Architecture.LOGITS, 3);
    assertThat(UnitClicks.action(units, unit).command()).isEqualTo("Visualize Channel...");
  }
}
