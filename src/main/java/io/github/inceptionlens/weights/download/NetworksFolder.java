package io.github.inceptionlens.weights.download;

import java.nio.file.Path;

/**
 * Where networks live: {@code -Dinceptionlens.networks=FOLDER}, else the environment variable
 * {@code INCEPTIONLENS_NETWORKS}, else {@code .inceptionlens/networks} in the user's home.
 */
public final class NetworksFolder {

  /** The system property that names the folder. */
  public static final String PROPERTY = "inceptionlens.networks";

  /** The environment variable that names the folder where the property does not. */
  public static final String VARIABLE = "INCEPTIONLENS_NETWORKS";

  private NetworksFolder() {}

  /** The folder of this computer's user, absolute; it need not exist. */
  public static Path standard() {
    final String variable = System.getenv(VARIABLE);
    final Path home = Path.of(System.getProperty("user.home"), ".inceptionlens", "networks");
    final String fallback = variable == null || variable.isBlank() ? home.toString() : variable;
    return Path.of(System.getProperty(PROPERTY, fallback)).toAbsolutePath().normalize();
  }
}
