package io.github.inceptionlens.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.MacroKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;

/** The reference says what the commands are, and its pages lead where they say. */
final class ReferenceTest {

  private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)[^\"]*\"");

  @TempDir private Path folder;

  @Test
  void thePagesAreThoseThatTheCommandsGive() throws Exception {
    for (final Map.Entry<String, String> page : ReferencePages.pages().entrySet()) {
      assertThat(Files.readString(ReferencePages.FOLDER.resolve(page.getKey())))
          .as("%s is stale: mvn -B test-compile exec:exec@reference writes it anew", page.getKey())
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyKeyIsExplained() throws IOException {
    final String keys = Files.readString(ReferencePages.FOLDER.resolve("keys.md"));
    for (final CommandInfo command : ReferencePages.commands()) {
      for (final ModuleItem<?> key : MacroKeys.of(command.inputs())) {
        assertThat(key.getDescription())
            .as("%s %s", command.getLabel(), key.getName())
            .isNotBlank();
      }
    }
    assertThat(keys).contains("## `target`", "## `network`", "## `range`");
  }

  @Test
  void everyLinkAndPictureOfTheWebsiteIsThere() throws IOException {
    SitePages.write(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      final List<Path> pages = files.filter(file -> file.toString().endsWith(".html")).toList();
      assertThat(pages).hasSizeGreaterThan(ReferencePages.commands().size());
      for (final Path page : pages) {
        REFERENCE
            .matcher(Files.readString(page))
            .results()
            .map((MatchResult match) -> match.group(1))
            .filter(target -> !target.contains("://"))
            .forEach(
                target ->
                    assertThat(page.resolveSibling(target)).as("%s in %s", target, page).exists());
      }
    }
  }
}
