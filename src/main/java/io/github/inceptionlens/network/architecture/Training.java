package io.github.inceptionlens.network.architecture;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What tells one training of InceptionV1 from another: widths, conventions, preprocessing and
 * labels. {@link #architecture()} draws the whole table from it.
 *
 * @param name the training's name, for instance {@code imagenet-caffe}
 * @param stem the channels of conv2d0, conv2d1 and conv2d2
 * @param modules the nine modules mixed3a to mixed5b
 * @param conventions padding, normalization and kernels
 * @param preprocessing from RGB to the network's input
 * @param labels one label per class, in the order of the logits; none for a network without
 *     classifier
 * @see <a href="https://arxiv.org/abs/1409.4842">Szegedy et al. 2014, Going deeper with
 *     convolutions</a>
 */
public record Training(
    String name,
    List<Integer> stem,
    List<Module> modules,
    FrameworkConventions conventions,
    Preprocessing preprocessing,
    List<String> labels) {

  /**
   * The channels of one inception module.
   *
   * @param name {@code 3a} to {@code 5b}
   */
  public record Module(
      String name,
      int n1x1,
      int bottleneck3x3,
      int n3x3,
      int bottleneck5x5,
      int n5x5,
      int poolReduce) {

    int channels() {
      return n1x1 + n3x3 + n5x5 + poolReduce;
    }

    Module narrowed(final int divisor) {
      return new Module(
          name,
          narrow(n1x1, divisor),
          narrow(bottleneck3x3, divisor),
          narrow(n3x3, divisor),
          narrow(bottleneck5x5, divisor),
          narrow(n5x5, divisor),
          narrow(poolReduce, divisor));
    }
  }

  /** BVLC GoogLeNet: Caffe's training on ImageNet, 6,998,552 parameters. */
  public static final Training CAFFE =
      new Training(
          "imagenet-caffe",
          List.of(64, 64, 192),
          List.of(
              new Module("3a", 64, 96, 128, 16, 32, 32),
              new Module("3b", 128, 128, 192, 32, 96, 64),
              new Module("4a", 192, 96, 208, 16, 48, 64),
              new Module("4b", 160, 112, 224, 24, 64, 64),
              new Module("4c", 128, 128, 256, 24, 64, 64),
              new Module("4d", 112, 144, 288, 32, 64, 64),
              new Module("4e", 256, 160, 320, 32, 128, 128),
              new Module("5a", 256, 160, 320, 32, 128, 128),
              new Module("5b", 384, 192, 384, 48, 128, 128)),
          FrameworkConventions.CAFFE,
          Preprocessing.CAFFE,
          ClassLabels.IMAGENET);

  /**
   * TensorFlow's inception5h, the network of Distill's Circuits: 7,066,380 parameters. The names of
   * its classes come with its file.
   */
  public static final Training TENSORFLOW =
      new Training(
          "imagenet-tf",
          List.of(64, 64, 192),
          List.of(
              new Module("3a", 64, 96, 128, 16, 32, 32),
              new Module("3b", 128, 128, 192, 32, 96, 64),
              new Module("4a", 192, 96, 204, 16, 48, 64),
              new Module("4b", 160, 112, 224, 24, 64, 64),
              new Module("4c", 128, 128, 256, 24, 64, 64),
              new Module("4d", 112, 144, 288, 32, 64, 64),
              new Module("4e", 256, 160, 320, 32, 128, 128),
              new Module("5a", 256, 160, 320, 48, 128, 128),
              new Module("5b", 384, 192, 384, 48, 128, 128)),
          FrameworkConventions.TENSORFLOW,
          Preprocessing.TENSORFLOW,
          ClassLabels.TENSORFLOW_UNNAMED);

  /** Our own training on generated textures: a quarter of inception5h's widths, its conventions. */
  public static final Training TEXTURES =
      new Training(
          "textures",
          List.of(16, 16, 48),
          List.of(
              new Module("3a", 16, 24, 32, 4, 8, 8),
              new Module("3b", 32, 32, 48, 8, 24, 16),
              new Module("4a", 48, 24, 51, 4, 12, 16),
              new Module("4b", 40, 28, 56, 6, 16, 16),
              new Module("4c", 32, 32, 64, 6, 16, 16),
              new Module("4d", 28, 36, 72, 8, 16, 16),
              new Module("4e", 64, 40, 80, 8, 32, 32),
              new Module("5a", 64, 40, 80, 12, 32, 32),
              new Module("5b", 96, 48, 96, 12, 32, 32)),
          FrameworkConventions.TENSORFLOW,
          Preprocessing.TENSORFLOW,
          ClassLabels.TEXTURES);

  /**
   * PyTorch's GoogLeNet (torchvision): Caffe's widths, batch normalization folded into the
   * convolutions, no response norms, and kernels of 3 in the branches that are called 5x5.
   */
  public static final Training TORCH =
      new Training(
          "imagenet-torch",
          CAFFE.stem(),
          CAFFE.modules(),
          FrameworkConventions.TORCH,
          Preprocessing.TORCH,
          ClassLabels.IMAGENET);

  /** All trainings that the plugin knows by name. */
  public static final List<Training> PUBLIC = List.of(TEXTURES, CAFFE, TENSORFLOW, TORCH);

  /** Copies the lists. */
  public Training {
    stem = List.copyOf(stem);
    modules = List.copyOf(modules);
    labels = List.copyOf(labels);
  }

  /**
   * The same network with the names of its classes as they came with its weights.
   *
   * @param names as many as there are classes
   */
  public Training withLabels(final List<String> names) {
    if (names.size() != labels.size()) {
      throw new IllegalArgumentException(names.size() + " names for " + labels.size() + " classes");
    }
    return new Training(name, stem, modules, conventions, preprocessing, names);
  }

  /**
   * The same network with another classifier, under a name that says so.
   *
   * @param names one per class; none for a network without classifier
   */
  public Training withHead(final List<String> names) {
    return new Training(
        names.isEmpty()
            ? name + " without classifier"
            : String.format(Locale.ROOT, "%s with %d classes", name, names.size()),
        stem,
        modules,
        conventions,
        preprocessing,
        names);
  }

  /** The same network under another name. */
  public Training called(final String newName) {
    return new Training(newName, stem, modules, conventions, preprocessing, labels);
  }

  /** The channels that a classifier reads: those of the last module. */
  public int features() {
    return modules.get(modules.size() - 1).channels();
  }

  /** The public training of the given name, if there is one. */
  public static Optional<Training> named(final String name) {
    return PUBLIC.stream().filter(training -> training.name().equals(name)).findFirst();
  }

  /** The table that this training describes. */
  public Architecture architecture() {
    return new TableBuilder(this).build();
  }

  /**
   * The same network with every width divided, at least one channel each.
   *
   * @param divisor what widths are divided by
   * @param newName the narrow training's name
   * @param newLabels its classes
   */
  public Training narrowed(final int divisor, final String newName, final List<String> newLabels) {
    return new Training(
        newName,
        stem.stream().map(width -> narrow(width, divisor)).toList(),
        modules.stream().map(module -> module.narrowed(divisor)).toList(),
        conventions,
        preprocessing,
        newLabels);
  }

  private static int narrow(final int width, final int divisor) {
    return Math.max(1, width / divisor);
  }
}
