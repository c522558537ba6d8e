package io.github.inceptionlens.command.report;

import ij.measure.Calibration;
import io.github.inceptionlens.activation.example.Example;
import io.github.inceptionlens.command.report.sheet.FieldExample;
import io.github.inceptionlens.command.report.sheet.FieldExample.ScaleBar;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A whole picture of a collection with a unit's receptive field at a place of it. */
final class SeenPicture {

  private static final int LARGEST = 600;
  private static final int BAND = 64;
  private static final double BAR = 0.3;
  private static final double[] STEPS = {5, 2, 1};

  private final InputPicture picture;
  private final View view;
  private final Geometry geometry;
  private final int step;

  SeenPicture(final InputPicture picture, final Layer layer) {
    this.picture = picture;
    view = picture.view();
    geometry = Geometry.of(layer, view.width(), view.height());
    step = Math.max(1, (int) Math.ceil(Math.max(view.width(), view.height()) / (double) LARGEST));
  }

  /** The field at a place, drawn to scale. */
  FieldExample at(final Example place) {
    final int field = geometry.x().receptiveField();
    final double left = view.placement().networkX(place.x()) - field / 2.0 + 0.5;
    final double top = view.placement().networkY(place.y()) - field / 2.0 + 0.5;
    return new FieldExample(
        pixels(),
        new Rectangle2D.Double(
            left / step, top / step, (double) field / step, (double) field / step),
        bar(),
        List.of(
            "The frame is what a unit of " + geometryWords(field),
            "Here: at its strongest place, rank 1 of c.",
            words(place)));
  }

  private String geometryWords(final int field) {
    final String calibrated =
        length()
            .map(
                pixel ->
                    String.format(
                        Locale.ROOT, " (%.3g x %.3g %s)", field * pixel, field * pixel, unit()))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "this layer can see: %d x %d pixels%s, in steps of %d.",
        field,
        field,
        calibrated,
        geometry.x().stride());
  }

  private String words(final Example place) {
    final String where =
        picture.input().frames().size() == 1 ? picture.id().image() : picture.id().toString();
    return place.label().isEmpty() ? where : place.label() + ": " + where;
  }

  /** How long a pixel of the view is, where that is known. */
  private Optional<Double> length() {
    final Calibration calibration = picture.opened().getCalibration();
    return calibration.scaled()
        ? Optional.of(calibration.pixelWidth / view.placement().scaleX())
        : Optional.empty();
  }

  private String unit() {
    return picture.opened().getCalibration().getUnits();
  }

  /** A bar of a round length, at most a third of the picture. */
  private Optional<ScaleBar> bar() {
    return length()
        .map(
            pixel -> {
              final double most = BAR * view.width() * pixel;
              final double decade = Math.pow(10, Math.floor(Math.log10(most)));
              double length = decade;
              for (final double one : STEPS) {
                if (one * decade <= most) {
                  length = one * decade;
                  break;
                }
              }
              return new ScaleBar(
                  length / pixel / step, String.format(Locale.ROOT, "%s %s", text(length), unit()));
            });
  }

  private static String text(final double length) {
    return String.valueOf(length).replaceAll("\\.0$", "");
  }

  /** The picture, each pixel the mean of a square where it is large. */
  private BufferedImage pixels() {
    final int width = Math.max(1, view.width() / step);
    final int height = Math.max(1, view.height() / step);
    final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int first = 0; first < height; first += BAND) {
      final int count = Math.min(BAND, height - first);
      final Picture rows =
          view.rows(first * step, Math.min(count * step, view.height() - first * step));
      for (int i = 0; i < count * width; i++) {
        image.setRGB(i % width, first + i / width, mean(rows, i % width * step, i / width * step));
      }
    }
    return image;
  }

  private int mean(final Picture rows, final int left, final int top) {
    final int right = Math.min(left + step, rows.width());
    final int bottom = Math.min(top + step, rows.height());
    int color = 0;
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          sum += rows.plane(channel)[y * rows.width() + x];
        }
      }
      color = color << 8 | (int) Math.round(sum / ((bottom - top) * (right - left)));
    }
    return color;
  }
}
