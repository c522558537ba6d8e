package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.circuit.weight.ExpandedWeight;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.Unit;
import java.util.List;
import java.util.Optional;

/**
 * What was found of a unit, in numbers.
 *
 * @param unit as it is named
 * @param response its values before the rectifier
 * @param examples where in the collection it responds how
 * @param strongest the crops of the strongest examples
 * @param along the crops at quantiles
 * @param inputs what it reads, the strongest first
 * @param outputs what reads it, the strongest first
 * @param effects what it adds to each class's logit; nothing where that is not known
 */
record UnitFindings(
    Unit unit,
    UnitResponse response,
    UnitExamples examples,
    List<NaturalCrop> strongest,
    List<NaturalCrop> along,
    List<ExpandedWeight> inputs,
    List<ExpandedWeight> outputs,
    Optional<double[]> effects) {

  UnitFindings {
    strongest = List.copyOf(strongest);
    along = List.copyOf(along);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
