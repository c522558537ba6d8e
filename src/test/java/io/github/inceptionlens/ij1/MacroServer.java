package io.github.inceptionlens.ij1;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;

/**
 * A program that runs the macros whose paths it reads, one after another, and says on its output
 * when the result lies beside the macro. Each begins without images and results; after {@link
 * #BEGIN} all else of before is gone as well.
 */
public final class MacroServer {

  static final String BEGIN = "begin";
  static final String DONE = "done";

  private static final String FRESH = "close('*'); run('Clear Results');";

  private MacroServer() {}

  /** Serves until the input ends. */
  public static void main(final String[] installed) throws Exception {
    final PrintStream answers = System.out;
    final PrintStream errors = System.err;
    final Path fresh = Files.writeString(Files.createTempFile("fresh", ".ijm"), FRESH);
    final Scanner paths = new Scanner(System.in);
    while (paths.hasNextLine()) {
      MacroRunner.run(fresh.toString(), "", installed);
      final String path = paths.nextLine();
      if (path.equals(BEGIN)) {
        FreshImageJ.begin();
      } else {
        serve(Path.of(path), installed);
      }
      System.setErr(errors);
      answers.println(DONE);
    }
    System.exit(0);
  }

  private static void serve(final Path macro, final String[] installed) throws Exception {
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true));
    final String failure = MacroRunner.run(macro.toString(), "", installed);
    Files.writeString(macro.resolveSibling("err.txt"), failure);
    Files.writeString(macro.resolveSibling("out.txt"), out.toString());
  }
}
