package io.github.inceptionlens.ij1;

import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A JVM that runs macros one after another; it ends with this one at the latest. */
final class MacroJvm implements AutoCloseable {

  private final Path errors;
  private final Process server;
  private final PrintWriter requests;
  private final BufferedReader answers;

  /**
   * @param builder starts a {@link MacroServer}
   * @param errors the file that gets what ImageJ says on its error stream
   */
  MacroJvm(final ProcessBuilder builder, final Path errors) throws IOException {
    this.errors = errors;
    server = builder.redirectError(errors.toFile()).start();
    requests = new PrintWriter(server.outputWriter(), true);
    answers = server.inputReader();
  }

  boolean isAlive() {
    return server.isAlive();
  }

  /** Lets go what macros before left behind: networks, outlines, colors. */
  void begin() throws IOException {
    ask(MacroServer.BEGIN);
  }

  Result run(final Path macro) throws IOException {
    ask(macro.toString());
    final String err = Files.readString(macro.resolveSibling("err.txt"));
    return new Result(
        err.isEmpty() ? 0 : 1, Files.readString(macro.resolveSibling("out.txt")), err);
  }

  private void ask(final String request) throws IOException {
    requests.println(request);
    if (!MacroServer.DONE.equals(answers.readLine())) {
      server.destroy();
      throw new IOException("the server ended: " + Files.readString(errors));
    }
  }

  @Override
  public void close() {
    requests.close();
    server.destroy();
  }
}
