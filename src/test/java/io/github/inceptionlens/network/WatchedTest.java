package io.github.inceptionlens.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.band.BandPlan;
import io.github.inceptionlens.network.edit.ChannelSplice;
import io.github.inceptionlens.network.edit.UnitSet;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Who watches a network learns of its passes, and how it saw their pictures. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WatchedTest {

  private final List<Pass> passes = new ArrayList<>();

  @Test
  void learnsOfThePassesOfTheNetworkAndOfItsEdits() {
    final Picture picture = SmallNetworks.picture(96, 700);
    final String before = System.getProperty(MemoryBudget.PROPERTY);
    try (InceptionV1 plain =
            SmallNetworks.ofBothSigns(SmallNetworks.narrowTable(FrameworkConventions.CAFFE));
        InceptionV1 watched = plain.watched(passes::add);
        InceptionV1 edited =
            watched.with(
                List.of(new ChannelSplice(UnitSet.parse("mixed3a:0"), ChannelChange.ZERO)))) {
      plain.run(picture, List.of("mixed3a"));
      assertThat(passes).isEmpty();
      watched.run(picture, List.of("inception_3a"));
      System.setProperty(MemoryBudget.PROPERTY, "1");
      edited.run(picture, List.of(Architecture.LOGITS));
    } finally {
      if (before == null) {
        System.clearProperty(MemoryBudget.PROPERTY);
      } else {
        System.setProperty(MemoryBudget.PROPERTY, before);
      }
    }
    assertThat(passes).hasSize(2);
    assertThat(passes.get(0).names()).containsExactly("mixed3a");
    assertThat(passes.get(0).plan().bands()).isEmpty();
    assertThat(passes.get(1).width()).isEqualTo(96);
    assertThat(passes.get(1).height()).isEqualTo(700);
    final Optional<BandPlan> bands = passes.get(1).plan().bands();
    assertThat(bands.orElseThrow().bands() * bands.orElseThrow().rows())
        .isGreaterThanOrEqualTo(700);
    assertThat(passes).allSatisfy(pass -> assertThat(pass.seconds()).isPositive());
  }
}
