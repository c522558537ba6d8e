package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.format.CaffeModelWriter;
import io.github.inceptionlens.weights.format.CaffeModelWriter.Variant;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bundled trunk without its classifier and with the first ten of its classes: what a unit does
 * is the same, what names classes goes by the ten or is refused in one sentence.
 */
final class OtherHeadsMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('"
          + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
          + "'); makeRectangle(60, 60, 96, 96); run('Crop');";
  private static final String NO_CLASSES = "has no classifier, so that it knows no classes: give a";
  private static final int CLASSES = 10;

  @BeforeAll
  static void write() throws IOException {
    final Map<TensorSpec, float[]> trunk = new LinkedHashMap<>();
    BundledWeights.textures()
        .tensors()
        .forEach(
            (spec, values) -> {
              if (!spec.name().startsWith("softmax2")) {
                trunk.put(spec, values);
              }
            });
    Files.write(folder.resolve("bare.safetensors"), SafetensorsWriter.exact(trunk, Map.of()));
    final Map<TensorSpec, float[]> ten = new LinkedHashMap<>(trunk);
    BundledWeights.textures()
        .tensors()
        .forEach(
            (spec, values) -> {
              if (spec.name().startsWith("softmax2")) {
                final int each = spec.count() / spec.shape().get(0);
                ten.put(
                    new TensorSpec(spec.name().replace("softmax2", "mine"), ten(spec.shape())),
                    Arrays.copyOf(values, CLASSES * each));
              }
            });
    Files.write(folder.resolve("ten.safetensors"), SafetensorsWriter.exact(ten, Map.of()));
    Files.writeString(
        folder.resolve("ten.labels.txt"),
        IntStream.range(0, CLASSES).mapToObj(i -> "tissue " + i).collect(Collectors.joining("\n")));
  }

  private static List<Integer> ten(final List<Integer> shape) {
    return shape.size() == 1 ? List.of(CLASSES) : List.of(CLASSES, shape.get(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run('Activation Maps...', 'NETlayer=mixed4c channels=3,12');",
        "run('Activation Overlay...', 'NETlayer=mixed4c unit=distinct'); run('Flatten');",
        "run('Saliency Map...', 'NETmethod=[Guided Backpropagation] target=mixed4c:12');",
        "run('Saliency Map...', 'NETmethod=Grad-CAM target=mixed5b:12');",
        "run('Saliency Map...', 'NETmethod=RISE samples=4 target=mixed4c:12');",
        "run('Saliency Map...', 'NETmethod=LRP target=mixed5a:12');",
        "run('Visualize Channel...', 'NETobjective=mixed4c:12 size=32 steps=3 seed=1');",
        "run('Invert Features...', 'NETlayers=conv2d2 steps=2 seed=1');"
      })
  void aBareTrunkGivesWhatTheWholeNetworkGives(final String macro) throws IOException {
    final ImagePlus whole = image(SCENE + macro.replace("NET", ""));
    final ImagePlus bare = image(SCENE + macro.replace("NET", "network=[DIR/bare.safetensors] "));
    assertThat(bare.getStackSize()).isEqualTo(whole.getStackSize());
    for (int slice = 1; slice <= whole.getStackSize(); slice++) {
      assertThat(bare.getStack().getPixels(slice)).isEqualTo(whole.getStack().getPixels(slice));
    }
    if (!macro.contains("Flatten")) {
      assertThat(bare.getProp("InceptionLens.network")).isEqualTo("bare.safetensors");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run('Classify with InceptionV1...', 'NET');",
        "run('Saliency Map...', 'NET');",
        "run('Saliency Map...', 'NET target=class:5');",
        "run('Compare Saliency...', 'NET methods=Gradient');",
        "run('Evaluate Saliency...', 'NET measures=insertion');",
        "run('Visualize Channel...', 'NET objective=class:3');",
        "run('DeepDream...', 'NET objective=class:3');",
        "run('Lens Macro Functions', 'NET'); Ext.lensTopClass();"
      })
  void whatNamesClassesIsRefusedInOneSentence(final String macro) throws IOException {
    final String err = run(SCENE + macro.replace("NET", "network=[DIR/bare.safetensors]")).err();
    assertThat(err).contains("bare.safetensors " + NO_CLASSES).doesNotContain("Exception");
  }

  @Test
  void aBareTrunkIsMeasuredWithAUnitAsTarget() throws IOException {
    assertThat(
            printed(
                SCENE
                    + "run('Evaluate Saliency...', 'network=[DIR/bare.safetensors] method=Gradient"
                    + " target=mixed3a:12 measures=randomization csv=[DIR/e.csv]');"
                    + "print(File.openAsString('DIR/e.csv'));"))
        .contains("Randomisation down to mixed3a")
        .contains("Randomisation down to conv2d0")
        .doesNotContain("softmax2");
  }

  @Test
  void featuresOfABareTrunkAreSteeredForLaterLayers() throws IOException {
    final String line =
        "run('Steer Features...', 'units=mixed3a:0-9 network=[DIR/bare.safetensors] KEYS');";
    final ImagePlus maps = image(SCENE + line.replace("KEYS", "layers=mixed3b,mixed4a"));
    assertThat(maps.getStack().getSliceLabel(2)).startsWith("mixed4a change ");
    assertThat(run(SCENE + line.replace("KEYS", "layers=[]")).err()).contains("has no classifier");
    assertThat(run(SCENE + line.replace("KEYS", "images=open")).err())
        .contains("has no classifier");
  }

  @Test
  void unitsOfABareTrunkAreTakenAwayForALaterLayer() throws IOException {
    final String line = "run('Ablate Units...', 'units=mixed3a:0-9 top=3 NET KEYS');";
    final String maps = SCENE + line.replace("KEYS", "show=mixed3b");
    final ImagePlus bare = image(maps.replace("NET", "network=[DIR/bare.safetensors]"));
    final ImagePlus whole = image(maps.replace("NET", ""));
    for (int slice = 1; slice <= whole.getStackSize(); slice++) {
      assertThat(bare.getStack().getPixels(slice)).isEqualTo(whole.getStack().getPixels(slice));
    }
    assertThat(
            run(SCENE + line.replace("KEYS", "").replace("NET", "network=[DIR/bare.safetensors]"))
                .err())
        .contains("has no classifier");
  }

  @Test
  void aBareTrunkIsDescribedWithoutAClassifier() throws IOException {
    assertThat(
            printed(
                "run('Describe Network...', 'network=[DIR/bare.safetensors] csv=[DIR/d.csv]');"
                    + "print(File.openAsString('DIR/d.csv'));"))
        .contains("mixed5b")
        .contains("avgpool0")
        .doesNotContain("softmax2");
  }

  @Test
  void tenClassesAreTheFirstTenUnderTheirOwnNames() throws IOException {
    printed(SCENE + "run('Classify with InceptionV1...', 'top=28 csv=[DIR/w.csv]');");
    printed(
        SCENE
            + "run('Classify with InceptionV1...', 'network=[DIR/ten.safetensors] top=10"
            + " csv=[DIR/t.csv]');");
    final Map<Integer, Double> whole = logits("w.csv");
    final Map<Integer, Double> ten = logits("t.csv");
    assertThat(ten).hasSize(CLASSES);
    ten.forEach(
        (index, logit) ->
            assertThat(logit).isCloseTo(whole.get(index), Percentage.withPercentage(1e-4)));
    assertThat(Files.readString(folder.resolve("t.csv"))).contains("tissue 0", "tissue 9");
    assertThat(
            run(SCENE
                    + "run('Classify with InceptionV1...', 'network=[DIR/ten.safetensors]"
                    + " top=11');")
                .err())
        .contains("top is 11, expected 1 to 10 classes");
  }

  private static Map<Integer, Double> logits(final String csv) throws IOException {
    final List<String> lines = Files.readAllLines(folder.resolve(csv));
    final List<String> columns = List.of(lines.get(0).split(","));
    return lines.stream()
        .skip(1)
        .map(line -> line.split(","))
        .collect(
            Collectors.toMap(
                row -> Integer.valueOf(row[columns.indexOf("Class")]),
                row -> Double.valueOf(row[columns.indexOf("Logit")])));
  }

  @Test
  void aClassOfTenIsATargetByNumberAndByName() throws IOException {
    final String map = "run('Saliency Map...', 'method=Gradient NET target=TARGET');";
    final ImagePlus whole = image(SCENE + map.replace("NET", "").replace("TARGET", "class:4"));
    final String ten = map.replace("NET", "network=[DIR/ten.safetensors]");
    final ImagePlus byNumber = image(SCENE + ten.replace("TARGET", "class:4"));
    assertThat(byNumber.getProcessor().getPixels()).isEqualTo(whole.getProcessor().getPixels());
    final String quote = "' + fromCharCode(39) + '";
    final ImagePlus byName =
        image(SCENE + ten.replace("TARGET", "[class:" + quote + "tissue 4" + quote + "]"));
    assertThat(byName.getProcessor().getPixels()).isEqualTo(whole.getProcessor().getPixels());
    assertThat(run(SCENE + ten.replace("TARGET", "class:10")).err())
        .contains("the target's class is 10, but ten.safetensors has classes 0 to 9");
  }

  @Test
  void oneWithLabelsIsAddedUsedByNameAndTakenAway() throws IOException {
    final String out =
        printed(
            "run('InceptionV1 Networks...', 'action=add name=tissues file=[DIR/ten.safetensors]');"
                + SCENE
                + "run('Clear Results'); run('Classify with InceptionV1...', 'network=tissues');"
                + "print(getResultString('Label', 0));"
                + "run('Describe Network...', 'network=tissues');"
                + "run('InceptionV1 Networks...', 'action=verify name=tissues');"
                + "run('InceptionV1 Networks...', 'action=remove name=tissues');");
    assertThat(out).contains("tissue ");
  }

  /** A whole GoogLeNet in Caffe's form, with ten classes and no labels. */
  @Test
  void aCaffeModelWithTenClassesServesImagesAndNumbersItsClasses() throws IOException {
    final Architecture table =
        Training.CAFFE
            .withHead(IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList())
            .architecture();
    Files.write(
        folder.resolve("ten.caffemodel"),
        CaffeModelWriter.write(table, RandomWeights.of(table, 1), Variant.USUAL));
    Files.deleteIfExists(folder.resolve("none.labels.txt"));
    Files.move(folder.resolve("ten.caffemodel"), folder.resolve("none.caffemodel"));
    final String out =
        printed(
            SCENE
                + "run('Clear Results'); run('Classify with InceptionV1...',"
                + " 'network=[DIR/none.caffemodel] top=10');"
                + "print(nResults, getResultString('Label', 0));"
                + "run('Activation Overlay...', 'network=[DIR/none.caffemodel] unit=mixed4c:447');"
                + "print(Overlay.size);");
    assertThat(out).containsPattern("10 class \\d\\s[\\s\\S]*[1-9]\\d*\\s*$");
  }
}
