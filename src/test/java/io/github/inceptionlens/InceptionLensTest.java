package io.github.inceptionlens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.command.activation.ActivationMapsCommand;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PixelGrid;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.feature.Visualization;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The door for Java, Groovy and Jython, used as its users do. */
final class InceptionLensTest {

  private static final String SCENE = "sample-images/scene-8bit.tif";

  @TempDir private Path folder;

  private String[] files() {
    return new String[] {
      SCENE, folder.resolve("maps.tif").toString(), folder.resolve("saliency.tif").toString()
    };
  }

  private void checkMaps() throws Exception {
    final ImagePlus image = IJ.openImage(SCENE);
    final ImagePlus maps = IJ.openImage(files()[1]);
    assertThat(maps.getStackSize()).isEqualTo(3);
    assertThat(maps.getCalibration().pixelWidth).isEqualTo(image.getCalibration().pixelWidth);
    assertThat(maps.getCalibration().getUnit()).isEqualTo(image.getCalibration().getUnit());
    assertThat(maps.getWidth()).isEqualTo(image.getWidth());
    final ImagePlus expected = commanded(image);
    for (int slice = 1; slice <= 3; slice++) {
      assertThat((float[]) maps.getStack().getPixels(slice))
          .containsExactly((float[]) expected.getStack().getPixels(slice), within(1e-4f));
      assertThat(maps.getStack().getSliceLabel(slice))
          .isEqualTo(expected.getStack().getSliceLabel(slice));
    }
    final ImagePlus saliency = IJ.openImage(files()[2]);
    assertThat(saliency.getWidth()).isEqualTo(224);
    assertThat(saliency.getStatistics().max).isPositive();
  }

  /** The same through SciJava's command service. */
  private static ImagePlus commanded(final ImagePlus image) throws Exception {
    try (Context context = new Context(CommandService.class)) {
      final CommandModule module =
          context
              .service(CommandService.class)
              .run(
                  ActivationMapsCommand.class,
                  false,
                  Map.of(
                      "image", image,
                      "network", "textures",
                      "layer", "mixed4c",
                      "channels", "strongest:3"))
              .get();
      assertThat(module.isCanceled()).isFalse();
      return (ImagePlus) module.getOutput("maps");
    }
  }

  @Test
  void theProgramOfTheReadmeGivesWhatTheCommandGives() throws Exception {
    CellsToMap.main(files());
    checkMaps();
  }

  @Test
  void theReadmeShowsTheProgramThatIsTested() throws IOException {
    final String source =
        Files.readString(
            Path.of("src", "test", "java", "io", "github", "inceptionlens", "CellsToMap.java"));
    final String body =
        source.substring(source.indexOf("    try (InceptionLens"), source.lastIndexOf("  }\n}"));
    assertThat(Files.readString(Path.of("README.md"))).contains(body.stripTrailing().stripIndent());
  }

  @Test
  void groovyGivesTheSame() throws Exception {
    script("groovy", "cells-to-map.groovy");
    checkMaps();
  }

  @Test
  void jythonGivesTheSame() throws Exception {
    System.setProperty("python.import.site", "false");
    script("python", "cells_to_map.py");
    checkMaps();
  }

