package io.github.inceptionlens.command.website;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.Disks;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a folder of a site, and to one that is not. */
final class SiteFolderTest {

  @TempDir private Path folder;

  private static byte[] text(final String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private SiteFolder begun() {
    final SiteFolder site = SiteFolder.of(folder.resolve("site").toString());
    site.begin();
    return site;
  }

  @Test
  void filesOfAnEarlierExportAreReplacedOrRemovedAndOthersStay() throws IOException {
    final SiteFolder first = begun();
    first.put("a.html", text("old"));
    first.put("mixed4c/b.html", text("gone"));
    first.end();
    final Path own = Files.writeString(folder.resolve("site/CNAME"), "mine");
    final SiteFolder second = begun();
    second.put("a.html", text("new"));
    second.end();
    assertThat(folder.resolve("site/a.html")).hasContent("new");
    assertThat(folder.resolve("site/mixed4c/b.html")).doesNotExist();
    assertThat(own).hasContent("mine");
  }

  @Test
  void whatAStoppedExportWroteIsRemovedByTheNext() {
    final SiteFolder stopped = begun();
    stopped.put("half.html", text("half"));
    stopped.keep();
    final SiteFolder next = begun();
    next.put("whole.html", text("whole"));
    next.end();
    assertThat(folder.resolve("site/half.html")).doesNotExist();
    assertThat(folder.resolve("site/whole.html")).exists();
  }

  @Test
  void aFolderOfOthersIsRefused() throws IOException {
    final Path other = Files.writeString(folder.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> SiteFolder.of(folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("which holds files of others: name a new or empty folder");
    assertThatThrownBy(() -> SiteFolder.of(other.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("which is a file");
    assertThat(other).hasContent("mine");
  }

  @Test
  void aDamagedListIsRefused() throws IOException {
    begun();
    final Path list = folder.resolve("site").resolve(SiteFolder.LIST);
    for (final String damage : new String[] {"", "{", "[]", "{\"made\":\"x\"}"}) {
      Files.writeString(list, damage);
      assertThatThrownBy(this::begun)
          .as(damage)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("damaged");
    }
  }

  /** A list that somebody changed leads to no file outside. */
  @Test
  void nothingOutsideTheFolderIsRemoved() throws IOException {
    final Path outside = Files.writeString(folder.resolve("outside.txt"), "mine");
    begun();
    Files.writeString(
        folder.resolve("site").resolve(SiteFolder.LIST),
        "{\"made\":\"x\",\"files\":[\"../outside.txt\",\"" + outside + "\"]}");
    final SiteFolder site = begun();
    site.end();
    assertThat(outside).hasContent("mine");
  }

  @Test
  void aFileThatCannotBeWrittenIsOneSentenceAndTheEarlierOneStays() throws IOException {
    final SiteFolder first = begun();
    first.put("a.html", text("old"));
    first.end();
    Files.createDirectory(folder.resolve("site/b.html"));
    Files.writeString(folder.resolve("site/b.html/c"), "in the way");
    final SiteFolder second = begun();
    assertThatThrownBy(() -> second.put("b.html", text("new")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder.resolve("site/a.html")).hasContent("old");
  }

  @Test
  void aFullDiskIsOneSentenceAndLeavesNoHalfFile() throws IOException {
    final Path site = Files.createDirectory(folder.resolve("site"));
    try (Disks tiny = Disks.tiny(site, "64k")) {
      final SiteFolder full = begun();
      full.put("a.html", text("whole"));
      assertThatThrownBy(() -> full.put("b.html", new byte[1 << 20]))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("cannot be written: No space left on device");
      full.keep();
      assertThat(site.resolve("a.html")).hasContent("whole");
      try (Stream<Path> files = Files.list(site)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("a.html", SiteFolder.LIST);
      }
      assertThat(tiny).isNotNull();
    }
  }
}
