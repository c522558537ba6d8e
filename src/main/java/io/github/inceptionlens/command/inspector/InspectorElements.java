package io.github.inceptionlens.command.inspector;

import ij.gui.PointRoi;
import ij.gui.Roi;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What an inspector draws on the image, each on the slice that it is of. */
final class InspectorElements {

  private static final Color POINTER = new Color(0x1fb6ff);
  private static final Color PIN = new Color(0xff4fd8);
  private static final float[] DASHES = {4, 4};
  private static final int PIN_SIZE = 3;

  private final InspectorView view;

  InspectorElements(final InspectorView view) {
    this.view = view;
  }

  /** The field of what is read, the part of it that carries the value, and the place itself. */
  List<Roi> pointer() {
    final List<Roi> elements = new ArrayList<>();
    view.reading()
        .ifPresent(
            reading -> {
              elements.add(rectangle(reading.field(), "InceptionV1 receptive field"));
              view.part().ifPresent(part -> elements.add(dashed(part)));
              if (reading.area().isEmpty()) {
                elements.add(point(reading.at(), POINTER, PointRoi.CROSSHAIR));
              }
            });
    return put(elements);
  }

  /** The places that were pinned. */
  List<Roi> pins() {
    return put(view.pins().stream().map(at -> point(at, PIN, PointRoi.CIRCLE)).toList());
  }

  /** The map of the channel that is wanted over the image. */
  List<Roi> map() {
    return view.overlay().map(ActivationLayer::elements).orElse(List.of());
  }

  private Roi rectangle(final Rectangle2D place, final String name) {
    final Rectangle2D whole =
        view.inspection().map(one -> (Rectangle2D) one.units().input().image()).orElse(place);
    final Rectangle2D seen = place.createIntersection(whole);
    final Roi roi = new Roi(seen.getX(), seen.getY(), seen.getWidth(), seen.getHeight());
    roi.setStrokeColor(POINTER);
    roi.setName(name);
    return roi;
  }

  private Roi dashed(final Rectangle2D part) {
    final Roi roi = rectangle(part, "InceptionV1 part that carries the value");
    roi.setStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, DASHES[0], DASHES, 0));
    return roi;
  }

  private static Roi point(final Point2D at, final Color color, final int type) {
    final PointRoi roi = new PointRoi(at.getX(), at.getY());
    roi.setPointType(type);
    roi.setSize(PIN_SIZE);
    roi.setStrokeColor(color);
    roi.setName("InceptionV1 place");
    return roi;
  }

  private List<Roi> put(final List<Roi> elements) {
    view.inspection()
        .ifPresent(
            one -> {
              final ImageInput input = one.units().input();
              elements.forEach(element -> input.put(element, one.frame()));
            });
    return view.inspection().isPresent() ? elements : List.of();
  }
}