  private void script(final String language, final String file)
      throws IOException, ScriptException {
    final ScriptEngine engine = new ScriptEngineManager().getEngineByName(language);
    assertThat(engine).as(language).isNotNull();
    engine.put("files", files());
    try (Reader code =
        new InputStreamReader(
            InceptionLensTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      engine.eval(code);
    }
  }

  @Test
  void picturesOfAnyRealTypeAreLookedAt() {
    final ImagePlus image = IJ.openImage(SCENE);
    final byte[] bytes = (byte[]) image.getProcessor().getPixels();
    final Picture made =
        Picture.of(ArrayImgs.unsignedBytes(bytes, image.getWidth(), image.getHeight()), 0, 255);
    final Picture shown = InceptionLens.picture(image);
    assertThat(made.plane(1)).containsExactly(shown.plane(1), within(1e-3f));
    try (InceptionLens lens = InceptionLens.open()) {
      final List<ClassRanking.Score> classes = lens.classes(made, 2);
      assertThat(classes.get(0).probability()).isGreaterThanOrEqualTo(classes.get(1).probability());
      final ActivationMaps maps = lens.activationMaps(made, "mixed3b", "0,5");
      assertThat(maps.maps().dimensionsAsLongArray())
          .containsExactly(image.getWidth(), image.getHeight(), 2);
      assertThat(lens.activations(made, "mixed3b").channel(5)).isNotEmpty();
      final Attribution map = lens.saliency(made, "gradient", "mixed3b:5");
      assertThat(map.map().values().planes()).isEqualTo(3);
      final Visualization seen =
          lens.visualize("mixed3a:2", VisualizationRequest.STANDARD.size(48).steps(2));
      assertThat(seen.results().get(0).picture().width()).isEqualTo(48);
      lens.overlay(image, "mixed3b:5");
      assertThat(image.getOverlay().size()).isPositive();
    }
  }

  @Test
  void aMapOfAUnitIsAsLargeAsTheImageAndNamedAsTheMethodIs() {
    final ImagePlus image = IJ.openImage(SCENE);
    try (InceptionLens lens = InceptionLens.open()) {
      final ImagePlus map = lens.saliency(image, "grad-cam", "mixed4c:12");
      assertThat(map.getWidth()).isEqualTo(image.getWidth());
      assertThat(map.getProp("InceptionLens.method")).isEqualTo("Grad-CAM");
      assertThat(map.getProp("InceptionLens.version")).isNotBlank();
      assertThat(map.getStack().getSliceLabel(1)).startsWith("Grad-CAM mixed4c:12");
    }
  }

  @Test
  void mapsOfAPictureLieWhereThePictureLies() {
    final ImagePlus image = IJ.openImage(SCENE);
    image.getCalibration().setUnit("um");
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.25;
    image.getCalibration().xOrigin = 3;
    image.setRoi(40, 60, 128, 128);
    final Picture part = InceptionLens.picture(image);
    assertThat(part.grid())
        .isEqualTo(new PixelGrid((40.5 - 3) * 0.5, 60.5 * 0.25, 0.5, 0.25, "µm"));
    try (InceptionLens lens = InceptionLens.open()) {
      final ActivationMaps maps = lens.activationMaps(part, "mixed3b", "0,5");
      final ImagePlus shown = InceptionLens.image(maps.maps(), maps.units(), part);
      assertThat(shown.getStack().getSliceLabel(2)).isEqualTo("mixed3b:5");
      assertThat(shown.getCalibration().getX(0.5)).isEqualTo(image.getCalibration().getX(40.5));
      assertThat(shown.getCalibration().getY(0.5)).isEqualTo(image.getCalibration().getY(60.5));
      assertThat(shown.getCalibration().getUnit()).isEqualTo("µm");
      assertThatThrownBy(() -> InceptionLens.image(maps.maps(), List.of("one"), part))
          .isInstanceOf(UserError.class)
          .hasMessage("2 maps have 1 labels");
    }
    assertThatThrownBy(() -> new PixelGrid(0, 0, 0, 1, "um"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("above 0");
  }

  @Test
  void whatIsNoPictureIsRefusedInOneSentence() {
    assertThatThrownBy(() -> Picture.of(ArrayImgs.floats(4, 4), 3, 3))
        .isInstanceOf(UserError.class)
        .hasMessage("range is 3.0 to 3.0, expected a maximum above the minimum");
    assertThatThrownBy(() -> Picture.of(ArrayImgs.floats(4, 4, 2), 0, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("4 x 4 x 2");
    assertThatThrownBy(() -> Picture.of(ArrayImgs.floats(new float[] {Float.NaN}, 1, 1), 0, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("not a number");
    assertThatThrownBy(() -> InceptionLens.open("no such network"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no such network");
  }
}
