package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.attribution.ColorReduction;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.weight.WeightKind;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.command.activation.ActivationMapsCommand;
import io.github.inceptionlens.command.activation.ActivationOverlayCommand;
import io.github.inceptionlens.command.activation.ClassifyCommand;
import io.github.inceptionlens.command.activation.StrongestChannelsCommand;
import io.github.inceptionlens.command.atlas.EmbedActivationsCommand;
import io.github.inceptionlens.command.atlas.comparison.CompareCollectionsCommand;
import io.github.inceptionlens.command.atlas.mosaic.ActivationAtlasCommand;
import io.github.inceptionlens.command.atlas.projection.ProjectOntoAtlasCommand;
import io.github.inceptionlens.command.circuit.CircuitDiagramCommand;
import io.github.inceptionlens.command.circuit.UnitWeightsCommand;
import io.github.inceptionlens.command.collection.SampleActivationsCommand;
import io.github.inceptionlens.command.evidence.TwoAlternativeCommand;
import io.github.inceptionlens.command.reading.TallyReadingsCommand;
import io.github.inceptionlens.command.saliency.SaliencyMapCommand;
import io.github.inceptionlens.command.sample.MakeSampleImagesCommand;
import io.github.inceptionlens.command.sample.SampleDepth;
import io.github.inceptionlens.command.sample.SampleKind;
import io.github.inceptionlens.command.trace.TraceAnswerCommand;
import io.github.inceptionlens.command.tuning.MakeStimuliCommand;
import io.github.inceptionlens.command.visualization.VisualizeChannelCommand;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.reading.Queries;
import io.github.inceptionlens.reading.Tally;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.plugin.Plugin;

/** The texts that a dialog offers are those that there are, for an annotation cannot ask. */
final class OfferedChoicesTest {

  private static final List<String> AUTO = List.of("auto");

  static Stream<Arguments> keys() {
    return Stream.of(
        key(ClassifyCommand.class, "fit", labels(Fit.values(), Fit::label)),
        key(SaliencyMapCommand.class, "fit", labels(Fit.values(), Fit::label)),
        key(SaliencyMapCommand.class, "sign", labels(Sign.values(), Sign::label)),
        key(
            SaliencyMapCommand.class,
            "color",
            labels(ColorReduction.values(), ColorReduction::label)),
        key(
            ActivationMapsCommand.class,
            "registration",
            labels(Registration.values(), Registration::label)),
        key(
            ActivationOverlayCommand.class,
            "registration",
            labels(Registration.values(), Registration::label)),
        key(
            StrongestChannelsCommand.class,
            "by",
            labels(ChannelOrder.values(), ChannelOrder::toString)),
        key(
            TallyReadingsCommand.class,
            "by",
            labels(Tally.By.values(), by -> by.name().toLowerCase(Locale.ROOT))),
        key(CircuitDiagramCommand.class, "how", labels(WeightKind.values(), WeightKind::label)),
        key(
            TraceAnswerCommand.class,
            "by",
            ScoreKind.TRACED.stream().map(ScoreKind::label).toList()),
        key(UnitWeightsCommand.class, "how", labels(WeightKind.values(), WeightKind::label)),
        key(TwoAlternativeCommand.class, "queries", labels(Queries.values(), Queries::toString)),
        key(MakeStimuliCommand.class, "kind", labels(StimulusKind.values(), StimulusKind::label)),
        key(MakeSampleImagesCommand.class, "kind", labels(SampleKind.values(), SampleKind::label)),
        key(
            EmbedActivationsCommand.class,
            "method",
            labels(EmbeddingMethod.values(), EmbeddingMethod::label)),
        key(
            EmbedActivationsCommand.class,
            "metric",
            labels(VectorMetric.values(), VectorMetric::label)),
        key(
            ActivationAtlasCommand.class,
            "metric",
            labels(VectorMetric.values(), VectorMetric::label)),
        key(ActivationAtlasCommand.class, "cells", labels(CellKind.values(), CellKind::label)),
        key(ProjectOntoAtlasCommand.class, "cells", labels(CellKind.values(), CellKind::label)),
        key(CompareCollectionsCommand.class, "cells", labels(CellKind.values(), CellKind::label)),
        key(
            CompareCollectionsCommand.class,
            "metric",
            labels(VectorMetric.values(), VectorMetric::label)),
        key(SampleActivationsCommand.class, "from", labels(SampleFrom.values(), SampleFrom::label)),
        key(
            MakeSampleImagesCommand.class,
            "depth",
            labels(SampleDepth.values(), SampleDepth::label)),
        key(
            VisualizeChannelCommand.class,
            "parameterization",
            Parameterization.all().stream().map(Parameterization::label).toList()),
        key(
            VisualizeChannelCommand.class,
            "transforms",
            Stream.of(Transforms.STANDARD, Transforms.JITTER, Transforms.CROPS, Transforms.NONE)
                .map(Transforms::label)
                .toList()));
  }

  private static Arguments key(
      final Class<? extends Command> command, final String key, final List<String> labels) {
    return Arguments.of(command, key, labels);
  }

  private static <T> List<String> labels(final T[] values, final Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatIsOfferedIsWhatThereIs(
      final Class<? extends Command> type, final String key, final List<String> labels) {
    final CommandInfo info = new CommandInfo(type, type.getAnnotation(Plugin.class));
    final List<String> offered =
        info.getInput(key).getChoices().stream()
            .map(String::valueOf)
            .filter(text -> !AUTO.contains(text))
            .toList();
    assertThat(offered).containsExactlyInAnyOrderElementsOf(labels);
  }
}
