package io.github.inceptionlens.circuit.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Families of the planted circuit, whose units are known copies of each other. */
class UnitFamiliesTest {

  private static final int SIDE = 25;
  private static final int PLACES = 60;
  private static final CongruenceGroup QUARTERS = FamilyKind.ROTATION.group(90);

  /** A picture in one of the ways in which it may lie. */
  private record Lying(int index, int element, Picture picture) implements OrbitPicture {

    @Override
    public PictureId id() {
      return new PictureId("picture " + index, 1);
    }

    @Override
    public String label() {
      return "";
    }

    @Override
    public View view() {
      return View.of(picture);
    }

    @Override
    public String place() {
      return "place " + index;
    }

    @Override
    public double middleX() {
      return (SIDE - 1) / 2.0;
    }

    @Override
    public double middleY() {
      return (SIDE - 1) / 2.0;
    }
  }

  /** Gray noise, a little smooth. */
  private static Picture noise(final int seed) {
    final Random random = new Random(seed);
    final double[] fine = random.doubles(SIDE * SIDE).toArray();
    return SmallNetworks.picture(
        SIDE,
        SIDE,
        (column, row) -> {
          double sum = 0;
          for (int y = Math.max(0, row - 1); y <= Math.min(SIDE - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(SIDE - 1, column + 1); x++) {
              sum += fine[y * SIDE + x];
            }
          }
          return (float) (255 * Math.min(1, Math.max(0, sum / 3 - 1)));
        });
  }

  private static Picture lying(final Picture picture, final Congruence way) {
    return SmallNetworks.picture(
        SIDE,
        SIDE,
        (column, row) -> {
          int x = column;
          int y = row;
          for (int quarter = 0; quarter < way.angle() / 90; quarter++) {
            final int right = SIDE - 1 - y;
            y = x;
            x = right;
          }
          return picture.plane(0)[y * SIDE + (way.mirrored() ? SIDE - 1 - x : x)];
        });
  }

  private static OrbitResponses responses(
      final InceptionV1 network,
      final String units,
      final CongruenceGroup group,
      final List<Picture> pictures,
      final List<Integer> order) {
    final KernelEnd end = KernelEnd.parse(network.architecture(), "layer", units);
    final OrbitCollector collector = new OrbitCollector(end, group);
    OrbitCollector.Places all = collector.supplier().get();
    for (final int index : order) {
      final OrbitCollector.Places some = collector.supplier().get();
      for (int element = 0; element < group.size(); element++) {
        final Lying shown =
            new Lying(index, element, lying(pictures.get(index), group.element(element)));
        collector
            .accumulator()
            .accept(
                some,
                new Seen<OrbitPicture>(
                    shown, shown.view(), network.run(shown.picture(), List.of(end.layer()))));
      }
      all = collector.combiner().apply(collector.restored(collector.keep(all)), some);
    }
    return collector.finisher().apply(all);
  }

  private static OrbitResponses responses(
      final InceptionV1 network, final String units, final CongruenceGroup group) {
    final List<Integer> order = IntStream.range(0, PLACES).boxed().toList();
    return responses(
        network, units, group, order.stream().map(UnitFamiliesTest::noise).toList(), order);
  }

  private static UnitFamilies compared(final OrbitResponses responses) {
    return UnitFamilies.of(responses, Progress.NONE);
  }

  private static List<Unit> units(final UnitFamily family) {
    return family.members().stream().map(FamilyMember::unit).toList();
  }

  private static List<Congruence> ways(final UnitFamily family) {
    return family.members().stream().map(FamilyMember::way).toList();
  }

  private static Unit unit(final List<Unit> units, final int index) {
    return units.get(index);
  }

