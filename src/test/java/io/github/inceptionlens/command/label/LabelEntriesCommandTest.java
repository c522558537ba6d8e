package io.github.inceptionlens.command.label;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of which the first tells pictures with contrast perfectly, and the second nothing. */
final class LabelEntriesCommandTest extends CommandTrial {

  private static final String NAME = "planted_labels";
  private static final int PICTURES = 30;

  @TempDir private Path folder;

  LabelEntriesCommandTest() {
    super(LabelEntriesCommand.class);
  }

  @BeforeEach
  void make() throws IOException {
    try (InceptionLens lens = InceptionLens.open()) {
      NetworkStore.standard().dictionaries().keep(planted(lens.network()), true);
    }
    for (int i = 0; i < PICTURES; i++) {
      final boolean flat = i % 3 == 0;
      final Path kind = Files.createDirectories(folder.resolve(flat ? "flat, \"gray\"" : "noise"));
      final ByteProcessor pixels = new ByteProcessor(64 + i, 64);
      if (flat) {
        pixels.setValue(100 + i);
        pixels.fill();
      } else {
        new Random(i).nextBytes((byte[]) pixels.getPixels());
      }
      new FileSaver(new ImagePlus("p", pixels))
          .saveAsTiff(kind.resolve("p" + (10 + i) + ".tif").toString());
    }
    give("name", NAME);
    give("by", "labels");
    give("images", folder.toString());
    give("range", "0-255");
  }

  /** The sum of all channels of a rectified layer, its negative, and a constant. */
  private static Dictionary planted(final InceptionV1 network) {
    final int channels = network.architecture().layer("conv2d1").channels();
    final float[] rows = new float[3 * channels];
    Arrays.fill(rows, 0, channels, 1);
    Arrays.fill(rows, channels, 2 * channels, -1);
    return new Dictionary(
        NAME,
        new Dictionary.Home("conv2d1", network.architecture().name(), network.digest()),
        rows,
        new float[] {0, 0, 1},
        Nonlinearity.NONE,
        Optional.empty(),
        new float[channels],
        1,
        Dictionary.unlabeled(3),
        Map.of());
  }

  @AfterEach
  void remove() {
    NetworkStore.standard().dictionaries().remove(NAME);
  }

  private static Dictionary kept() {
    return NetworkStore.standard().dictionaries().read(NAME);
  }

  @SuppressWarnings("unchecked")
  private String notes() {
    return String.join("\n", (List<String>) command().getOutput("notes"));
  }

  @Test
  void whatWasPlantedIsNamedExactly() {
    command().run();
    assertThat(command().getCancelReason()).isNull();
    final ResultsTable table = (ResultsTable) command().getOutput("table");
    assertThat(table.size()).isEqualTo(2);
    assertThat(table.getValue("AUC", 0)).isOne();
    assertThat(table.getValue("AUC", 1)).isOne();
    assertThat(kept().labels())
        .containsExactlyInAnyOrder("flat, \"gray\"", "noise", "")
        .endsWith("");
    assertThat(notes()).contains("Label Entries: 2 of 3 entries tell a label with an area of 0.8");
  }

  @Test
  void aScanThatIsStoppedChangesNothingAndGoesOn() {
    final byte[] before = DictionaryFile.bytes(kept());
    runUntil((fraction, what) -> what.contains("pictures") && fraction > 0.4);
    assertThat(command().getOutput("table")).isNull();
    assertThat(notes()).contains("the same call goes on from there");
    assertThat(DictionaryFile.bytes(kept())).isEqualTo(before);
    command().setOutput("notes", null);
    whatWasPlantedIsNamedExactly();
    assertThat(notes()).contains("of 30 pictures were looked at by an earlier call");
  }

  @Test
  void aDictionaryOfOtherWeightsIsRefused() {
    final Dictionary own = kept();
    final Dictionary foreign =
        new Dictionary(
            NAME,
            new Dictionary.Home("conv2d1", "imagenet-tf", "0123456789abcdef"),
            own.encoder(),
            own.bias(),
            own.nonlinearity(),
            Optional.empty(),
            own.center(),
            1,
            own.labels(),
            Map.of());
    NetworkStore.standard().dictionaries().keep(foreign, true);
    command().run();
    assertThat(command().getCancelReason())
        .contains("dictionary " + NAME + " is one of layer conv2d1 of imagenet-tf");
    assertThat(kept().labels()).containsOnly("");
  }
}
