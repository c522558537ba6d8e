package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.edit.RandomizedParameters;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Opens and closes networks with edits and counts what stays; {@link LeakTest}'s child. */
public final class EditLeakProbe {

  private static final int ENTRIES = 2048;
  private static final int WARM = 100;
  private static final int NETWORKS = 1000;
  private static final int RUN_EVERY = 20;

  private EditLeakProbe() {}

  /** Prints how many native arrays and kilobytes a thousand networks left. */
  public static void main(final String[] arguments) throws IOException {
    final Picture picture = SmallNetworks.picture(64, 64);
    try (InceptionV1 network =
        SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE))) {
      final int arrays = LeakProbe.arrays();
      open(network, picture, WARM);
      final long before = MemoryProbe.status("VmRSS");
      open(network, picture, NETWORKS);
      System.out.println("kilobytes " + (MemoryProbe.status("VmRSS") - before));
      System.out.println("arrays " + (LeakProbe.arrays() - arrays));
    }
    System.exit(0);
  }

  private static void open(final InceptionV1 network, final Picture picture, final int count) {
    final int channels = network.architecture().layer("mixed4c").channels();
    final List<NetworkEdit> edits =
        List.of(
            new RandomizedParameters(List.of("mixed4b_1x1"), 1),
            new Graft(
                "dict",
                "mixed4c",
                new Graft.Affine(new float[ENTRIES * channels], new float[ENTRIES]),
                Nonlinearity.topK(3),
                Optional.of(new Graft.Affine(new float[ENTRIES * channels], new float[channels]))));
    for (int i = 0; i < count; i++) {
      try (InceptionV1 edited = network.with(edits)) {
        if (i % RUN_EVERY == 0) {
          edited.run(picture, List.of("dict_decoded"));
        }
      }
    }
  }
}
