package io.github.inceptionlens.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.dictionary.DictionaryTrainer;
import io.github.inceptionlens.ij1.JavaVersionGate;
import io.github.inceptionlens.network.objective.TargetFunction;
import io.github.inceptionlens.weights.format.WeightFormat;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.plugin.PluginService;

/** What Fiji does when it starts on a Java that is too old for our classes. */
final class OldJavaTest {

  /** Loads what Java 8 could load: of our classes the gate alone. */
  private static final class OldJava extends ClassLoader {

    private final List<String> refused = new ArrayList<>();

    OldJava() {
      super(OldJavaTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(final String name, final boolean resolve)
        throws ClassNotFoundException {
      if (name.startsWith("io.github.inceptionlens.")
          && !name.equals(JavaVersionGate.class.getName())) {
        refused.add(name);
        throw new UnsupportedClassVersionError(name + " (class file version 61.0)");
      }
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void scijavaStartsWithoutAWord() {
    final PrintStream before = System.err;
    final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    final OldJava old = new OldJava();
    final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Thread.currentThread().setContextClassLoader(old);
    System.setErr(new PrintStream(printed, true));
    try (Context context = new Context()) {
      assertThat(context.service(PluginService.class).getPluginsOfType(Command.class))
          .anyMatch(info -> info.getClassName().startsWith("io.github.inceptionlens.command."));
      assertThat(context.service(CommandService.class).getCommands()).isNotEmpty();
    } finally {
      System.setErr(before);
      Thread.currentThread().setContextClassLoader(loader);
    }
    assertThat(old.refused)
        .as("the types of our plugins, which SciJava's index names and lets go without a word")
        .containsOnly(
            AttributionMethod.class.getName(),
            DictionaryTrainer.class.getName(),
            WeightFormat.class.getName(),
            TargetFunction.class.getName());
    assertThat(printed.toString()).doesNotContain("inceptionlens");
  }
}
