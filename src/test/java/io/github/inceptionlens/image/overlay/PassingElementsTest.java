package io.github.inceptionlens.image.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.image.overlay.PassingElements.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a tool shows for a while leaves no trace. */
final class PassingElementsTest {

  private final ImagePlus image = IJ.createImage("mine", "8-bit ramp", 60, 60, 1);
  private final PassingElements elements = new PassingElements(image);
  private final Roi users = new OvalRoi(1, 2, 10, 10);

  private static Roi some(final int x) {
    return new Roi(x, 0, 5, 5);
  }

  private List<Roi> shown() {
    return image.getOverlay() == null ? List.of() : List.of(image.getOverlay().toArray());
  }

  @Test
  void anImageWithoutAnOverlayHasNoneAfterwards() {
    elements.show(Kind.POINTER, List.of(some(1)));
    assertThat(shown()).hasSize(1);
    elements.takeAway();
    assertThat(image.getOverlay()).isNull();
  }

  @Test
  void theUsersElementsStayAlsoThoseThatComeMeanwhile() {
    final Overlay before = new Overlay(users);
    before.drawLabels(true);
    image.setOverlay(before);
    elements.show(Kind.POINTER, List.of(some(1), some(2)));
    assertThat(shown()).hasSize(3).first().isSameAs(users);
    assertThat(before.size()).isEqualTo(1);
    final Roi more = new OvalRoi(30, 30, 5, 5);
    image.getOverlay().add(more);
    elements.show(Kind.POINTER, List.of(some(3)));
    assertThat(shown()).hasSize(3).contains(users, more);
    elements.takeAway();
    assertThat(shown()).containsExactly(users, more);
    assertThat(image.getOverlay().getDrawLabels()).isTrue();
  }

  @Test
  void kindsLieOverEachOtherInTheirOrder() {
    final Roi pointer = some(1);
    final Roi map = some(2);
    elements.show(Kind.POINTER, List.of(pointer));
    elements.show(Kind.MAP, List.of(map));
    assertThat(shown()).containsExactly(map, pointer);
    elements.show(Kind.MAP, List.of());
    assertThat(shown()).containsExactly(pointer);
  }

  @Test
  void anOverlayThatWasHiddenIsHiddenAgain() {
    image.setOverlay(new Overlay(users));
    image.setHideOverlay(true);
    elements.show(Kind.POINTER, List.of(some(1)));
    assertThat(image.getHideOverlay()).isFalse();
    elements.takeAway();
    assertThat(image.getHideOverlay()).isTrue();
    assertThat(shown()).containsExactly(users);
  }

  /** Edit > Overlay > Hide Overlay while the tool is in use holds. */
  @Test
  void whatTheUserHidesMeanwhileStaysHidden() {
    image.setOverlay(new Overlay(users));
    elements.show(Kind.POINTER, List.of(some(1)));
    image.setHideOverlay(true);
    elements.show(Kind.POINTER, List.of(some(2)));
    assertThat(image.getHideOverlay()).isTrue();
  }

  @Test
  void nothingToShowTouchesNothing() {
    final Overlay before = new Overlay(users);
    image.setOverlay(before);
    elements.show(Kind.MAP, List.of());
    elements.takeAway();
    assertThat(image.getOverlay()).isSameAs(before);
  }
}
