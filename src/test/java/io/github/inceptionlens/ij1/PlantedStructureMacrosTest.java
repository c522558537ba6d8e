package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.atlas.comparison.PlantedScenes;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a macro finds that names two folders alone. */
final class PlantedStructureMacrosTest extends PluginMacros {

  private static final int PICTURES = 300;

  @Tag("slow")
  @Test
  void cropsShowWhatATenthOfTheTreatedPicturesShow() throws IOException {
    final PlantedScenes scenes = new PlantedScenes(TextureClass.HONEYCOMB, PICTURES, 160_000_000);
    scenes.write(folder);
    final ImagePlus montage =
        image(
            "run('Compare Collections...', 'treated=[DIR/treated] control=[DIR/control]"
                + " csv=[DIR/found.csv]'); selectImage('mixed4c-Crops');");
    final ResultsTable found = ResultsTable.open(folder.resolve("found.csv").toString());
    assertThat(DoubleStream.of(found.getColumn("Differs")).sum()).isPositive();
    final List<CropPlaces.Crop> treated =
        CropPlaces.of(montage).orElseThrow().crops().stream()
            .filter(crop -> crop.image().startsWith("treated/"))
            .toList();
    assertThat(treated).isNotEmpty();
    final long showing = treated.stream().filter(crop -> shows(scenes, crop)).count();
    assertThat((double) showing / treated.size()).isGreaterThanOrEqualTo(0.8);
  }

  private static boolean shows(final PlantedScenes scenes, final CropPlaces.Crop crop) {
    final CropPlaces.Box box = crop.from();
    return scenes.shows(
        Integer.parseInt(crop.image().replaceAll("\\D", "")),
        new Rectangle(box.x(), box.y(), box.width(), box.height()));
  }
}
