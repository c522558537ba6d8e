package io.github.inceptionlens.weights.content;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a file seems to be that is no GoogLeNet that we can read, in a few words. */
public final class Resemblance {

  private static final String SAVE = ": save its weights as safetensors";

  /** By how a file begins, bytes as characters; the first that fits counts. */
  private static final Map<Pattern, String> BEGINNINGS = new LinkedHashMap<>();

  /** By the name of a layer or tensor; the first that fits any of them counts. */
  private static final Map<Pattern, String> NETWORKS = new LinkedHashMap<>();

  private static final Pattern CHECKPOINT =
      Pattern.compile("\\.(ckpt(-\\d+)?|data-\\d+-of-\\d+|index|meta)$");

  private static final int SHOWN = 3;
  private static final int TEXT = 512;

  static {
    begins("\\x89HDF\\r\\n", "an HDF5 file (Keras, .h5)" + SAVE);
    begins("\\x80[\\x02-\\x05]", "a pickle of Python (PyTorch, .pth)" + SAVE);
    begins("\\x93NUMPY", "an array of NumPy (.npy)" + SAVE);
    begins(".{4}TFL3", "a TensorFlow Lite model" + SAVE);
    begins("GGUF", "a GGUF file" + SAVE);
    begins("\\x08\\x01\\x12.{1,3}\\n", "a TensorFlow SavedModel: freeze its graph");
    begins("\\x08[\\x02-\\x1f][\\x12\\x1a\\x22\\x28\\x32\\x3a\\x42]", "an ONNX model" + SAVE);
    begins("MATLAB 5", "a MATLAB file" + SAVE);
    begins("\\x89PNG|\\xff\\xd8\\xff|GIF8|II\\*\\x00|MM\\x00\\*|BM.{4}\\x00\\x00", "an image");
    begins("\\x1f\\x8b|7z\\xbc\\xaf|Rar!|BZh|\\xfd7zXZ", "an archive: unpack it");
    begins("PK\\x03\\x04", "a zip");
    begins("%PDF", "a PDF document");
    begins("(?i)\\s*<(!doctype|html|\\?xml)", "a web page, as failed downloads leave them");
    begins("version https://git-lfs", "a pointer of Git LFS: fetch the file itself");
    begins("model_checkpoint_path:", "the list of a TensorFlow checkpoint: freeze the graph");
    begins(
        "[\\s\\S]*?(layers? *\\{|input_param)",
        "the text that describes a Caffe network, without its weights (.caffemodel)");

    network(
        "(module\\.|backbone\\.)?layer[1-4]\\.\\d+\\..*|res\\d[a-z]_.*|bn\\d[a-z]_.*", "a ResNet");
    network("(features\\.)?(conv0|denseblock\\d)\\..*", "a DenseNet");
    network("features\\.\\d+\\.(conv|\\d+)\\..*", "a MobileNet or an EfficientNet");
    network("conv\\d_\\d([._/].*)?", "a VGG network");
    network("features\\.\\d+\\.(weight|bias)", "a VGG network or an AlexNet");
    network("(features\\.\\d+\\.)?fire\\d.*", "a SqueezeNet");
    network("(Mixed_[5-7][a-d]|Conv2d_1a).*", "an Inception v3");
    network("InceptionV1/.*", "an Inception v1 of TensorFlow-Slim");
    network(".*(attn|attention|encoder\\.layers?)\\..*", "a transformer");
    network("(down|up|enc|dec|encoder|decoder|inc|outc)_?\\d*\\..*", "a U-Net");
    network("fc[67]([._/].*)?", "an AlexNet or CaffeNet");
    network("(inception_?|mixed)\\d[a-e].*", "a GoogLeNet of other widths, or a part of one");
  }

  private Resemblance() {}

  private static void begins(final String bytes, final String words) {
    BEGINNINGS.put(Pattern.compile(bytes, Pattern.DOTALL), words);
  }

  private static void network(final String name, final String words) {
    NETWORKS.put(Pattern.compile(name), words);
  }

  /**
   * By a file's first bytes.
   *
   * @return for instance {@code an HDF5 file (Keras, .h5): save its weights as safetensors}
   */
  public static Optional<String> ofBytes(final byte[] head) {
    final String text = new String(head, StandardCharsets.ISO_8859_1);
    final Optional<String> known =
        BEGINNINGS.entrySet().stream()
            .filter(entry -> entry.getKey().matcher(text).lookingAt())
            .map(Map.Entry::getValue)
            .findFirst();
    return known.or(() -> isText(text) ? Optional.of("a text") : Optional.empty());
  }

  private static boolean isText(final String head) {
    return head.chars()
            .limit(TEXT)
            .allMatch(c -> c >= ' ' && c != 0x7f || Character.isWhitespace(c) && c < ' ')
        && head.chars().limit(TEXT).anyMatch(c -> c < 0x7f);
  }

  /** By a file's own name, for bytes that begin with nothing particular. */
  public static Optional<String> ofName(final String name) {
    return CHECKPOINT.matcher(name).find()
        ? Optional.of("a part of a TensorFlow checkpoint: freeze its graph")
        : Optional.empty();
  }

  /**
   * By the names of the files in an archive.
   *
   * @return for instance {@code a PyTorch file (.pth): save its weights as safetensors}
   */
  public static Optional<String> ofEntries(final Collection<String> names) {
    if (names.stream().anyMatch(name -> name.endsWith("data.pkl"))) {
      return Optional.of("a PyTorch file (.pth)" + SAVE);
    } else if (names.stream().anyMatch(name -> name.endsWith(".weights.h5"))) {
      return Optional.of("a Keras model (.keras)" + SAVE);
    }
    return names.stream().anyMatch(name -> name.endsWith(".npy"))
        ? Optional.of("arrays of NumPy (.npz)" + SAVE)
        : Optional.empty();
  }

  /**
   * By the names of layers or tensors.
   *
   * @return for instance {@code a ResNet}; of an unknown network what its first tensors are called
   */
  public static Optional<String> ofTensors(final Collection<String> names) {
    if (names.contains("encoder") && names.contains("bias")) {
      return Optional.of("a dictionary of directions: import it with InceptionV1 Dictionaries...");
    }
    final Optional<String> known =
        NETWORKS.entrySet().stream()
            .filter(entry -> names.stream().anyMatch(entry.getKey().asMatchPredicate()))
            .map(Map.Entry::getValue)
            .findFirst();
    return known.or(
        () ->
            names.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    names.stream()
                        .limit(SHOWN)
                        .collect(Collectors.joining(", ", "another network, with ", ""))));
  }
}
