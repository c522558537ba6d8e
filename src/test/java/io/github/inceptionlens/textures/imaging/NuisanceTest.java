package io.github.inceptionlens.textures.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.textures.random.NuisanceRange;
import io.github.inceptionlens.textures.structure.Layout;
import java.util.EnumSet;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NuisanceTest {

  @Property
  void everyDrawLiesInItsRange(@ForAll final long seed) {
    final Nuisance nuisance = Nuisance.draw(seed);
    final Layout layout = Layout.draw(seed, "layout");
    assertIn(NuisanceRange.SIZE, layout.zoom());
    assertIn(NuisanceRange.ORIENTATION, layout.turns());
    assertIn(NuisanceRange.DENSITY, layout.density());
    assertIn(NuisanceRange.BACKGROUND, nuisance.background());
    assertIn(NuisanceRange.CONTRAST, nuisance.contrast());
    assertIn(NuisanceRange.SHADE, nuisance.shade());
    assertIn(NuisanceRange.HUE, nuisance.hue());
    assertIn(NuisanceRange.STAIN, nuisance.stain());
    assertIn(NuisanceRange.COUNTERSTAIN, nuisance.counterstain());
    assertIn(NuisanceRange.BLUR, nuisance.blur());
    assertIn(NuisanceRange.HAZE, nuisance.haze());
    assertIn(NuisanceRange.ILLUMINATION, nuisance.illumination());
    assertIn(NuisanceRange.PHOTONS, nuisance.photons());
    assertIn(NuisanceRange.READ_NOISE, nuisance.readNoise());
  }

  @Example
  void colorsAndPolaritiesAllOccur() {
    final Set<Coloring> colorings = EnumSet.noneOf(Coloring.class);
    int dark = 0;
    for (int seed = 0; seed < 200; seed++) {
      final Nuisance nuisance = Nuisance.draw(seed);
      colorings.add(nuisance.coloring());
      dark += nuisance.darkOnBright() ? 1 : 0;
    }
    assertThat(colorings).hasSize(3);
    assertThat(dark).isBetween(70, 130);
  }

  @Example
  void theTableQuotesEveryRange() {
    final String[] rows = NuisanceRange.markdown().split("\n");
    assertThat(rows).hasSize(2 + NuisanceRange.values().length);
    assertThat(rows).allMatch(row -> row.chars().filter(c -> c == '|').count() == 6);
    assertThat(rows[0]).isEqualTo("| varies | from | to | unit | drawn |");
    assertThat(rows)
        .contains(
            "| size of the structure | 0.7 | 1.6 | × the class's own | evenly in the logarithm |");
  }

  private static void assertIn(final NuisanceRange range, final double value) {
    assertThat(value).as("%s", range).isBetween(range.low(), range.high());
  }
}
