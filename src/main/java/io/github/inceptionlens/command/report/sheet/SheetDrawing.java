package io.github.inceptionlens.command.report.sheet;

import io.github.inceptionlens.command.page.Ink;
import io.github.inceptionlens.command.page.PageCanvas;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PageText;
import io.github.inceptionlens.command.report.sheet.ClassEffects.Change;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/** The page of a unit: A4, upright, black on white, quantities in red and blue. */
public final class SheetDrawing implements PageDrawing {

  /** How many crops a row has room for. */
  public static final int CROPS = 9;

  /** How many crops along the distribution there is room for. */
  public static final int ALONG = 9;

  /** How many connections of each direction there is room for. */
  public static final int WIRES = 6;

  /** How many labels there is room for. */
  public static final int LABELS = 12;

  /** How many classes of each sign there is room for. */
  public static final int CLASSES = 4;

  /** How many neighbors of each kind there is room for. */
  public static final int NEIGHBORS = 5;

  private static final double LEFT = 42;
  private static final double TOP = 36;
  private static final double INNER = WIDTH - 2 * LEFT;
  private static final double GUTTER = 17;
  private static final double HALF = (INNER - GUTTER) / 2;
  private static final double THIRD = (INNER - 2 * GUTTER) / 3;
  private static final double RIGHT = LEFT + HALF + GUTTER;
  private static final double SPACE = 12;
  private static final double NAME = 17;
  private static final double LABEL = 10;
  private static final double PORTRAIT = 112;
  private static final double PLOT = 106;
  private static final double FOOT = HEIGHT - 26;

  private final UnitSheet sheet;
  private final double portraits;
  private final double strongest;
  private final double along;
  private final double values;
  private final double wires;
  private final double classes;

  /** Lays a page out. */
  public SheetDrawing(final UnitSheet sheet) {
    this.sheet = sheet;
    portraits = TOP + NAME + Ink.LINE * sheet.heading().lines().size() + 2 * SPACE;
    strongest = portraits + title() + PORTRAIT + Ink.LINE + SPACE;
    along = strongest + title() + strongestPanel(0).height() + SPACE;
    values = along + title() + alongPanel(0).height() + SPACE;
    wires = values + title() + PLOT + 2 * Ink.LINE + SPACE;
    classes = wires + title() + Ink.LINE + wirePanel(sheet.inputs(), LEFT, 0).height() + SPACE;
  }

  private static double title() {
    return Ink.TITLE + 5;
  }

  private static TilePanel strongestPanel(final double y) {
    return TilePanel.over(LEFT, y, INNER, CROPS);
  }

  private static TilePanel alongPanel(final double y) {
    return TilePanel.over(LEFT, y, INNER, ALONG);
  }

  private static WirePanel wirePanel(final Wiring wiring, final double x, final double y) {
    return new WirePanel(wiring, x, y, HALF, WIRES);
  }

  /** Where the strongest crops are, in points. */
  public List<Rectangle2D> strongestPlaces() {
    return strongestPanel(strongest + title()).places(sheet.strongest().tiles());
  }

  /** Where the crops along the distribution are, in points. */
  public List<Rectangle2D> alongPlaces() {
    return alongPanel(along + title()).places(sheet.along().tiles());
  }

  @Override
  public void draw(final PageCanvas canvas) {
    drawHeading(canvas);
    drawPortraits(canvas);
    drawField(canvas);
    drawRow(canvas, "c", sheet.strongest(), strongest, strongestPanel(strongest + title()));
    drawRow(canvas, "d", sheet.along(), along, alongPanel(along + title()));
    drawValues(canvas);
    drawLabels(canvas);
    drawWires(canvas, "g", sheet.inputs(), LEFT);
    drawWires(canvas, "h", sheet.outputs(), RIGHT);
    drawClasses(canvas);
    drawFoot(canvas);
  }

  private void drawHeading(final PageCanvas canvas) {
    final Heading heading = sheet.heading();
    final PageText name = PageText.of(heading.unit(), LEFT, TOP + NAME - 2, NAME).in(Ink.BLACK);
    canvas.text(name);
    if (!heading.label().isEmpty()) {
      final double x = LEFT + name.length() + SPACE;
      final String label = Ink.shortened(heading.label(), LABEL, LEFT + INNER - x);
      canvas.text(PageText.of(label, x, name.y(), LABEL).in(Ink.GRAY));
    }
    double baseline = TOP + NAME + Ink.LINE + 1;
    for (final String line : heading.lines()) {
      canvas.text(Ink.note(Ink.shortened(line, Ink.NOTE, INNER), LEFT, baseline));
      baseline += Ink.LINE;
    }
    final double rule = portraits - SPACE + 1;
    Ink.line(canvas, LEFT, rule, LEFT + INNER, rule, Ink.THIN, Ink.BLACK);
  }

