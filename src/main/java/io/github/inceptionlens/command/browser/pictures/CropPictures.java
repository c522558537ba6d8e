package io.github.inceptionlens.command.browser.pictures;

import io.github.inceptionlens.activation.statistics.HeldOutLabel;
import io.github.inceptionlens.command.example.KeptExamples;
import io.github.inceptionlens.command.example.LayerExamples;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The four crops of a collection that drive a unit most, as {@code Dataset Examples...} kept them.
 */
final class CropPictures implements CellPictures {

  /** A label is told well enough to stand below a unit from this area under the curve on. */
  private static final double TELLS = 0.8;

  private static final int COLUMNS = 2;
  private static final int GAP = 2;
  private static final int WHITE = 0xffffff;

  private final KeptExamples kept;
  private final String layer;
  private Optional<LayerExamples> examples;

  /**
   * @param network of the units; only its description is asked
   * @param layer canonical name
   */
  CropPictures(final InceptionV1 network, final String layer) {
    this.kept = KeptExamples.of(network);
    this.layer = layer;
    this.examples = kept.find(layer);
  }

  /** Looks again, where there was nothing. */
  void lookAgain() {
    examples = examples.or(() -> kept.find(layer));
  }

  @Override
  public String hint() {
    return examples.isPresent()
        ? ""
        : "Dataset Examples... finds the crops of your images that drive these units most";
  }

  /** The label that a unit tells well on pictures on which it was not chosen; or an empty text. */
  String label(final int channel) {
    return examples
        .filter(one -> one.channels().contains(channel))
        .flatMap(one -> one.unit(channel))
        .map(one -> one.statistics().told().held())
        .filter(held -> held.told().area() >= TELLS)
        .map(HeldOutLabel::label)
        .orElse("");
  }

  @Override
  public Optional<BufferedImage> find(final Unit unit) {
    final List<BufferedImage> crops =
        IntStream.rangeClosed(1, COLUMNS * COLUMNS)
            .mapToObj(rank -> examples.flatMap(one -> one.thumbnail(unit.channel(), rank)))
            .flatMap(Optional::stream)
            .toList();
    return crops.isEmpty() ? Optional.empty() : Optional.of(mosaic(crops));
  }

  private static BufferedImage mosaic(final List<BufferedImage> crops) {
    final int columns = crops.size() == 1 ? 1 : COLUMNS;
    final int cell = KeptExamples.SIDE;
    final int side = columns * cell + (columns - 1) * GAP;
    final BufferedImage mosaic = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    final Graphics2D page = mosaic.createGraphics();
    try {
      page.setColor(new Color(WHITE));
      page.fillRect(0, 0, side, side);
      page.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      for (int i = 0; i < crops.size(); i++) {
        draw(page, crops.get(i), i % columns * (cell + GAP), i / columns * (cell + GAP), cell);
      }
    } finally {
      page.dispose();
    }
    return mosaic;
  }

  /** A crop as large as its place lets it be. */
  private static void draw(
      final Graphics2D page, final BufferedImage crop, final int x, final int y, final int cell) {
    final double fit = (double) cell / Math.max(crop.getWidth(), crop.getHeight());
    final int width = Math.max(1, (int) Math.round(fit * crop.getWidth()));
    final int height = Math.max(1, (int) Math.round(fit * crop.getHeight()));
    page.drawImage(crop, x + (cell - width) / 2, y + (cell - height) / 2, width, height, null);
  }
}
