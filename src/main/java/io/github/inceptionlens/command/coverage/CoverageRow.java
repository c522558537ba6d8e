package io.github.inceptionlens.command.coverage;

import io.github.inceptionlens.circuit.tuning.AngleDetectors;
import io.github.inceptionlens.circuit.tuning.AngularGaps;

/** Which detectors of a kind there are among some units. */
record CoverageRow(CoverageKind kind, CoverageSource source, AngleDetectors detectors) {

  /** What their preferred angles leave uncovered. */
  AngularGaps gaps() {
    return detectors.gaps(kind.period());
  }
}
