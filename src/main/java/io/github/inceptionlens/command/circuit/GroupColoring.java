package io.github.inceptionlens.command.circuit;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.group.WeightGroups;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.GroupColors;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * The kernels of upper units with each group in a color of its own, on black: on the left what
 * excites, on the right what inhibits. One scale for all units.
 */
final class GroupColoring {

  private static final int SIDE = 240;
  private static final int GAP = 8;
  private static final int BRIGHTEST = 255;

  private final WeightGroups groups;
  private final double largest;

  GroupColoring(final WeightGroups groups) {
    this.groups = groups;
    double most = 0;
    for (int unit = 0; unit < groups.to().size(); unit++) {
      for (final double[] light :
          List.of(light(unit, GroupColoring::above), light(unit, GroupColoring::below))) {
        for (final double value : light) {
          most = Math.max(most, value);
        }
      }
    }
    largest = most > 0 ? most : 1;
  }

  private static double above(final double weight) {
    return Math.max(0, weight);
  }

  private static double below(final double weight) {
    return Math.max(0, -weight);
  }

  /** Red, green and blue of every place, from 0 upwards. */
  private double[] light(final int unit, final DoubleUnaryOperator half) {
    final int area = groups.span().area();
    final double[] light = new double[3 * area];
    final List<WeightKernel> kernels = groups.kernels(unit, "group").kernels();
    for (int group = 0; group < kernels.size(); group++) {
      final float[] color = GroupColors.of(group, kernels.size()).getRGBColorComponents(null);
      for (int i = 0; i < light.length; i++) {
        light[i] += color[i % 3] * half.applyAsDouble(kernels.get(group).values()[i / 3]);
      }
    }
    return light;
  }

  /** An RGB stack with a slice per upper unit. */
  ImagePlus image(final String title, final Provenance made) {
    final ImageStack stack = new ImageStack(2 * SIDE + GAP, SIDE);
    for (int unit = 0; unit < groups.to().size(); unit++) {
      stack.addSlice(groups.to().get(unit).toString(), picture(unit));
    }
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), stack);
    ResultImages.nameSingle(image);
    ResultImages.describe(image, made);
    return image;
  }

  /** What excites a unit beside what inhibits it. */
  private ColorProcessor picture(final int unit) {
    final ColorProcessor picture = new ColorProcessor(2 * SIDE + GAP, SIDE);
    picture.setColor(Color.WHITE);
    picture.fill();
    picture.insert(square(light(unit, GroupColoring::above)), 0, 0);
    picture.insert(square(light(unit, GroupColoring::below)), SIDE + GAP, 0);
    return picture;
  }

  private ImageProcessor square(final double[] light) {
    final int size = groups.span().size();
    final ColorProcessor places = new ColorProcessor(size, size);
    for (int i = 0; i < groups.span().area(); i++) {
      places.set(
          i, level(light[3 * i]) << 16 | level(light[3 * i + 1]) << 8 | level(light[3 * i + 2]));
    }
    places.setInterpolationMethod(ImageProcessor.NONE);
    return places.resize(SIDE, SIDE);
  }

  private int level(final double light) {
    return (int) Math.round(BRIGHTEST * light / largest);
  }
}
