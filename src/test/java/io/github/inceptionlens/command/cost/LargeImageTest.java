package io.github.inceptionlens.command.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.command.activation.ActivationMapsCommand;
import io.github.inceptionlens.command.activation.ActivationOverlayCommand;
import io.github.inceptionlens.command.activation.ClassifyCommand;
import io.github.inceptionlens.command.activation.GroupActivationsCommand;
import io.github.inceptionlens.command.activation.StrongestChannelsCommand;
import io.github.inceptionlens.command.activation.WhatFiresHereCommand;
import io.github.inceptionlens.command.edit.AblateUnitsCommand;
import io.github.inceptionlens.command.saliency.ChannelAttributionCommand;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.band.RunPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/** What a dialog says an image costs that is too large to be seen as a whole. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class LargeImageTest {

  private static final String MEMORY = "inceptionlens.memory";
  private static final ImagePlus LARGE = new ImagePlus("large", new ByteProcessor(800, 1200));

  private final String before = System.getProperty(MEMORY);

  @AfterEach
  void leavesTheMemoryAsItWas() {
    LARGE.deleteRoi();
    memory(before);
  }

  private static void memory(final String megabytes) {
    if (megabytes == null) {
      System.clearProperty(MEMORY);
    } else {
      System.setProperty(MEMORY, megabytes);
    }
  }

  private static CommandModule command(
      final Class<? extends Command> type, final Map<String, Object> inputs)
      throws ModuleException {
    final CommandInfo info = new CommandInfo(type, type.getAnnotation(Plugin.class));
    final CommandModule module = (CommandModule) info.createModule();
    module.setInput("image", LARGE);
    inputs.forEach(module::setInput);
    return module;
  }

  private static String maps(final Architecture network, final Map<String, Object> inputs)
      throws ModuleException {
    final Map<String, Object> all = new HashMap<>(Map.of("layer", "mixed3b"));
    all.putAll(inputs);
    return LargeImage.forecast(
        (Command) command(ActivationMapsCommand.class, all).getDelegateObject(),
        network,
        (layer, slices) -> 12L * slices);
  }

  @Test
  void nothingIsSaidOfAnImageThatIsSeenAsAWhole() throws ModuleException {
    memory("4000");
    assertThat(maps(Training.CAFFE.architecture(), Map.of())).isEmpty();
    memory("100");
    LARGE.setRoi(new Roi(0, 0, 100, 100));
    assertThat(maps(Training.CAFFE.architecture(), Map.of("crop", true))).isEmpty();
  }

  @Test
  void bandsAndTheirMemoryAreToldAndTheTimeOnceItIsKnown() throws ModuleException {
    memory("100");
    final Architecture network = Training.CAFFE.architecture().named("test large");
    assertThat(maps(network, Map.of()))
        .matches(
            "800 x 1200 pixels are seen in \\d+ bands of \\d+ rows: \\d+ MB; with scale 0.5 as a"
                + " whole: \\d+ MB \\(the first run of a session tells how long\\)");
    final RunPlan whole = new RunPlan(1, Optional.empty());
    PassTimes.record(new Pass(false, network, List.of("mixed3b"), 400, 600, whole, 30));
    assertThat(maps(network, Map.of()))
        .matches(
            "800 x 1200 pixels are seen in \\d+ bands of \\d+ rows: about 2 min, \\d+ MB; with scale"
                + " 0.5 as a whole: about 30 s, \\d+ MB");
    assertThat(maps(network, Map.of("scale", 0.5)))
        .matches(
            "400 x 600 pixels are seen as a whole: about 30 s, \\d+ MB; with scale 1 in \\d+ bands of"
                + " \\d+ rows: about 2 min, \\d+ MB");
  }

  /** 1,200 rows of 800 pixels need for mixed3b 480 channels of 100 x 150 units, and 12 maps. */
  @Test
  void theMemoryIsThatOfTheNetworkAndWhatIsMade() throws ModuleException {
    memory("100");
    final Architecture network = Training.CAFFE.architecture().named("test memory");
    final RunPlan plan = RunPlan.of(network, List.of("mixed3b"), 800, 1200);
    final long values = 480L * 100 * 150 + 12L * 800 * 1200 + 3L * 800 * plan.bands().get().rows();
    assertThat(maps(network, Map.of()))
        .contains(" rows: " + Math.round((plan.bytes() + 4 * values) / 1048576.0) + " MB;");
  }

  @Test
  void mapsOnTheLayersGridAndMapsInAFolderTakeLess() throws ModuleException {
    memory("14");
    final long all = megabytes(Map.of());
    assertThat(all - megabytes(Map.of("registration", "none"))).isBetween(43L, 45L);
    assertThat(all - megabytes(Map.of("folder", "/data"))).isBetween(40L, 41L);
  }

  /** Of twelve maps, each of which takes 3.66 MB. */
  private static long megabytes(final Map<String, Object> inputs) throws ModuleException {
    return Long.parseLong(
        forecast(ActivationMapsCommand.class, inputs)
            .replaceFirst("^.*? rows: (about \\d+ (s|min), )?(\\d+) MB.*", "$3"));
  }

  @Test
  void aScaleThatLeavesTheLayerASingleUnitIsRefusedInTheDialogAlready() {
    memory("100");
    assertThatThrownBy(
            () -> maps(Training.CAFFE.architecture(), Map.of("layer", "mixed5b", "scale", 0.02)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has a single unit")
        .hasMessageContaining("give a scale of at least");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ActivationMapsCommand.class,
        ActivationOverlayCommand.class,
        StrongestChannelsCommand.class,
        GroupActivationsCommand.class,
        WhatFiresHereCommand.class
      })
  void everyCommandThatReadsALayerTells(final Class<? extends Command> type)
      throws ModuleException {
    memory("14");
    assertThat(((CostEstimate) command(type, Map.of()).getDelegateObject()).forecast())
        .startsWith("800 x 1200 pixels are seen in ");
  }

  @ParameterizedTest
  @ValueSource(classes = {ClassifyCommand.class, AblateUnitsCommand.class})
  void classesAreToldOfAtTheImagesOwnSizeAlone(final Class<? extends Command> type)
      throws ModuleException {
    memory("14");
    assertThat(forecast(type, Map.of("fit", "own size")))
        .startsWith("800 x 1200 pixels are seen in ");
    assertThat(forecast(type, Map.of())).isEmpty();
  }

  @Test
  void aCommandWithoutAScaleTellsNothing() throws ModuleException {
    memory("14");
    assertThat(forecast(ChannelAttributionCommand.class, Map.of())).isEmpty();
  }

  private static String forecast(
      final Class<? extends Command> type, final Map<String, Object> inputs)
      throws ModuleException {
    return ((CostEstimate) command(type, inputs).getDelegateObject()).forecast();
  }

  /** Of a slide of 100,000 rows without its pixels. */
  @Test
  void theScaleOfALargeImageLeavesAThousandPixels() {
    assertThat(LargeImage.scale(new ImagePlus("a", new ByteProcessor(20_000, 10)))).contains(0.05);
    assertThat(LargeImage.scale(LARGE)).isEmpty();
  }
}
