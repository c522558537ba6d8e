package io.github.inceptionlens.command.inspector;

import ij.IJ;
import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.ImageCanvas;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.Toolbar;
import ij.measure.ResultsTable;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.ij1.ImageJWindow;
import io.github.inceptionlens.image.overlay.PassingElements;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.MenuItem;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JFrame;

/**
 * A program that uses the Inspector in plain ImageJ's window by mouse and keyboard, and prints what
 * it sees.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, an image, a
 * folder for pictures of the screen, and the scale of ImageJ's windows; with {@code look} it reads
 * one place alone, with {@code moves} it moves as well.
 */
public final class InspectorCheck {

  private static final int PATIENCE = 90_000;
  private static final int STEP = 20;
  private static final int MOVES = 500;

  /** Moves lie farther apart on an image that is wider. */
  private static final int SMALL = 160;

  private static final int OPENINGS = 50;

  private final Robot robot = new Robot();
  private final File pictures;
  private final ImagePlus image;
  private final Roi users = new OvalRoi(5, 5, 20, 20);

  private InspectorCheck(final ImagePlus image, final File pictures) throws Exception {
    this.image = image;
    this.pictures = pictures;
    robot.setAutoDelay(STEP);
    image.setOverlay(new Overlay(users));
    image.show();
    await("the image's window", () -> image.getWindow().isShowing());
    place();
  }

  /** A window that is just opening may go back to where it was: until it stays. */
  private void place() throws Exception {
    final Point place = new Point(40, 160);
    for (int tries = 0; tries == 0 || tries < 20 && !isAt(place); tries++) {
      EventQueue.invokeAndWait(
          () -> {
            image.getWindow().setLocation(place);
            IJ.getInstance().setLocation(40, 20);
          });
      robot.waitForIdle();
      IJ.wait(300);
    }
  }

  private boolean isAt(final Point place) {
    return image.getWindow().getLocationOnScreen().equals(place);
  }

  /** Does everything. */
  public static void main(final String[] arguments) throws Exception {
    Prefs.setGuiScale(Double.parseDouble(arguments[4]));
    ImageJWindow.main(new String[] {arguments[0], arguments[1]});
    IJ.getInstance().setVisible(true);
    try {
      final InspectorCheck check =
          new InspectorCheck(IJ.openImage(arguments[2]), new File(arguments[3]));
      final Collection<String> parts = Arrays.asList(arguments).subList(5, arguments.length);
      check.open();
      check.read();
      if (parts.contains("moves")) {
        check.moves();
      }
      if (parts.isEmpty()) {
        check.pin();
        check.overlay();
        check.walk();
        check.drag();
        check.slices();
        check.edit();
        check.moves();
        check.otherTool();
        check.closing();
        check.openings();
        check.restart();
      }
    } catch (final Throwable e) {
      e.printStackTrace(System.out);
    } finally {
      System.out.flush();
      Runtime.getRuntime().halt(0);
    }
  }

  private static void print(final String what, final Object... values) {
    System.out.println(String.format(Locale.ROOT, what, values));
  }

  private static void await(final String what, final BooleanSupplier condition) {
    for (int i = 0; i < PATIENCE / STEP && !condition.getAsBoolean(); i++) {
      IJ.wait(STEP);
    }
    if (!condition.getAsBoolean()) {
      throw new IllegalStateException("never came: " + what);
    }
  }

  private static Optional<InspectorSession> session() {
    return InspectorCommand.tool().flatMap(InspectorTool::session);
  }

  private static InspectorView view() {
    return session().orElseThrow().model().view();
  }

  private static void settle() {
    flush();
    await("rest", () -> session().orElseThrow().model().isIdle());
    flush();
  }