  private void drawPortraits(final PageCanvas canvas) {
    final double y = Ink.title(canvas, "a", sheet.portraits().title(), LEFT, portraits);
    new PortraitPanel(sheet.portraits(), HALF, PORTRAIT).draw(canvas, LEFT, y);
    final boolean isEmpty = sheet.portraits().pictures().isEmpty();
    final double note = isEmpty ? y + Ink.NOTE : y + PORTRAIT + Ink.LINE;
    canvas.text(Ink.note(Ink.shortened(sheet.portraits().note(), Ink.NOTE, HALF), LEFT, note));
  }

  private void drawField(final PageCanvas canvas) {
    final double y = Ink.title(canvas, "b", "What it sees: its receptive field", RIGHT, portraits);
    fieldPanel(y).ifPresent(panel -> panel.draw(canvas));
  }

  private Optional<FieldPanel> fieldPanel(final double y) {
    return sheet.field().map(example -> new FieldPanel(example, Ink.box(RIGHT, y, HALF, PORTRAIT)));
  }

  private static void drawRow(
      final PageCanvas canvas,
      final String letter,
      final TileRow row,
      final double y,
      final TilePanel panel) {
    drawTitle(canvas, letter, row.title(), row.note(), LEFT, y, INNER);
    panel.draw(canvas, row.tiles());
  }

  /** Writes a title, and a note behind it as far as there is room. */
  private static void drawTitle(
      final PageCanvas canvas,
      final String letter,
      final String title,
      final String note,
      final double x,
      final double y,
      final double width) {
    Ink.title(canvas, letter, title, x, y);
    final double behind = x + Ink.TITLE + 2 + PageText.of(title, 0, 0, Ink.TITLE).length() + SPACE;
    canvas.text(Ink.note(Ink.shortened(note, Ink.NOTE, x + width - behind), behind, y + Ink.TITLE));
  }

  private void drawValues(final PageCanvas canvas) {
    final double y = Ink.title(canvas, "e", "Its values over the collection", LEFT, values);
    new HistogramPanel(sheet.values(), Ink.box(LEFT, y, HALF, PLOT)).draw(canvas);
    Ink.paragraph(canvas, sheet.values().note(), LEFT, y + PLOT + Ink.LINE, HALF);
  }

  private void drawLabels(final PageCanvas canvas) {
    final double y = Ink.title(canvas, "f", "Its response by label", RIGHT, values);
    if (!sheet.labels().isEmpty()) {
      new BoxPanel(sheet.labels(), sheet.values().axis(), Ink.box(RIGHT, y, HALF, PLOT))
          .draw(canvas);
    }
    final double note = sheet.labels().isEmpty() ? y + Ink.NOTE : y + PLOT + Ink.LINE;
    Ink.paragraph(canvas, sheet.labelNote(), RIGHT, note, HALF);
  }

  private void drawWires(
      final PageCanvas canvas, final String letter, final Wiring wiring, final double x) {
    final double y = Ink.title(canvas, letter, wiring.title(), x, wires);
    Ink.paragraph(canvas, wiring.note(), x, y + Ink.NOTE - 1, HALF);
    wirePanel(wiring, x, y + Ink.LINE).draw(canvas);
  }

  private void drawClasses(final PageCanvas canvas) {
    final double width = sheet.neighbors().isPresent() ? THIRD : HALF;
    final double y =
        Ink.title(canvas, "i", "Classes that it speaks for and against", LEFT, classes);
    double x = LEFT;
    double end = y - Ink.LINE + Ink.NOTE;
    for (final Change change : sheet.classes().changes()) {
      final ClassPanel panel = new ClassPanel(change, width);
      panel.draw(canvas, x, y);
      x += width + GUTTER;
      end = Math.max(end, y + panel.height());
    }
    Ink.paragraph(canvas, sheet.classes().note(), LEFT, end + Ink.LINE - 1, 2 * width + GUTTER);
    sheet.neighbors().ifPresent(some -> drawNeighbors(canvas, some));
  }

  private void drawNeighbors(final PageCanvas canvas, final Neighbors some) {
    final double x = LEFT + 2 * (THIRD + GUTTER);
    final double y = Ink.title(canvas, "j", "Nearest channels and latents", x, classes);
    new NeighborPanel(some, x, y, THIRD).draw(canvas);
  }

  private void drawFoot(final PageCanvas canvas) {
    double baseline = FOOT - Ink.LINE * (sheet.foot().size() - 1);
    Ink.line(
        canvas, LEFT, baseline - Ink.LINE, LEFT + INNER, baseline - Ink.LINE, Ink.HAIR, Ink.PALE);
    for (final String line : sheet.foot()) {
      canvas.text(Ink.note(Ink.shortened(line, Ink.NOTE, INNER), LEFT, baseline));
      baseline += Ink.LINE;
    }
  }
}
