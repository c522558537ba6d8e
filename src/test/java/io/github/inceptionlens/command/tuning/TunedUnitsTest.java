package io.github.inceptionlens.command.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.command.tuning.TunedUnitsTable.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tuning alone finds families of units in the network of ImageNet. */
final class TunedUnitsTest {

  @Test
  @Tag("slow")
  void unitsOfEarlyLayersAreTunedToTheAngleOfCurves() {
    final String weights = Needs.shared("weights/bvlc_googlenet.caffemodel").toString();
    try (InceptionLens lens = InceptionLens.open(weights)) {
      for (final Row row : TunedUnitsTable.rows(lens.network(), "")) {
        System.out.println(row);
        row.units().found().forEach(one -> System.out.println("  " + TunedUnitsTable.line(one)));
        assertThat(row.units().found())
            .as(row.toString())
            .hasSizeGreaterThan(3 * row.units().shuffled());
        assertThat(row.gaps().largest()).as(row.toString()).isLessThan(90);
      }
    }
  }
}
