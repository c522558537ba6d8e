package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.scan.Seen;
import java.util.List;

/** Units of which examples are sought: how each is called, and where its values are. */
public interface RankedUnits {

  /** What a scan must ask the network for. */
  List<String> names();

  /** What the units are called, in their order: {@code mixed4c:447}, {@code class:340}. */
  List<String> units();

  /** The values of all of them on a picture. */
  SeenUnits on(Seen<?> seen);
}
