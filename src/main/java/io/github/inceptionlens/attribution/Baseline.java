package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.network.architecture.Preprocessing;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** The pictures that stand for the absence of what a picture shows. */
public sealed interface Baseline {

  /**
   * The baseline of a picture.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param seed what random numbers are drawn from
   * @return pictures of the same size, at least one
   * @throws UserError when a given picture has another size
   */
  List<Picture> of(Picture picture, Preprocessing preprocessing, long seed);

  /** How dialogs and results name it. */
  String label();

  /**
   * The baseline with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  static Baseline named(final String label) {
    for (final Plain plain : Plain.values()) {
      if (plain.label().equalsIgnoreCase(label.strip())) {
        return plain;
      }
    }
    throw new UserError(
        Arrays.stream(Plain.values())
            .map(Plain::label)
            .collect(
                Collectors.joining(", ", "baseline is \"" + label + "\", expected one of: ", "")));
  }

  /** Baselines that are made from the picture alone. */
  enum Plain implements Baseline {

    /** Zero in every color. */
    BLACK {
      @Override
      Picture made(final Picture picture, final Preprocessing p, final long seed) {
        return PlaneArithmetic.map(picture, (channel, i) -> 0);
      }
    },

    /** 255 in every color. */
    WHITE {
      @Override
      Picture made(final Picture picture, final Preprocessing p, final long seed) {
        return PlaneArithmetic.map(picture, (channel, i) -> WHITEST);
      }
    },

    /** The mean color that the training subtracts: zero for the network. */
    MEAN {
      @Override
      Picture made(final Picture picture, final Preprocessing p, final long seed) {
        final double[] rgb = new double[3];
        for (int channel = 0; channel < rgb.length; channel++) {
          rgb[p.source(channel)] = p.mean().get(channel);
        }
        return PlaneArithmetic.map(picture, (channel, i) -> rgb[channel]);
      }
    },

    /** The picture under a Gaussian whose standard deviation is a tenth of the longer side. */
    BLURRED {
      @Override
      Picture made(final Picture picture, final Preprocessing p, final long seed) {
        final int width = picture.width();
        final int height = picture.height();
        final double sigma = Math.max(width, height) / 10.0;
        return PlaneArithmetic.resampled(
            picture,
            new Resampling(
                FilterWeights.gaussian(width, sigma), FilterWeights.gaussian(height, sigma)));
      }
    },

    /** Uniform noise from 0 to 255, each color by itself. */
    NOISE {
      @Override
      Picture made(final Picture picture, final Preprocessing p, final long seed) {
        final Random random = new Random(seed);
        return PlaneArithmetic.map(picture, (channel, i) -> WHITEST * random.nextDouble());
      }
    };

    private static final double WHITEST = 255;

    abstract Picture made(Picture picture, Preprocessing preprocessing, long seed);

    @Override
    public List<Picture> of(
        final Picture picture, final Preprocessing preprocessing, final long seed) {
      return List.of(made(picture, preprocessing, seed));
    }

    @Override
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Given pictures.
   *
   * @param label how results name them
   * @param pictures width x height x 3, values 0 to 255
   */
  record Given(String label, List<Picture> pictures) implements Baseline {

    /** Copies the list; refuses an empty one. */
    public Given {
      pictures = List.copyOf(pictures);
      if (pictures.isEmpty()) {
        throw new UserError("baseline \"" + label + "\" holds no picture");
      }
    }

    @Override
    public List<Picture> of(
        final Picture picture, final Preprocessing preprocessing, final long seed) {
      for (final Picture given : pictures) {
        if (!Arrays.equals(given.dimensionsAsLongArray(), picture.dimensionsAsLongArray())) {
          throw new UserError(
              String.format(
                  Locale.ROOT,
                  "baseline \"%s\" has %d x %d pixels, but the picture has %d x %d",
                  label,
                  given.dimension(0),
                  given.dimension(1),
                  picture.dimension(0),
                  picture.dimension(1)));
        }
      }
      return pictures;
    }
  }
}
