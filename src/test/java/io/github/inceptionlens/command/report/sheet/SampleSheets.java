package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Change;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Effect;
import io.github.inceptionlens.command.report.sheet.FieldExample.ScaleBar;
import io.github.inceptionlens.command.report.sheet.Neighbors.Neighbor;
import io.github.inceptionlens.command.report.sheet.ValueCounts.Mark;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Pages that are full, and such on which almost nothing is known. */
public final class SampleSheets {

  /** A label with letters that the page's own font lacks. */
  public static final String FOREIGN = "\u7D30\u80DE \u00B5m \u03B1\u2192\u03B2";

  private SampleSheets() {}

  private static BufferedImage picture(final int width, final int height, final int seed) {
    final Random random = new Random(seed);
    final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = image.createGraphics();
    graphics.setPaint(
        new GradientPaint(
            0,
            0,
            new Color(random.nextInt(1 << 24)),
            width,
            height,
            new Color(random.nextInt(1 << 24))));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  private static List<Tile> tiles(final int count, final String caption) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Tile(picture(64, 64 - i % 3 * 20, i), 12.3 - i + "", caption + " " + i))
        .toList();
  }

  private static List<Tile> plain(final List<Tile> tiles) {
    return tiles.stream().map(tile -> new Tile(tile.pixels(), "", "")).toList();
  }

  private static List<Wire> wires(final int count, final int kernel) {
    final Random random = new Random(3);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              final float[] values = new float[kernel * kernel];
              double sum = 0;
              for (int j = 0; j < values.length; j++) {
                values[j] = (float) random.nextGaussian();
                sum += values[j];
              }
              return new Wire(
                  "mixed4b:" + 37 * i, "", Optional.of(picture(64, 64, i)), kernel, values, sum);
            })
        .toList();
  }

  private static Change change(final String title) {
    return new Change(
        title,
        IntStream.range(0, 2 * SheetDrawing.CLASSES)
            .mapToObj(i -> new Effect("class with a rather long name " + i, 13 - 3.3 * i))
            .toList());
  }

  private static List<LabelBox> labels() {
    final Random random = new Random(4);
    return IntStream.range(0, SheetDrawing.LABELS)
        .mapToObj(
            i ->
                LabelBox.of(
                    "label number " + i,
                    random.doubles(20).map(value -> 40 * value - 3 * i).toArray()))
        .toList();
  }

  /** A page with everything. */
  public static UnitSheet full(final String unit, final String label) {
    return full(unit, label, 1, Optional.empty());
  }

  /** The same of an entry of a dictionary. */
  public static UnitSheet ofEntry(final String unit, final String label) {
    return full(unit, label, 2, Optional.of(new Neighbors(neighbors(label), neighbors(label))));
  }

  private static List<Neighbor> neighbors(final String label) {
    return IntStream.range(0, SheetDrawing.NEIGHBORS)
        .mapToObj(
            i -> new Neighbor("a_dictionary_with_a_long_name_of_40_chars:" + i, label, 1 - 0.5 * i))
        .toList();
  }

  private static UnitSheet full(
      final String unit,
      final String label,
      final int pictures,
      final Optional<Neighbors> neighbors) {
    return new UnitSheet(
        new Heading(
            unit,
            label,
            List.of(
                "imagenet-caffe, weights 0123456789ab; mixed4c, 512 channels, before the rectifier",
                "/data/photographs, 251 pictures of 251 images; Inception Lens 0.1.0")),
        new Portraits(
            "What it looks for",
            "optimized pictures: one, and four that differ",
            pictures > 1 ? tiles(2, "what it stands for") : plain(tiles(1, "")),
            tiles(4, "").stream().map(Tile::pixels).toList()),
        new TileRow(
            "Strongest in the collection",
            "at most one of each picture",
            tiles(SheetDrawing.CROPS, "zebra")),
        new TileRow(
            "Along its distribution",
            "a place at each quantile",
            tiles(SheetDrawing.ALONG, "quantile")),
        Optional.of(
            new FieldExample(
                picture(300, 200, 9),
                Ink.box(60, -20, 180, 180),
                Optional.of(new ScaleBar(60, "50 \u00B5m")),
                List.of("receptive field 267 x 267 px, steps of 16 px", "zebra/n02391049.jpg"))),
        new ValueCounts(
            -120,
            60,
            LongStream.range(0, 60)
                .mapToObj(i -> (long) Math.exp(11 - 0.3 * Math.abs(i - 20)))
                .toList(),
            List.of(
                new Mark(-118, "0"),
                new Mark(-70, "0.25"),
                new Mark(-69, "0.5"),
                new Mark(-66, "0.75"),
                new Mark(59, "1")),
            "activation before the rectifier",
            "mean -66.2, deviation 14.1, above 0: 1.4 %, 49,196 places of 251 pictures"),
        labels(),
        "each picture's largest value; line: median, box: quartiles, whiskers: all",
        new Wiring("Reads from mixed4b", "expanded weights", wires(6, 5)),
        new Wiring("Is read by mixed4d", "expanded weights", wires(6, 5)),
        new ClassEffects(
            List.of(change("as it is, less switched off"), change("held at 12.3, less as it is")),
            "what its absence changes in the logits, ".repeat(4)),
        neighbors,
        List.of("run(\"Unit Report...\", \"units=mixed4c:447 images=/data\");"));
  }

  /** A page on which almost nothing is known. */
  public static UnitSheet bare() {
    return new UnitSheet(
        new Heading("dict:3", "", List.of("textures")),
        new Portraits("What it looks for", "none", List.of(), List.of()),
        new TileRow("Strongest in the collection", "", tiles(1, "a")),
        new TileRow("Along its distribution", "", List.of()),
        Optional.empty(),
        new ValueCounts(0, 1, List.of(1L), List.of(), "activation", ""),
        List.of(),
        "the pictures have no labels",
        new Wiring("Reads from", "none", List.of()),
        new Wiring("Is read by", "none", List.of()),
        new ClassEffects(List.of(), "the network has no classes"),
        Optional.empty(),
        List.of());
  }
}