  /** Waits for what the event thread has still to do. */
  private static void flush() {
    try {
      EventQueue.invokeAndWait(() -> {});
      EventQueue.invokeAndWait(() -> {});
    } catch (final Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void open() {
    final ActionEvent choice =
        new ActionEvent(new MenuItem("Inspector"), ActionEvent.ACTION_PERFORMED, "Inspector");
    EventQueue.invokeLater(() -> IJ.getInstance().actionPerformed(choice));
    await("the panel", () -> session().filter(one -> one.panel().frame().isShowing()).isPresent());
    print("menu %s", Menus.getCommands().containsKey("Inspector"));
    print("tool %s", Toolbar.getToolName());
    settle();
    print("beside %s", !panel().intersects(image.getWindow().getBounds()));
  }

  private static Rectangle panel() {
    return session().orElseThrow().panel().frame().getBounds();
  }

  private Point screen(final int x, final int y) {
    final ImageCanvas canvas = image.getCanvas();
    final Point at = canvas.getLocationOnScreen();
    return new Point(at.x + canvas.screenX(x), at.y + canvas.screenY(y));
  }

  private void move(final int x, final int y) {
    final Point at = screen(x, y);
    robot.mouseMove(at.x - 3, at.y);
    robot.mouseMove(at.x, at.y);
    robot.waitForIdle();
    await("a reading", () -> view().reading().isPresent());
    settle();
  }

  private void click() {
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    robot.waitForIdle();
  }

  private void press(final int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    robot.waitForIdle();
  }

  private void photograph(final String name) throws Exception {
    IJ.wait(600);
    ImageIO.write(
        robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
        "png",
        new File(pictures, name + ".png"));
  }

  private long passing() {
    return image.getOverlay() == null
        ? 0
        : Stream.of(image.getOverlay().toArray()).filter(PassingElements::isPassing).count();
  }

  private boolean isUsersThere() {
    return image.getOverlay() != null && image.getOverlay().contains(users);
  }

  private void read() throws Exception {
    move(90, 70);
    final PlaceReading reading = view().reading().orElseThrow();
    print(
        "place %.0f %.0f, %d values",
        reading.at().getX(), reading.at().getY(), reading.values().size());
    await("the part", () -> view().part().isPresent());
    flush();
    print("drawn %d, users %s", passing(), isUsersThere());
    photograph("inspector");
  }

  private void pin() throws Exception {
    click();
    await("rows", () -> rows() == 6);
    move(40, 52);
    click();
    await("more rows", () -> rows() == 12);
    final ResultsTable table = ResultsTable.getResultsTable("InceptionV1 Point");
    print(
        "pinned %.0f %.0f slice %.0f, equal %s, %d pins",
        table.getValue("X", 6),
        table.getValue("Y", 6),
        table.getValue("Slice", 6),
        table
            .getStringValue("Unit", 6)
            .equals(view().reading().orElseThrow().values().get(0).unit().toString()),
        view().pins().size());
    print("roi %s", image.getRoi());
    photograph("pinned");
  }

  private static int rows() {
    final ResultsTable table = ResultsTable.getResultsTable("InceptionV1 Point");
    return table == null ? 0 : table.size();
  }

  private void clickBar(final int row) throws Exception {
    EventQueue.invokeAndWait(session().orElseThrow().panel().frame()::toFront);
    IJ.wait(300);
    final Component bars = session().orElseThrow().panel().bars();
    final Point at = bars.getLocationOnScreen();
    final int height = bars.getPreferredSize().height / view().settings().count();
    robot.mouseMove(at.x + bars.getWidth() / 2, at.y + row * height + height / 2);
    robot.waitForIdle();
    IJ.wait(700); // apart from the click before
    click();
  }

  /** A window that another one covers at the moment takes no click: then once more. */
  private void clickBarUntil(final int row, final BooleanSupplier done) throws Exception {
    for (int tries = 0; tries < 5 && !done.getAsBoolean(); tries++) {
      clickBar(row);
      for (int i = 0; i < 30 && !done.getAsBoolean(); i++) {
        IJ.wait(100);
      }
    }
  }

  private void overlay() throws Exception {
    final Unit second = view().reading().orElseThrow().values().get(1).unit();
    clickBarUntil(1, () -> view().overlaid().isPresent());
    await("the map", () -> view().overlay().isPresent());
    flush();
    print("map %s, drawn %s", view().overlaid().equals(Optional.of(second)), passing() > 3);
    photograph("overlay");
    clickBarUntil(1, () -> view().overlaid().isEmpty());
    flush();
    print("map gone %s, users %s", view().overlay().isEmpty(), isUsersThere());
  }

  private void walk() {
    move(90, 70);
    click();
    final String layer = view().settings().layer();
    press(KeyEvent.VK_UP);
    await("the next layer", () -> !view().settings().layer().equals(layer));
    settle();
    print("layer %s", view().reading().orElseThrow().values().get(0).unit().layer());
    press(KeyEvent.VK_DOWN);
    await("the layer", () -> view().settings().layer().equals(layer));
    settle();
    print("layer %s", view().reading().orElseThrow().values().get(0).unit().layer());
  }

  private void drag() {
    final Point from = screen(30, 40);
    final Point to = screen(80, 70);
    robot.mouseMove(from.x, from.y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseMove((from.x + to.x) / 2, (from.y + to.y) / 2);
    robot.mouseMove(to.x, to.y);
    robot.waitForIdle();
    settle();
    final Rectangle area = view().reading().flatMap(PlaceReading::area).orElseThrow();
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    print("mean of %d %d %d %d", area.x, area.y, area.width, area.height);
    print("roi %s", image.getRoi());
  }

  private void slices() {
    move(90, 70);
    image.setSlice(2);
    settle();
    print("slice %d", view().inspection().orElseThrow().frame().slice());
    print("pins there %d", view().pins().size());
    image.setSlice(1);
    settle();
    print("slice %d", view().inspection().orElseThrow().frame().slice());
  }

  private void edit() {
    final double before = strongest();
    invert();
    print("edit %s", strongest() != before);
    invert();
    print("back %s", strongest() == before);
  }

  private static double strongest() {
    return view().reading().orElseThrow().values().get(0).value();
  }

  private void invert() {
    image.getProcessor().setRoi(60, 40, 60, 60);
    image.getProcessor().invert();
    image.updateAndDraw();
    settle();
  }

  /** As fast as the event thread takes them. */
  private void moves() throws Exception {
    final ImageCanvas canvas = image.getCanvas();
    final int step = Math.max(1, image.getWidth() / SMALL);
    final long[] longest = new long[1];
    final long start = System.nanoTime();
    for (int i = 0; i < MOVES; i++) {
      final int x = canvas.screenX((10 + i % 100) * step);
      final int y = canvas.screenY((10 + i % 80) * step);
      EventQueue.invokeAndWait(
          () -> {
            final long began = System.nanoTime();
            canvas.dispatchEvent(
                new MouseEvent(
                    canvas, MouseEvent.MOUSE_MOVED, System.currentTimeMillis(), 0, x, y, 0, false));
            longest[0] = Math.max(longest[0], System.nanoTime() - began);
          });
    }
    final double mean = (System.nanoTime() - start) / 1e6 / MOVES;
    print("queue %d", session().orElseThrow().model().waiting());
    settle();
    final PlaceReading last = view().reading().orElseThrow();
    print("last %.0f %.0f", last.at().getX(), last.at().getY());
    print("measured: %.2f ms per move, longest %.2f ms", mean, longest[0] / 1e6);
  }

  private void otherTool() {
    Toolbar.getInstance().setTool(Toolbar.RECTANGLE);
    flush();
    flush();
    print("other tool: drawn %d, users %s", passing(), isUsersThere());
    Toolbar.getInstance().setTool(InspectorTool.IN_TOOLBAR);
    flush();
    flush();
    print("tool again: drawn %s", passing() > 0);
  }

  private void closing() throws Exception {
    final ImagePlus other = image.duplicate();
    other.show();
    EventQueue.invokeAndWait(() -> session().orElseThrow().model().open(other));
    other.changes = false;
    other.close();
    settle();
    print("image closed: looks at %s", view().image().isPresent());
    move(50, 50);
    EventQueue.invokeAndWait(
        () -> session().orElseThrow().use(InspectorSettings.USUAL.layer("mixed5b")));
    EventQueue.invokeAndWait(
        () -> {
          final JFrame frame = session().orElseThrow().panel().frame();
          frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
        });
    await("the end", () -> session().isEmpty());
    flush();
    print("panel closed: drawn %d, users %s", passing(), isUsersThere());
  }

  private void openings() throws Exception {
    final int before = listeners();
    for (int i = 0; i < OPENINGS; i++) {
      flush();
      final Point at = screen(20 + i, 30);
      EventQueue.invokeAndWait(
          () -> {
            final ImageCanvas canvas = image.getCanvas();
            final Point on = canvas.getLocationOnScreen();
            canvas.dispatchEvent(
                new MouseEvent(
                    canvas,
                    MouseEvent.MOUSE_PRESSED,
                    System.currentTimeMillis(),
                    InputEvent.BUTTON1_DOWN_MASK,
                    at.x - on.x,
                    at.y - on.y,
                    1,
                    false));
            session().orElseThrow().move(image, new Point(20, 30));
          });
      if (i % 5 == 0) {
        settle();
      }
      EventQueue.invokeAndWait(() -> session().orElseThrow().close());
    }
    await("threads to end", () -> threads() == 0);
    System.gc();
    print("listeners %d more", listeners() - before);
    print("threads %d", threads());
    print("frames %d", WindowManager.getNonImageTitles().length);
    print("drawn %d, users %s, elements %d", passing(), isUsersThere(), image.getOverlay().size());
  }

  /** ImageJ installs the tools that it had when it was quit. */
  private static void restart() {
    print("remembered %s", Prefs.get(Toolbar.TOOL_KEY + slot(), ""));
    Toolbar.removeMacroTools();
    Toolbar.getInstance().installStartupTools();
    print("installed %s", Toolbar.getInstance().getToolId("Inspector") > 0);
    print("panel %s", session().isPresent());
  }

  private static String slot() {
    for (int i = 0; i < 7; i++) {
      if (Prefs.get(Toolbar.TOOL_KEY + "0" + i, "").startsWith("Inspector")) {
        return "0" + i;
      }
    }
    return "none";
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("Inception Lens"))
        .count();
  }

  /** Of images and of ImageJ's events. */
  private static int listeners() throws Exception {
    return size(ImagePlus.class, "listeners") + size(IJ.class, "eventListeners");
  }

  private static int size(final Class<?> type, final String name) throws Exception {
    final Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return ((Collection<?>) field.get(null)).size();
  }
}
