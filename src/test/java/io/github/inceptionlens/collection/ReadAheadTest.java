package io.github.inceptionlens.collection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.ReadAhead.Read;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is read ahead, and what only when it is needed. */
final class ReadAheadTest {

  private static final int COUNT = 5;
  private static final long LARGEST = 12L * 16 * 16;

  private final AtomicInteger opened = new AtomicInteger();

  /** Small pictures and, at odd places, large ones. */
  private ImageCollection<MemoryPicture> collection() {
    final List<CollectionImage> images =
        IntStream.range(0, COUNT)
            .mapToObj(i -> new CollectionImage(String.valueOf(i), Optional.empty(), "", "", ""))
            .toList();
    return new ImageCollection<>("images", "memory", images, List.of(), this::open);
  }

  private List<MemoryPicture> open(final CollectionImage image) {
    opened.incrementAndGet();
    final int index = Integer.parseInt(image.path());
    final View small = View.of(SmallNetworks.noise(16, 16, index));
    final View view =
        index % 2 == 0 ? small : new RowsOnly(View.of(SmallNetworks.noise(16, 17, index)));
    return List.of(new MemoryPicture(MemoryPictures.id(index), "", view));
  }

  @Test
  void noImageIsOpenedBesideALargeOne() throws InterruptedException {
    final List<Boolean> large = new ArrayList<>();
    try (ReadAhead<MemoryPicture> ahead =
        new ReadAhead<>(collection().feed(FeedPosition.START), LARGEST)) {
      while (ahead.hasNext(() -> {})) {
        final Read<MemoryPicture> read = ahead.take();
        large.add(read.isLarge());
        if (read.isLarge()) {
          Thread.sleep(20);
          assertThat(opened.get()).isEqualTo(large.size());
          assertThat(read.view().orElseThrow()).isInstanceOf(RowsOnly.class);
        }
      }
    }
    assertThat(large).containsExactly(false, true, false, true, false);
    assertThat(opened.get()).isEqualTo(COUNT);
  }
}
