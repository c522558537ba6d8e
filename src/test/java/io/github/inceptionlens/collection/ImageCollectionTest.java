package io.github.inceptionlens.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which pictures a collection shows, and what it says of the others. */
final class ImageCollectionTest {

  private static final View VIEW = View.of(SmallNetworks.noise(4, 4, 0));

  /** Images with so many slices; none stands for one that cannot be read. */
  private static ImageCollection<MemoryPicture> collection(
      final List<Integer> slices, final AtomicInteger opened) {
    final List<CollectionImage> images =
        IntStream.range(0, slices.size())
            .mapToObj(
                i -> new CollectionImage(String.valueOf(i), Optional.empty(), "", "", "state"))
            .toList();
    return new ImageCollection<>(
        "images",
        "memory",
        images,
        List.of(),
        image -> {
          opened.incrementAndGet();
          final int count = slices.get(Integer.parseInt(image.path()));
          if (count == 0) {
            throw new UnreadableImage("it is broken");
          }
          return IntStream.rangeClosed(1, count)
              .mapToObj(i -> new MemoryPicture(new PictureId(image.path(), i), "", VIEW))
              .toList();
        });
  }

  private static List<PictureId> shown(final ImageCollection<MemoryPicture> collection) {
    final List<PictureId> shown = new ArrayList<>();
    collection.forEach(picture -> shown.add(picture.id()), Progress.NONE);
    return shown;
  }

  @Property(tries = 200)
  void everySliceIsShownOnceAndWhatCannotBeReadIsNamed(
      @ForAll @Size(min = 1, max = 9) final List<@IntRange(max = 6) Integer> slices) {
    final AtomicInteger opened = new AtomicInteger();
    final ImageCollection<MemoryPicture> collection = collection(slices, opened);
    final int total = slices.stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      assertThatThrownBy(() -> shown(collection))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(
              "none of its " + slices.size() + " files can be used: \"0\": it is broken");
      return;
    }
    assertThat(shown(collection)).hasSize(total).doesNotHaveDuplicates().isSorted();
    assertThat(opened).hasValue(slices.size());
    assertThat(collection.look().pictures()).isEqualTo(total);
    assertThat(collection.look().skipped())
        .extracting(SkippedImage::path)
        .containsExactlyElementsOf(
            IntStream.range(0, slices.size())
                .filter(i -> slices.get(i) == 0)
                .mapToObj(String::valueOf)
                .toList());
  }

  @Property(tries = 300)
  void aLimitDrawsSoManyOverAllImagesAndInPlaceOfBrokenOnesOthers(
      @ForAll @Size(min = 1, max = 9) final List<@IntRange(max = 6) Integer> slices,
      @ForAll @IntRange(min = 1, max = 30) final int limit,
      @ForAll final long seed) {
    final int total = slices.stream().mapToInt(Integer::intValue).sum();
    if (total == 0) {
      return;
    }
    final AtomicInteger opened = new AtomicInteger();
    final ImageCollection<MemoryPicture> drawn =
        collection(slices, opened).limited(OptionalInt.of(limit), seed);
    final List<PictureId> shown = shown(drawn);
    assertThat(shown).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(Math.min(limit, total));
    final long readable = slices.stream().filter(count -> count > 0).count();
    assertThat(shown).hasSizeGreaterThanOrEqualTo((int) Math.min(limit, readable));
    assertThat(shown(collection(slices, opened).limited(OptionalInt.of(limit), seed)))
        .isEqualTo(shown);
  }

  @Test
  void aStackGivesAsManySlicesAsAreWantedAndAnotherSeedOthers() {
    final AtomicInteger opened = new AtomicInteger();
    final ImageCollection<MemoryPicture> stack = collection(List.of(100), opened);
    final List<PictureId> drawn = shown(stack.limited(OptionalInt.of(10), 1));
    assertThat(drawn).hasSize(10).isSorted();
    assertThat(shown(stack.limited(OptionalInt.of(10), 2))).hasSize(10).isNotEqualTo(drawn);
    assertThat(shown(stack.limited(OptionalInt.empty(), 1))).hasSize(100);
  }

  @Test
  void theDigestTellsWhatIsShown() {
    final AtomicInteger opened = new AtomicInteger();
    final ImageCollection<MemoryPicture> one = collection(List.of(1, 2), opened);
    assertThat(one.digest()).hasSize(64).isEqualTo(collection(List.of(1, 3), opened).digest());
    assertThat(one.digest())
        .isNotEqualTo(collection(List.of(1), opened).digest())
        .isNotEqualTo(one.limited(OptionalInt.of(2), 0).digest());
    assertThat(one.limited(OptionalInt.of(2), 1).digest())
        .isNotEqualTo(one.limited(OptionalInt.of(2), 0).digest());
    assertThat(opened).hasValue(0);
  }

  @Test
  void aPictureIsReadAgainByItsName() {
    final ImageCollection<MemoryPicture> all = collection(List.of(1, 3), new AtomicInteger());
    final PictureId wanted = new PictureId("1", 2);
    assertThat(all.picture(wanted).id()).isEqualTo(wanted);
    assertThatThrownBy(() -> all.picture(new PictureId("1", 4)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("1, slice 4")
        .hasMessageContaining("it is not there any more");
  }
}
