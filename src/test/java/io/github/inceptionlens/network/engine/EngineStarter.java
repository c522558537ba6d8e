package io.github.inceptionlens.network.engine;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;

/** Starts the engine and says what came of it; what {@link TorchEngineTest}'s children run. */
public final class EngineStarter implements Callable<String> {

  private EngineStarter() {}

  /** For loaders that know no more of this class than {@link Callable}. */
  public static Callable<String> create() {
    return new EngineStarter();
  }

  @Override
  public String call() {
    try {
      final TorchEngine engine = TorchEngine.start((fraction, what) -> say("progress: " + what));
      try (InceptionV1 network =
          SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE))) {
        final Activations answers =
            network.run(SmallNetworks.picture(64, 64), List.of(Architecture.PROBABILITIES));
        return "works: " + engine.version() + ", " + answers.probabilities().length + " classes";
      }
    } catch (final UserError e) {
      return "refused: " + e.getMessage();
    }
  }

  /** Starts twice and watches the thread, the properties and the network meanwhile. */
  public static void main(final String[] arguments) {
    ProxySelector.setDefault(new Watch());
    final ClassLoader odd = new ClassLoader(null) {};
    Thread.currentThread().setContextClassLoader(odd);
    final Properties before = new Properties();
    before.putAll(System.getProperties());

    final EngineStarter starter = new EngineStarter();
    say(starter.call());
    say(starter.call());

    say("loader kept: " + (Thread.currentThread().getContextClassLoader() == odd));
    for (final String key :
        List.of("OPT_OUT_TRACKING", "ai.djl.offline", "ai.djl.default_engine")) {
      say(key + " kept: " + (System.getProperty(key) == null && before.get(key) == null));
    }
    System.exit(0);
  }

  static void say(final String line) {
    System.out.println(line);
  }

  /** Hears of every attempt to open a connection. */
  private static final class Watch extends ProxySelector {

    @Override
    public List<Proxy> select(final URI uri) {
      say("connection: " + uri);
      return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 9)));
    }

    @Override
    public void connectFailed(
        final URI uri, final SocketAddress address, final java.io.IOException failure) {
      say("connection failed: " + uri);
    }
  }
}
