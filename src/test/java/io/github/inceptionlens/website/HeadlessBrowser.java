package io.github.inceptionlens.website;

import io.github.inceptionlens.Needs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chromium without a window, for pages of files. */
final class HeadlessBrowser {

  private static final Pattern ANSWER =
      Pattern.compile("<pre id=\"answer\">(.*?)</pre>", Pattern.DOTALL);

  /** As with a window, where pictures that are not seen are not loaded. */
  private static final String LAZY = "--blink-settings=lazyLoadEnabled=true";

  private final Path folder;
  private final List<String> options;

  /**
   * @param folder for what the browser keeps
   * @param options further ones of its command line
   */
  HeadlessBrowser(final Path folder, final String... options) {
    Needs.program("chromium");
    this.folder = folder;
    this.options = options.length == 0 ? List.of(LAZY) : List.of(options);
  }

  /** Sees pages as somebody with a dark desktop does. */
  static HeadlessBrowser dark(final Path folder) {
    return new HeadlessBrowser(folder, LAZY + ",preferredColorScheme=0");
  }

  /**
   * What a page became.
   *
   * @param dom its elements as text
   * @param console what its scripts and the browser complained of or said
   */
  record Seen(String dom, List<String> console) {

    /** What the asking script answered. */
    String answer() {
      final Matcher answer = ANSWER.matcher(dom);
      return answer.find()
          ? answer.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
          : "no answer in " + dom;
    }
  }

  Seen open(final Path page) throws IOException, InterruptedException {
    final List<String> command =
        new ArrayList<>(
            List.of(
                "chromium",
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=10000",
                "--window-size=1400,1000"));
    command.addAll(options);
    command.addAll(List.of("--dump-dom", page.toUri().toString()));
    final Path errors = Files.createTempFile(folder, "console", ".txt");
    final Process browser = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    final String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    browser.waitFor();
    return new Seen(
        dom, Files.readString(errors).lines().filter(line -> line.contains(":CONSOLE")).toList());
  }

  /**
   * Opens a page with a script that asks it something.
   *
   * @param before lines of HTML before the script
   * @param script calls {@code answer(text)} at last
   */
  Seen ask(final Path page, final String before, final String script)
      throws IOException, InterruptedException {
    final Path asked = page.resolveSibling("asked-" + page.getFileName());
    final String more =
        before
            + "<script>function answer(text) { const said = document.createElement('pre');"
            + " said.id = 'answer'; said.textContent = text; document.body.append(said); }"
            + "addEventListener('load', () => { "
            + script
            + " });</script></body>";
    Files.writeString(asked, Files.readString(page).replace("</body>", more));
    try {
      return open(asked);
    } finally {
      Files.delete(asked);
    }
  }
}
