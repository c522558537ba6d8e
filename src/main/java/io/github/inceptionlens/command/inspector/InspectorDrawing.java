package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.image.overlay.PassingElements;
import io.github.inceptionlens.image.overlay.PassingElements.Kind;
import java.util.Optional;

/**
 * What of a view is drawn on its image now.
 *
 * @param on nothing where nothing is drawn
 * @param view that is drawn
 */
record InspectorDrawing(Optional<PassingElements> on, Optional<InspectorView> view) {

  static final InspectorDrawing NONE = new InspectorDrawing(Optional.empty(), Optional.empty());

  /**
   * Draws another view in place of this one.
   *
   * @param isWanted whether anything is to be drawn
   */
  InspectorDrawing show(final InspectorView now, final boolean isWanted) {
    if (!isWanted || now.image().isEmpty()) {
      return end();
    }
    final ImagePlus image = now.image().get();
    final Optional<PassingElements> same = on.filter(one -> one.image() == image);
    if (same.isEmpty()) {
      end();
    }
    final PassingElements elements = same.orElseGet(() -> new PassingElements(image));
    draw(elements, same.flatMap(any -> view), now);
    return new InspectorDrawing(Optional.of(elements), Optional.of(now));
  }

  private static void draw(
      final PassingElements elements,
      final Optional<InspectorView> before,
      final InspectorView now) {
    final InspectorElements drawn = new InspectorElements(now);
    if (before.filter(one -> one.overlay().equals(now.overlay())).isEmpty()) {
      elements.show(Kind.MAP, drawn.map());
    }
    if (before
        .filter(
            one ->
                one.pins().equals(now.pins())
                    && one.inspection().isPresent() == now.inspection().isPresent())
        .isEmpty()) {
      elements.show(Kind.PIN, drawn.pins());
    }
    if (before
        .filter(one -> one.reading().equals(now.reading()) && one.part().equals(now.part()))
        .isEmpty()) {
      elements.show(Kind.POINTER, drawn.pointer());
    }
  }

  /** Takes everything away. */
  InspectorDrawing end() {
    on.ifPresent(PassingElements::takeAway);
    return NONE;
  }

  /** What is left when an image is closed: nothing is drawn on it any more. */
  InspectorDrawing without(final ImagePlus image) {
    return on.filter(one -> one.image() == image).isPresent() ? NONE : this;
  }
}