  /** Each edge is the one before turned clockwise, so that the last is the first by its angle. */
  @Test
  void edgesAreOneFamilyOfAllQuartersOfATurn() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final UnitFamilies compared = compared(responses(network, "conv2d0", QUARTERS));
      final List<UnitFamily> families = compared.families(0.5);
      assertThat(families).hasSize(1);
      final List<Unit> edges = PlantedCircuit.EDGES;
      assertThat(units(families.get(0)))
          .containsExactly(unit(edges, 0), unit(edges, 3), unit(edges, 2), unit(edges, 1));
      assertThat(ways(families.get(0)))
          .containsExactly(
              new Congruence(0, false),
              new Congruence(90, false),
              new Congruence(180, false),
              new Congruence(270, false));
      for (final FamilyMember member : families.get(0).members()) {
        assertThat(member.correlation()).isCloseTo(1, within(1e-4));
        assertThat(Math.abs(member.shuffled())).isLessThan(0.3);
        assertThat(member.tuned()).isBetween(0.5, 1.0);
      }
      assertThat(compared.largestShuffled()).isLessThan(0.5);
      assertThat(compared.pairsAbove(0.99)).isEqualTo(6);
      assertThat(compared.tuned()).isEqualTo(4);
      final KernelAgreement kernels =
          new KernelAgreement(network, families, compared.units(), 0, Progress.NONE);
      assertThat(kernels.of(families.get(0))).containsOnly(new double[] {1}, within(1e-5));
      assertThat(kernels.shuffled(families.get(0))).containsOnly(new double[] {0}, within(0.05));
    }
  }

  /**
   * A line's kernel is the same after half of a turn; its responses are not, for it reads rectified
   * edges of one side.
   */
  @Test
  void linesAreOneFamilyWithoutTheDecoy() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final UnitFamilies compared = compared(responses(network, "conv2d1", QUARTERS));
      final List<UnitFamily> families = compared.families(0.5);
      assertThat(families).hasSize(1);
      final List<Unit> lines = PlantedCircuit.LINES;
      assertThat(units(families.get(0)))
          .containsExactly(unit(lines, 0), unit(lines, 3), unit(lines, 2), unit(lines, 1))
          .doesNotContain(PlantedCircuit.DECOY);
      assertThat(ways(families.get(0)).stream().map(Congruence::angle))
          .containsExactly(0.0, 90.0, 180.0, 270.0);
      final KernelAgreement kernels =
          new KernelAgreement(network, families, compared.units(), 0, Progress.NONE);
      assertThat(kernels.of(families.get(0))).containsOnly(new double[] {1}, within(1e-5));
    }
  }

  @Test
  void mirroredEdgesAreTwoPairs() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<UnitFamily> families =
          compared(responses(network, "conv2d0", FamilyKind.MIRROR.group(15))).families(0.9);
      assertThat(families.stream().map(UnitFamiliesTest::units))
          .containsExactly(
              List.of(unit(PlantedCircuit.EDGES, 0), unit(PlantedCircuit.EDGES, 2)),
              List.of(unit(PlantedCircuit.EDGES, 1), unit(PlantedCircuit.EDGES, 3)));
    }
  }

  @Test
  void withAllAxesEdgesAreOneFamilyAndTheLeastTurnCounts() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final UnitFamily family =
          compared(responses(network, "conv2d0", FamilyKind.BOTH.group(90))).families(0.9).get(0);
      assertThat(family.members()).hasSize(4);
      assertThat(ways(family)).noneMatch(Congruence::mirrored);
    }
  }

  /** A unit is a mirrored copy where no turn makes it one. */
  @Test
  void aMirroredCopyIsToldFromATurnedOne() {
    final CongruenceGroup group = FamilyKind.BOTH.group(90);
    final Random random = new Random(5);
    final float[] own = new float[PLACES * group.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = random.nextFloat();
    }
    for (int way = 0; way < group.size(); way++) {
      final float[] copy = new float[own.length];
      for (int i = 0; i < own.length; i++) {
        final int place = i / group.size() * group.size();
        copy[place + group.after(way, i % group.size())] = own[i];
      }
      final UnitFamily family =
          compared(
                  new OrbitResponses(
                      List.of(new Unit("a", 0), new Unit("a", 1)),
                      group,
                      PLACES,
                      List.of(own, copy)))
              .families(0.9)
              .get(0);
      assertThat(family.members().get(1).way()).isEqualTo(group.element(way));
      assertThat(family.correlation()).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void theGroupIsOne() {
    for (final CongruenceGroup group :
        List.of(FamilyKind.MIRROR.group(1), FamilyKind.BOTH.group(60), QUARTERS)) {
      for (int i = 0; i < group.size(); i++) {
        assertThat(group.after(i, group.inverse(i))).isZero();
        assertThat(group.after(group.inverse(i), i)).isZero();
        for (int j = 0; j < group.size(); j++) {
          assertThat(group.after(group.after(i, j), group.inverse(j))).isEqualTo(i);
        }
      }
    }
    assertThatThrownBy(() -> FamilyKind.ROTATION.group(50))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("step is 50");
  }

  @Test
  void nothingIsInfiniteWhereAllPicturesArePlain() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final Picture gray = SmallNetworks.picture(SIDE, SIDE, (column, row) -> 90);
      final UnitFamilies compared =
          compared(responses(network, "conv2d0", QUARTERS, List.of(gray, gray), List.of(0, 1)));
      assertThat(compared.families(0)).isEmpty();
      assertThat(compared.tuned()).isZero();
      final List<Integer> order = compared.order(List.of());
      assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(compared.matrix(order, false)).containsOnly(0f);
      assertThat(compared.matrix(order, true)).containsOnly(0f);
    }
  }

  @Test
  void theOrderOfPicturesDoesNotMatter() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final List<Picture> pictures =
          IntStream.range(0, PLACES).mapToObj(UnitFamiliesTest::noise).toList();
      final List<Integer> order = new ArrayList<>(IntStream.range(0, PLACES).boxed().toList());
      final UnitFamilies one = compared(responses(network, "conv2d1", QUARTERS, pictures, order));
      Collections.reverse(order);
      final UnitFamilies other = compared(responses(network, "conv2d1", QUARTERS, pictures, order));
      final List<Integer> units = one.order(List.of());
      assertThat(other.matrix(units, true)).isEqualTo(one.matrix(units, true));
      assertThat(other.families(0.5)).isEqualTo(one.families(0.5));
    }
  }

  @Test
  void entriesOfAPermutedIdentityArePermutedChannels() {
    final int[] channels = {4, 2, 0, 5, 1, 3};
    final float[] rows = new float[36];
    for (int entry = 0; entry < channels.length; entry++) {
      rows[entry * 6 + channels[entry]] = 1;
    }
    final Graft graft =
        new Graft(
            "mixed",
            "conv2d0",
            new Graft.Affine(rows, new float[6]),
            Nonlinearity.NONE,
            Optional.empty());
    try (InceptionV1 network = PlantedCircuit.network();
        InceptionV1 grafted = network.with(List.of(graft))) {
      final List<UnitFamily> families =
          compared(responses(grafted, "mixed", QUARTERS)).families(0.5);
      assertThat(families).hasSize(1);
      final List<Integer> members =
          units(families.get(0)).stream().map(one -> channels[one.channel()]).toList();
      assertThat(members).containsExactlyInAnyOrder(0, 1, 2, 3);
      for (int i = 0; i < 4; i++) {
        assertThat(members.get((i + 1) % 4)).isEqualTo((members.get(i) + 3) % 4);
      }
    }
  }

  @Test
  void someUnitsAreComparedAlone() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final UnitFamilies compared = compared(responses(network, "conv2d0:1,4,2", QUARTERS));
      assertThat(compared.units()).hasSize(3);
      assertThat(units(compared.families(0.5).get(0)))
          .containsExactly(new Unit("conv2d0", 1), new Unit("conv2d0", 2));
      assertThat(ways(compared.families(0.5).get(0)).get(1).angle()).isEqualTo(270);
    }
  }
}
