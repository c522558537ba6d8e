package io.github.inceptionlens.command.report;

import io.github.inceptionlens.activation.example.UnitExamples;
import io.github.inceptionlens.activation.statistics.UnitResponse;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.dictionary.EntryNeighbors;
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
 * @param neighbors where it stands among others; nothing for a channel of the network
 * @param effects what it does to the classes; nothing where that is not known
 */
record UnitFindings(
    Unit unit,
    UnitResponse response,
    UnitExamples examples,
    List<NaturalCrop> strongest,
    List<NaturalCrop> along,
    List<WeightKernel> inputs,
    List<WeightKernel> outputs,
    Optional<EntryNeighbors> neighbors,
    Optional<UnitEffects> effects) {

  UnitFindings {
    strongest = List.copyOf(strongest);
    along = List.copyOf(along);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /**
   * What a unit does to each class's logit.
   *
   * @param own what the unit adds as it is: the logits less those with it switched off
   * @param up what is added where it is held at its largest activation everywhere: the logits then
   *     less those as it is; nothing where it is silent
   * @param largest its largest activation in the collection
   */
  record UnitEffects(double[] own, Optional<double[]> up, float largest) {}
}
