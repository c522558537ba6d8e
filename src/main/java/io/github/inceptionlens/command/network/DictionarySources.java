package io.github.inceptionlens.command.network;

import ij.gui.Roi;
import io.github.inceptionlens.activation.RegionMeans;
import io.github.inceptionlens.activation.SampledVectors;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.PartView.Shape;
import io.github.inceptionlens.dictionary.DictionaryTrainer;
import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.RegionDirections;
import io.github.inceptionlens.dictionary.RegionDirections.Contrast;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a dictionary is made from: a layer's activations on the user's own images. */
final class DictionarySources {

  /** So many vectors are learned from at most. */
  static final int MOST = 20_000;

  private static final int MOST_TITLES = 5;

  private final InceptionV1 network;
  private final Layer layer;
  private final ImageCollection<InputPicture> images;
  private final Consumer<ImageInput> listener;
  private final Set<String> titles = new LinkedHashSet<>();

  /**
   * @param listener is told of the image of every picture
   */
  DictionarySources(
      final InceptionV1 network,
      final Layer layer,
      final ImageCollection<InputPicture> images,
      final Consumer<ImageInput> listener) {
    this.network = network;
    this.layer = layer;
    this.images = images;
    this.listener = listener;
  }

  /**
   * Directions and what they were made from.
   *
   * @param from in words; empty for nothing
   * @param isPart whether there was more to learn from
   */
  record Made(Directions directions, String from, boolean isPart) {}

  /** What a method finds in the vectors at all selected positions, or {@value #MOST} by chance. */
  Made learned(
      final DictionaryTrainer trainer, final int count, final long seed, final Progress progress) {
    final KeptVectors kept =
        new KeptVectors(network, layer, images, "reservoir " + MOST + " " + seed);
    final Learned learned =
        kept.find()
            .orElseGet(
                () -> {
                  final Learned fresh = look(seed, progress.part(0, 2));
                  kept.keep(fresh);
                  return fresh;
                });
    return made(learned, layer, trainer, count, seed, progress.part(1, 2));
  }

  /**
   * What is learned from.
   *
   * @param values [position, channel], row-major
   * @param from in words
   * @param isPart whether there was more to learn from
   */
  record Learned(float[] values, String from, boolean isPart) {}

  private Learned look(final long seed, final Progress progress) {
    final SampledVectors sampled = new SampledVectors(network, layer, MOST, seed);
    look(picture -> sampled.look(picture.view()), progress);
    final float[] values = sampled.values();
    final int kept = values.length / layer.channels();
    final String positions = some(kept, sampled.positions()) + " positions";
    return new Learned(
        values, positions + " on " + pictures(sampled.pictures()), sampled.positions() > kept);
  }

  private static String some(final int kept, final long all) {
    return (all > kept ? kept + " of " : "") + all;
  }

  private static Made made(
      final Learned learned,
      final Layer layer,
      final DictionaryTrainer trainer,
      final int count,
      final long seed,
      final Progress progress) {
    final Vectors vectors = new Vectors(layer.name(), layer.channels(), learned.values());
    return new Made(
        trainer.train(vectors, count, seed, progress), learned.from(), learned.isPart());
  }

  /**
   * What a method finds in the vectors of a sample, or {@value #MOST} of them by chance.
   *
   * @throws UserError when the file is no sample of the layer
   */
  static Made sampled(
      final Path file,
      final InceptionV1 network,
      final Layer layer,
      final DictionaryTrainer trainer,
      final int count,
      final long seed,
      final Progress progress) {
    try {
      final ActivationSample sample = ActivationSample.open(file);
      sample.requireOf(network, layer);
      final float[] values = sample.rows(MOST, seed);
      final int kept = values.length / layer.channels();
      final String from =
          String.format(
              Locale.ROOT, "%s vectors of the sample %s", some(kept, sample.size()), file);
      final Learned learned = new Learned(values, from, sample.size() > kept);
      return made(learned, layer, trainer, count, seed, progress);
    } catch (final IOException e) {
      throw new UserError("sample is \"" + file + "\", which cannot be read: " + e.getMessage(), e);
    }
  }

  /** The directions of areas. */
  Made outlined(final List<Roi> areas, final Progress progress) {
    final RegionMeans means = new RegionMeans(network, layer, areas.size());
    final int[] pictures = new int[1];
    look(
        picture -> {
          means.look(picture.view(), shapes(areas, picture));
          pictures[0]++;
        },
        progress);
    final List<Contrast> contrasts = new ArrayList<>();
    for (int i = 0; i < areas.size(); i++) {
      final String label = String.valueOf(areas.get(i).getName());
      requireBoth(label, means.unitsInside(i), means.unitsOutside(i));
      contrasts.add(new Contrast(label, means.unitsInside(i), means.inside(i), means.outside(i)));
    }
    return new Made(
        RegionDirections.of(contrasts),
        areas.size() + " areas of the ROI Manager on " + pictures(pictures[0]),
        false);
  }

  private void look(final Consumer<InputPicture> work, final Progress progress) {
    images.forEach(
        picture -> {
          listener.accept(picture.input());
          titles.add(picture.id().image());
          work.accept(picture);
        },
        progress);
  }

  private String pictures(final int count) {
    final String named = titles.stream().limit(MOST_TITLES).collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%d picture%s (%s%s)",
        count,
        count == 1 ? "" : "s",
        named,
        titles.size() > MOST_TITLES ? " and " + (titles.size() - MOST_TITLES) + " more" : "");
  }

  private static List<Shape> shapes(final List<Roi> areas, final InputPicture picture) {
    final ImageInput input = picture.input();
    final int left = input.region().x;
    final int top = input.region().y;
    final List<Shape> shapes = new ArrayList<>();
    for (final Roi area : areas) {
      final boolean there = input.holds(area, picture.frame());
      shapes.add(there ? (x, y) -> area.contains(left + x, top + y) : null);
    }
    return shapes;
  }

  private void requireBoth(final String label, final int inside, final int outside) {
    if (inside == 0) {
      throw new UserError(
          "ROI \""
              + label
              + "\" holds no center of what a unit of "
              + layer
              + " sees on the slices that are looked at: draw a larger area,"
              + " or choose an earlier layer");
    } else if (outside == 0) {
      throw new UserError(
          "ROI \""
              + label
              + "\" holds all units of "
              + layer
              + " that are looked at: draw a smaller area, for its direction is what sets it off"
              + " from the rest");
    }
  }
}
