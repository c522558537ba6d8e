package io.github.inceptionlens.ij1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs macros outside this JVM and without a display, with commands of ours in the menu. */
final class MacroProcess implements AutoCloseable {

  private static final String DOOR = "io.github.inceptionlens.ij1.JavaVersionGate";
  private static final String FIXTURES = "io.github.inceptionlens.ij1.fixture.";

  /** The menu of the test commands. */
  static final String CONFIG =
      line("Echo Test...", "EchoCommand")
          + line("Fail Test...", "FailCommand")
          + line("Two Test", "TwoCommand");

  private static final Path PLUGIN = Path.of("target", "classes").toAbsolutePath();
  private static final Path NETWORKS = Path.of("target", "macro-networks").toAbsolutePath();
  private static final int MINUTES = 2;

  private static MacroJvm ofThePlugin;

  private final Path folder;
  private final Path menu;
  private MacroJvm server;
  private int count;

  /** With the test commands. */
  MacroProcess(final Path folder) throws IOException {
    this(folder, Files.createDirectories(folder.resolve("menu")));
    Files.writeString(menu.resolve("plugins.config"), CONFIG);
  }

  private MacroProcess(final Path folder, final Path menu) {
    this.folder = folder;
    this.menu = menu;
  }

  /** With the plugin as it is built; one JVM serves all of these. */
  public static MacroProcess ofThePlugin(final Path folder) {
    return new MacroProcess(folder, PLUGIN);
  }

  /** What a macro left behind; {@code err} says why it did not come to its end. */
  record Result(int exit, String out, String err) {}

  /** Runs a macro in an ImageJ of its own, in a JVM that serves several. */
  Result run(final String text) throws IOException {
    if (server == null) {
      server = menu.equals(PLUGIN) ? common() : server(menu, folder.resolve("server.txt"));
    }
    return server.run(write(text));
  }

  private static MacroJvm common() throws IOException {
    if (ofThePlugin == null || !ofThePlugin.isAlive()) {
      ofThePlugin = server(PLUGIN, Path.of("target", "macro-server.txt"));
    }
    ofThePlugin.begin();
    return ofThePlugin;
  }

  private static MacroJvm server(final Path menu, final Path errors) throws IOException {
    return new MacroJvm(headless(List.of(MacroServer.class.getName(), menu.toString())), errors);
  }

  /** Runs a macro as the program does, in a JVM of its own. */
  Result runAlone(final String text, final String argument)
      throws IOException, InterruptedException {
    final Path macro = write(text);
    final List<String> arguments = new ArrayList<>();
    arguments.add("-Dmacro=" + macro);
    arguments.add("-Darg=" + argument);
    arguments.addAll(List.of(MacroRunner.class.getName(), menu.toString()));
    return finish(headless(arguments), macro.getParent(), MINUTES);
  }

  /** Runs a program with this JVM's class path, on its display; its output goes into the folder. */
  static Result java(final Path folder, final List<String> arguments)
      throws IOException, InterruptedException {
    return java(folder, arguments, MINUTES);
  }

  /** The same for a program that takes long; after so many minutes it counts as hanging. */
  static Result java(final Path folder, final List<String> arguments, final int minutes)
      throws IOException, InterruptedException {
    return finish(builder(arguments), folder, minutes);
  }

  /** Runs a macro in plain ImageJ's window, on this JVM's display, with the plugin installed. */
  static Result inWindow(final Path folder, final String macro)
      throws IOException, InterruptedException {
    return java(
        folder,
        List.of(
            "-Duser.home=" + folder,
            WindowMacro.class.getName(),
            PLUGIN.toString(),
            folder.resolve("ImageJ").toString(),
            Files.writeString(folder.resolve("m.ijm"), macro).toString(),
            ""));
  }

  private static Result finish(final ProcessBuilder builder, final Path folder, final int minutes)
      throws IOException, InterruptedException {
    final Path out = folder.resolve("out.txt");
    final Path err = folder.resolve("err.txt");
    final Process process =
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(minutes, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the program hangs: " + Files.readString(out) + Files.readString(err));
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Override
  public void close() {
    if (server != null && server != ofThePlugin) {
      server.close();
    }
  }

  private Path write(final String text) throws IOException {
    final Path place = folder.resolve("a [b] c=" + count++);
    return Files.writeString(Files.createDirectories(place).resolve("m n.ijm"), text);
  }

  private static ProcessBuilder headless(final List<String> arguments) {
    final List<String> all = new ArrayList<>();
    all.add("-Djava.awt.headless=true");
    all.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
    all.add("-Dinceptionlens.networks=" + NETWORKS);
    all.addAll(arguments);
    return builder(all);
  }

  private static ProcessBuilder builder(final List<String> arguments) {
    final ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of("-Xmx1500m", "-XX:TieredStopAtLevel=1"));
    builder.command().addAll(List.of("-cp", System.getProperty("java.class.path")));
    builder.command().addAll(arguments);
    return builder;
  }

  private static String line(final String label, final String command) {
    return "Plugins>Lens Test, \"" + label + "\", " + DOOR + "(\"" + FIXTURES + command + "\")\n";
  }
}
