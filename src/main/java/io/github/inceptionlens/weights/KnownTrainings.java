package io.github.inceptionlens.weights;

import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.content.ClassNames;
import io.github.inceptionlens.weights.format.TensorFlowLabels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which trainings the files hold that were looked at last, as long as neither they nor the names of
 * classes beside them change: to look into a zip again takes a second, and dialogs ask often.
 */
final class KnownTrainings {

  private static final int MOST = 16;

  private static final Map<List<Object>, Training> KNOWN = new LinkedHashMap<>();

  private KnownTrainings() {}

  /**
   * The training that a file holds.
   *
   * @throws io.github.inceptionlens.core.UserError when it is of no known format
   */
  static Training of(final Origin.OnDisk origin) throws IOException {
    final List<Object> state = state(origin);
    synchronized (KNOWN) {
      final Training known = KNOWN.get(state);
      if (known != null) {
        return known;
      }
    }
    final Training found = WeightFiles.training(origin);
    synchronized (KNOWN) {
      if (KNOWN.size() == MOST) {
        KNOWN.remove(KNOWN.keySet().iterator().next());
      }
      KNOWN.put(state, found);
    }
    return found;
  }

  private static List<Object> state(final Origin.OnDisk origin) throws IOException {
    final List<Object> state = new ArrayList<>();
    state.add(origin);
    state.add(text(ClassNames.beside(origin.path())));
    state.add(text(origin.path().resolveSibling(TensorFlowLabels.FILE)));
    return state;
  }

  private static Optional<String> text(final Path labels) throws IOException {
    if (!Files.isRegularFile(labels)) {
      return Optional.empty();
    }
    try (InputStream text = Files.newInputStream(labels)) {
      final byte[] bytes = text.readNBytes(ClassNames.MOST_BYTES + 1);
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }
}
