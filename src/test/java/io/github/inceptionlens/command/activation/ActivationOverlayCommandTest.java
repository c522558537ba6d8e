package io.github.inceptionlens.command.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.service.LensService;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;

final class ActivationOverlayCommandTest {

  private Context context;
  private CountedNetwork lens;
  private CommandModule command;
  private ImagePlus image;

  @BeforeEach
  void start() throws Exception {
    context = new Context(CountedNetwork.class);
    lens = context.service(CountedNetwork.class);
    final CommandInfo info =
        new CommandInfo(
            ActivationOverlayCommand.class,
            ActivationOverlayCommand.class.getAnnotation(Plugin.class));
    command = (CommandModule) info.createModule();
    context.inject(command);
    final ByteProcessor noise = new ByteProcessor(96, 64);
    new Random(5).nextBytes((byte[]) noise.getPixels());
    image = new ImagePlus("noise", noise);
    give("image", image);
    give("layer", "mixed3b");
    give("bar", false);
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private void give(final String name, final Object value) {
    command.setInput(name, value);
    command.resolveInput(name);
  }

  private ImageRoi layer() {
    final Overlay overlay = image.getOverlay();
    return (ImageRoi) overlay.get(overlay.size() - 1);
  }

  /** What all elements of the layer come to where they lie on each other. */
  private double opacity() {
    double through = 1;
    for (final Roi element : image.getOverlay().toArray()) {
      through *= 1 - ((ImageRoi) element).getOpacity();
    }
    return 1 - through;
  }

  @Test
  void onlyWhatTheNetworkAnswersToRunsItAgain() {
    command.preview();
    give("opacity", 20);
    command.preview();
    assertThat(opacity()).isCloseTo(0.2, within(0.005));
    give("lut", "Ice");
    give("range", "0-9");
    command.preview();
    assertThat(layer().getProperty("InceptionLens.activations")).isEqualTo("0-9");
    command.run();
    assertThat(lens.works).isEqualTo(1);
    give("unit", "mixed3b:7");
    command.run();
    give("scale", 1.5);
    command.run();
    assertThat(lens.works).isEqualTo(3);
    assertThat(image.getOverlay().size()).isBetween(1, 8);
    assertThat(layer().getName()).isEqualTo("InceptionV1 mixed3b:7");
    assertThat(command.getOutput("summary"))
        .asString()
        .isEqualTo("Activation overlay on noise: mixed3b:7, activations 0-9 in Ice");
  }

  @Test
  void cancelPutsTheVeryOverlayBackHiddenOrNot() {
    final Overlay before = new Overlay(new OvalRoi(1, 2, 3, 4));
    image.setOverlay(before);
    image.setHideOverlay(true);
    command.preview();
    assertThat(image.getOverlay().size()).isGreaterThan(1);
    command.cancel();
    assertThat(image.getOverlay()).isSameAs(before);
    assertThat(image.getHideOverlay()).isTrue();
    assertThat(before.size()).isEqualTo(1);
    image.setOverlay((Overlay) null);
    command.preview();
    command.cancel();
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void aWrongValueLeavesThePreviewThatIsShown() {
    command.preview();
    final Overlay shown = image.getOverlay();
    give("lut", "nonesuch");
    assertThatThrownBy(command::preview).isInstanceOf(UserError.class);
    assertThat(image.getOverlay()).isSameAs(shown);
  }

  @Test
  void everyPixelIsAsBefore() {
    final Object pixels = image.getProcessor().getPixelsCopy();
    give("bar", true);
    command.preview();
    command.run();
    assertThat(image.getProcessor().getPixels()).isEqualTo(pixels);
  }

  /** A narrow network of random weights, and how often it was asked. */
  public static final class CountedNetwork extends AbstractService implements LensService {

    private int works;

    @Override
    public boolean isAwaited() {
      return false;
    }

    @Override
    public void stoppableBy(final java.util.function.BooleanSupplier stop, final Runnable action) {
      action.run();
    }

    @Override
    public <T> T work(final String network, final Work<T> work) {
      works++;
      final Architecture narrow =
          Training.CAFFE.narrowed(16, "narrow", List.of("one", "two")).architecture();
      try (InceptionV1 random =
          new InceptionV1(TorchEngine.start(Progress.NONE), narrow, RandomWeights.of(narrow, 7))) {
        return work.run(random, Progress.NONE);
      }
    }

    @Override
    public <T> T reporting(final Function<Progress, T> action) {
      return action.apply(Progress.NONE);
    }

    @Override
    public Optional<String> questionBeforeDownload(final String network) {
      return Optional.empty();
    }

    @Override
    public void download(final String network) {
      throw new AssertionError("nothing is to be downloaded");
    }

    @Override
    public void reportingTo(final Progress progress, final Runnable action) {
      action.run();
    }

    @Override
    public void useThreads(final int threads) {}

    @Override
    public void release() {}
  }
}
