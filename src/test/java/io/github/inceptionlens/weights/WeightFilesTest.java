package io.github.inceptionlens.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.format.CaffeModelFormat;
import io.github.inceptionlens.weights.format.CaffeModelWriter;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.CountedBytes;
import io.github.inceptionlens.weights.format.WeightFormat;
import io.github.inceptionlens.weights.format.WeightFormatContract;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.plugin.PluginService;

/** Files as they lie on a disk, and the real training. */
class WeightFilesTest {

  private static final Architecture NARROW = WeightFormatContract.NARROW;
  private static final Weights TRAINING = WeightFormatContract.TRAINING;

  @TempDir private Path folder;

  @Test
  void readsAPathWithSpacesBracketsAndEquals() throws IOException {
    final Path file = folder.resolve("my [best] run=3 (copy) µ.caffemodel");
    Files.write(file, CaffeModelWriter.write(NARROW, TRAINING, Variant.USUAL));
    assertThat(WeightFiles.read(file, NARROW).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void theContentDecidesNotTheName() throws IOException {
    final Path file = folder.resolve("weights.png");
    Files.write(file, CaffeModelWriter.write(NARROW, TRAINING, Variant.USUAL));
    assertThat(WeightFiles.read(file, NARROW).digest()).isEqualTo(TRAINING.digest());
  }

  @Test
  void refusesATextWithTheRightNameAndListsTheFormats() throws IOException {
    final Path file = folder.resolve("text.caffemodel");
    Files.writeString(file, "no weights");
    assertThat(refused(file))
        .isEqualTo(
            "\""
                + file
                + "\" is in no known format of weights, but looks like a text; known are: "
                + WeightFiles.standard().stream()
                    .map(WeightFormat::name)
                    .collect(Collectors.joining(", ")));
  }

  @Test
  void refusesAMissingFileAFolderAndAnEmptyFile() throws IOException {
    assertThat(refused(folder.resolve("absent"))).contains("absent\" does not exist");
    assertThat(refused(folder)).contains("is a folder");
    assertThat(refused(Files.createFile(folder.resolve("none")))).contains("none\" is empty");
  }

  @Test
  void refusesAFileThatMayNotBeRead() throws IOException {
    final Path file = Files.createFile(folder.resolve("secret"));
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    final boolean administrator = Files.isReadable(file);
    assertThat(refused(file)).contains(administrator ? "is empty" : "may not be read by you");
  }

  @Test
  void refusesAFileBeyondTwoGigabytesUnread() throws IOException {
    final Path file = folder.resolve("huge");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(10_000_000_000L);
    }
    assertThat(refused(file)).contains("has 10000000000 bytes");
  }

  @Test
  void aFailingDiskIsOneSentence() throws IOException {
    final Path file = Files.writeString(folder.resolve("torn"), "x");
    final WeightFormat failing = new FailingFormat();
    assertThatThrownBy(() -> WeightFiles.read(file, NARROW, List.of(failing)))
        .isInstanceOf(UserError.class)
        .hasCauseInstanceOf(IOException.class)
        .hasMessage("\"" + file + "\" cannot be read: java.io.IOException: Input/output error");
  }

  /** Recognizes everything and always fails below. */
  private static final class FailingFormat implements WeightFormat {

    @Override
    public String name() {
      return "failing";
    }

    @Override
    public boolean recognizes(final WeightSource source) {
      return true;
    }

    @Override
    public Training training(final WeightSource source) {
      return Training.CAFFE;
    }

    @Override
    public Weights read(final WeightSource source, final Architecture architecture)
        throws IOException {
      throw new IOException("Input/output error");
    }
  }

  @Test
  void sciJavaFindsExactlyTheStandardFormats() {
    try (Context context = new Context(PluginService.class)) {
      final List<WeightFormat> found =
          context.service(PluginService.class).createInstancesOfType(WeightFormat.class);
      assertThat(names(found)).containsExactlyInAnyOrderElementsOf(names(WeightFiles.standard()));
    }
  }

  private static List<String> names(final List<WeightFormat> formats) {
    return formats.stream().map(format -> format.getClass().getName()).toList();
  }

  /** The expected figures are those of numpy and an independent reader. */
  @Test
  void readsTheRealTraining() {
    final Weights weights = WeightFiles.read(real(), Training.CAFFE.architecture());
    final Map<String, float[]> values =
        weights.tensors().entrySet().stream()
            .collect(Collectors.toMap(tensor -> tensor.getKey().name(), Map.Entry::getValue));
    assertThat(weights.tensors().keySet().stream().mapToInt(TensorSpec::count).sum())
        .isEqualTo(6_998_552);
    assertThat(values.get("conv2d0_w")).startsWith(0.08820479f).endsWith(0.10140047f);
    assertThat(values.get("mixed4c_5x5_w")[((10 * 24 + 3) * 5 + 2) * 5 + 4]).isEqualTo(0.04451615f);
    assertThat(values.get("mixed4c_5x5_b")).startsWith(0.009293802f).endsWith(-0.44117892f);
    assertThat(values.get("softmax2_w")[285 * 1024 + 447]).isEqualTo(-0.016703691f);
    assertThat(values.values().stream().mapToDouble(WeightFilesTest::sum).sum())
        .isCloseTo(-10978.869149527163, within(1e-6));
  }

  @Test
  void readsTheRealTrainingOnceAndAllocatesNoMore() throws IOException {
    final CountedBytes bytes = new CountedBytes(Files.readAllBytes(real()));
    try (WeightSource source = new WeightSource("real", bytes)) {
      new CaffeModelFormat().read(source, Training.CAFFE.architecture());
    }
    assertThat(bytes.touched()).isBetween(bytes.size(), bytes.size() * 11 / 10);
  }

  @Test
  void theRealTrainingIsNotTheNarrowOne() {
    assertThat(refused(real())).contains("conv2d0_w (Caffe layer conv1/7x7_s2) with shape [64, 3");
  }

  private static double sum(final float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
  }

  private static Path real() {
    return Needs.shared("weights/bvlc_googlenet.caffemodel");
  }

  private static String refused(final Path file) {
    final UserError error = assertThrows(UserError.class, () -> WeightFiles.read(file, NARROW));
    return error.getMessage();
  }
}
