package io.github.inceptionlens.collection.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What folders, patterns and tables of paths name, awkward names included. */
final class ImageListingTest {

  private static final List<String> FILES =
      List.of(
          "b/a.tif",
          "a.tif",
          "a/deep/er/a.tif",
          "a/comma, semicolon; and 'quote'.tif",
          "größe/zellen äöü.png",
          "a/notes.txt");

  @TempDir private Path root;

  @BeforeEach
  void write() throws IOException {
    for (final String file : FILES) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), file);
    }
  }

  private ImageListing list(final String text) {
    return ImageListing.of("images", text.replace("DIR", root.toString()));
  }

  private static List<String> paths(final ImageListing listing) {
    return listing.images().stream().map(CollectionImage::path).toList();
  }

  @Test
  void aFolderIsWalkedInTheOrderOfThePathsAndItsFirstFoldersAreTheLabels() {
    final ImageListing listing = list("DIR");
    assertThat(paths(listing)).containsExactlyInAnyOrderElementsOf(FILES).isSorted();
    assertThat(listing.images())
        .allSatisfy(
            one -> {
              final int slash = one.path().indexOf('/');
              assertThat(one.label()).isEqualTo(slash < 0 ? "" : one.path().substring(0, slash));
              assertThat(one.file().orElseThrow()).isRegularFile();
            });
    assertThat(listing.name()).isEqualTo(root.toString());
    assertThat(listing.unlisted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DIR/*.tif               | a.tif",
        "DIR/**/a.tif            | a.tif b/a.tif a/deep/er/a.tif",
        "DIR/**/*.png            | zellen äöü.png",
        "DIR/?/a.tif             | a.tif",
        "DIR/[ab]/a.tif          | b/a.tif",
        "DIR/b/{a,c}.tif         | a.tif"
      })
  void aPatternNamesWhatFits(final String pattern, final String wanted) {
    final ImageListing listing = list(pattern);
    assertThat(listing.images())
        .hasSize(wanted.contains("äöü") ? 1 : wanted.split(" ").length)
        .allSatisfy(
            one -> assertThat(one.path()).endsWith(wanted.contains("äöü") ? wanted : "a.tif"));
    assertThat(paths(listing)).isSorted();
  }

  @Test
  void theRootOfAPatternIsTheFolderBeforeTheFirstStar() {
    final ImageListing listing = list("DIR/a/**/*.tif");
    assertThat(listing.root()).isEqualTo(root.resolve("a"));
    assertThat(paths(listing))
        .containsExactly("comma, semicolon; and 'quote'.tif", "deep/er/a.tif");
    assertThat(listing.images().get(1).label()).isEqualTo("deep");
  }

  @Test
  void aFolderWithBracketsInItsNameIsNoPattern() throws IOException {
    final Path odd = Files.createDirectories(root.resolve("day [1]"));
    Files.writeString(odd.resolve("x.tif"), "");
    assertThat(paths(list("DIR/day [1]"))).containsExactly("x.tif");
  }

  @Test
  void aTableNamesFilesRelativeToItselfWithLabelsAndGroups() throws IOException {
    Files.writeString(
        root.resolve("t.csv"),
        "Group;LABEL;Path\nmouse 1;wild type;b/a.tif\nmouse 2;\"a \"\"mutant\"\"\";"
            + "\"a/comma, semicolon; and 'quote'.tif\"\n;;gone.tif\n;;b/../b/a.tif\n");
    final ImageListing listing = list("DIR/t.csv");
    assertThat(paths(listing)).containsExactly("b/a.tif", "a/comma, semicolon; and 'quote'.tif");
    assertThat(listing.images())
        .extracting(CollectionImage::label)
        .containsExactly("wild type", "a \"mutant\"");
    assertThat(listing.images())
        .extracting(CollectionImage::group)
        .containsExactly("mouse 1", "mouse 2");
    assertThat(listing.unlisted())
        .containsExactly(
            new SkippedImage("gone.tif", "there is no such file"),
            new SkippedImage("b/../b/a.tif", "the table names it twice; it counts once"));
  }

  @Test
  void aTableWithTabsAndAbsolutePathsIsATableToo() throws IOException {
    Files.writeString(
        root.resolve("t.tsv"), "image\tlabel\n" + root.resolve("größe/zellen äöü.png") + "\tx\n");
    assertThat(paths(list("DIR/t.tsv"))).containsExactly("größe/zellen äöü.png");
    Files.writeString(root.resolve("n.csv"), "file,day\nb/a.tif,1\na.tif,2\n");
    assertThat(list("DIR/n.csv").images())
        .as("the first folder is the label where the table has none")
        .extracting(CollectionImage::label)
        .containsExactly("b", "");
  }

  @Test
  void linksAreFollowedButNotInCirclesAndHiddenFilesAreNamed() throws IOException {
    Files.createSymbolicLink(root.resolve("b/circle"), root);
    Files.createSymbolicLink(root.resolve("link"), root.resolve("a/deep"));
    Files.createSymbolicLink(root.resolve("nowhere.tif"), root.resolve("not there"));
    Files.writeString(root.resolve("b/.hidden.tif"), "");
    Files.createDirectories(root.resolve(".cache"));
    final ImageListing listing = list("DIR");
    assertThat(paths(listing)).hasSize(FILES.size() + 1).contains("link/er/a.tif");
    assertThat(listing.unlisted())
        .extracting(SkippedImage::path)
        .containsExactly(".cache", "b/.hidden.tif", "b/circle", "nowhere.tif");
    assertThat(listing.unlisted())
        .extracting(SkippedImage::reason)
        .containsExactly(
            "its name begins with a dot, as hidden files' do",
            "its name begins with a dot, as hidden files' do",
            "it is a link that leads in a circle",
            "it is a link that leads nowhere");
  }

  /** Of the test's user, who may read everything, the system refuses nothing. */
  @Test
  void aFolderWithoutRightsIsNamed() {
    final FolderWalk walk = new FolderWalk(root, 9, file -> true);
    final Path closed = root.resolve("b");
    assertThat(walk.visitFileFailed(closed, new AccessDeniedException(closed.toString())))
        .isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.listing("x").unlisted())
        .containsExactly(new SkippedImage("b", "it may not be read by you"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DIR/nowhere     | expected stack, open or the path of a folder of images",
        "DIR/a.tif       | expected stack, open or the path of a folder of images",
        "DIR/**/*.nd2    | but there is no image",
        "DIR/{           | expected stack, open",
        "DIR/*.{         | which is no pattern of paths",
        "DIR/empty.csv   | is empty: give it a column of paths",
        "DIR/none.csv    | has no column path; its columns are a, b",
        "DIR/gone.csv    | but there is no image: \"x.tif\": there is no such file"
      })
  void aBadTextIsToldInOneSentence(final String text, final String sentence) throws IOException {
    Files.writeString(root.resolve("empty.csv"), "");
    Files.writeString(root.resolve("none.csv"), "a,b\n1,2\n");
    Files.writeString(root.resolve("gone.csv"), "path\nx.tif\n");
    assertThatThrownBy(() -> list(text))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence)
        .hasMessageContaining("images");
  }

  @Test
  void theStateOfAnImageChangesWithTheFile() throws IOException {
    final String before = list("DIR/b").images().get(0).state();
    assertThat(list("DIR/b").images().get(0).state()).isEqualTo(before);
    Files.writeString(root.resolve("b/a.tif"), "longer than it was");
    assertThat(list("DIR/b").images().get(0).state()).isNotEqualTo(before);
  }
}
