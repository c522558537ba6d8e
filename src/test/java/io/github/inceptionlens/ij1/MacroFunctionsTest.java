package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The {@code Ext} functions, in a real macro, give what the commands give. */
final class MacroFunctionsTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  @Test
  void valuesAreThoseOfTheMapsAndTheClassIsThatOfTheTable() throws Exception {
    final String out =
        printed(
            "run('Lens Macro Functions');"
                + SCENE
                + "unit = Ext.lensStrongest('mixed4c', 40, 60);"
                + "Ext.lensValue(unit, 40, 60, value); Ext.lensValue(unit, 41, 60, next);"
                + "top = Ext.lensTopClass();"
                + "run('Classify with InceptionV1...', 'top=1 csv=[DIR/c.csv]');"
                + "print('same class', (indexOf(File.openAsString('DIR/c.csv'), ',' + top + ',') > 0));"
                + "run('Activation Maps...', 'layer=mixed4c channels=all');"
                + "most = -1; for (i = 1; i <= nSlices; i++) { setSlice(i);"
                + " if (getValue(40, 60) > most) { most = getValue(40, 60); label ="
                + " getInfo('slice.label'); } }"
                + "print('same unit', (label == unit), (abs(most - value) < 1e-5), (next != value));");
    assertThat(out).contains("same class 1", "same unit 1 1 1");
  }

  @Test
  void aChangedImageIsLookedAtAnew() throws Exception {
    final String out =
        printed(
            "run('Lens Macro Functions');"
                + SCENE
                + "Ext.lensValue('mixed3a:3', 40, 60, a); Ext.lensValue('mixed3a:3', 40, 60, b);"
                + "run('Invert'); Ext.lensValue('mixed3a:3', 40, 60, c);"
                + "print('same', (a == b), (a == c));");
    assertThat(out).contains("same 1 0");
  }

  @Test
  void whatCannotBeIsOneSentenceThatEndsTheMacro() throws Exception {
    final String start = "run('Lens Macro Functions');" + SCENE;
    assertThat(run(start + "Ext.lensValue('mixed3a:3', 999, 0, v); print('went on');").out())
        .doesNotContain("went on");
    assertThat(run(start + "Ext.lensValue('mixed3a:3', 999, 0, v);").err())
        .contains("lensValue: the place 999.0, 0.0 lies outside \"scene-8bit.tif\"");
    assertThat(run("run('Lens Macro Functions'); Ext.lensTopClass();").err())
        .contains("no image is open");
    assertThat(run("run('Lens Macro Functions', 'network=none');").err())
        .contains("none")
        .doesNotContain("\tat ");
  }

  /** The reference's example is this one. */
  @Test
  void theExampleOfTheReferenceRuns() throws Exception {
    final String page = Files.readString(Path.of("src/site/reference/lens-macro-functions.md"));
    final String example =
        page.substring(page.indexOf("```java") + 7, page.lastIndexOf("```"))
            .replace("open(\"/data/my cells.tif\");", SCENE)
            .replace('"', '\'');
    assertThat(printed(example)).containsPattern("mixed4c:\\d+ \\d");
  }
}
