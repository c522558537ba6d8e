package io.github.inceptionlens.network;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A fresh Java for what cannot be tried twice, or not beside other tests, in one process. */
public final class ChildJvm {

  /** What PyTorch prints for many a convolution on processors that its NNPACK does not know. */
  private static final String NNPACK =
      "\\[W[\\d :.]+NNPACK\\.cpp:\\d+\\] Could not initialize NNPACK! Reason: [^.\n]*\\.\n?";

  private final List<String> classPath;
  private final List<String> options = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private ChildJvm(final List<String> classPath) {
    this.classPath = classPath;
  }

  /** What a child answered, both streams together. */
  public record Result(int exit, String output) {}

  /** A Java with this one's class path. */
  public static ChildJvm like() {
    return new ChildJvm(ownClassPath());
  }

  /** A Java that knows nothing but one class without nested ones. */
  public static ChildJvm with(final Class<?> only, final Path folder) throws IOException {
    final String file = only.getName().replace('.', '/') + ".class";
    final Path copy = folder.resolve(file);
    Files.createDirectories(copy.getParent());
    try (InputStream in = only.getClassLoader().getResourceAsStream(file)) {
      Files.copy(in, copy);
    }
    return new ChildJvm(List.of(folder.toString()));
  }

  public static List<String> ownClassPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).toList();
  }

  /** The same without the entries that the condition names. */
  public ChildJvm without(final Predicate<String> entry) {
    return new ChildJvm(classPath.stream().filter(entry.negate()).toList());
  }

  /** The same with one more entry, before the others. */
  public ChildJvm with(final Path entry) {
    final List<String> entries = new ArrayList<>(List.of(entry.toString()));
    entries.addAll(classPath);
    return new ChildJvm(entries);
  }

  public ChildJvm option(final String option) {
    options.add(option);
    return this;
  }

  public ChildJvm environment(final String name, final String value) {
    environment.put(name, value);
    return this;
  }

  /** Runs a main class to its end, five minutes at most. */
  public Result run(final Class<?> main, final String... arguments) throws IOException {
    final List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // what runs once is not worth a better compiler's time
    command.addAll(options);
    command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath), main.getName()));
    command.addAll(List.of(arguments));
    return run(command, environment);
  }

  static Result run(final List<String> command, final Map<String, String> environment)
      throws IOException {
    final Path output = Files.createTempFile("child", ".txt");
    final ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    final Process process = builder.start();
    try {
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        throw new IOException("the child takes more than five minutes: " + command);
      }
      return new Result(
          process.exitValue(),
          Files.readString(output, StandardCharsets.UTF_8).replaceAll(NNPACK, ""));
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
      Files.deleteIfExists(output);
    }
  }
}
