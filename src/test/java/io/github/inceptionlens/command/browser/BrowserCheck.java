package io.github.inceptionlens.command.browser;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import ij.gui.Roi;
import ij.text.TextWindow;
import io.github.inceptionlens.command.browser.pictures.PictureShelf;
import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.UnitFacts;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.ij1.ImageJWindow;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.MouseInfo;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.File;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.KeyStroke;

/**
 * A program that opens plain ImageJ with the plugin and uses a layer browser as a person does, by
 * mouse and keys, and prints what the window then shows.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, a folder for
 * screenshots, the scale of the user interface, and what is done one after the other; see {@link
 * #act}.
 */
public final class BrowserCheck {

  private static final int FIRST_ACTION = 4;
  private static final int PAUSE = 20;
  private static final long PATIENCE_MILLIS = 120_000;
  private static final String TITLE = "Layer Browser: ";
  private static final Map<Character, Character> SHIFTED = Map.of('+', '=', '>', '.', ':', ';');

  private final Robot robot;
  private final File photos;

  private BrowserCheck(final File photos) throws Exception {
    this.photos = photos;
    robot = new Robot();
    robot.setAutoDelay(PAUSE);
  }

  /** Does it all. */
  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.main(new String[] {arguments[0], arguments[1]});
    Prefs.setGuiScale(Double.parseDouble(arguments[3]));
    final BrowserCheck check = new BrowserCheck(new File(arguments[2]));
    try {
      for (final String action : Arrays.asList(arguments).subList(FIRST_ACTION, arguments.length)) {
        final int space = (action + ' ').indexOf(' ');
        check.act(action.substring(0, space), action.substring(space).strip());
        check.robot.waitForIdle();
        System.out.println(action + " -> " + atScreen(BrowserCheck::state));
      }
    } catch (final Exception e) {
      e.printStackTrace(System.out);
    } finally {
      if (frame().isPresent()) {
        atScreen(() -> closed(frame().orElseThrow()));
      }
      workers(); // native code that runs at the end can crash
      System.out.println(IJ.getLog());
      Runtime.getRuntime().halt(0);
    }
  }

  private void act(final String what, final String how) throws Exception {
    switch (what) {
      case "image" -> show(IJ.openImage(how));
      case "open" -> open(how);
      case "key" -> key(KeyStroke.getKeyStroke(how));
      case "type" -> how.chars().forEach(one -> type((char) one));
      case "click" -> click(at(how), InputEvent.BUTTON1_DOWN_MASK, 1);
      case "double" -> click(at(how), InputEvent.BUTTON1_DOWN_MASK, 2);
      case "menu" -> click(at(how), InputEvent.BUTTON3_DOWN_MASK, 1);
      case "press" -> click(middle(part(how)), InputEvent.BUTTON1_DOWN_MASK, 1);
      case "item" -> click(middle(item(how)), InputEvent.BUTTON1_DOWN_MASK, 1);
      case "sort" -> sort(how);
      case "zoom" -> zoom(Integer.parseInt(how));
      case "until" -> until(how);
      case "rest" -> IJ.wait(Integer.parseInt(how));
      case "photo" -> photograph(how);
      case "select" -> select(how);
      case "slice" -> WindowManager.getCurrentImage().setSlice(Integer.parseInt(how));
      case "invert" -> IJ.run(WindowManager.getImage(how), "Invert", "");
      case "closeimage" -> close(WindowManager.getImage(how));
      case "close" -> atScreen(() -> closed(frame().orElseThrow()));
      case "workers" -> System.out.println(workers() + " workers");
      case "clipboard" -> System.out.println("clipboard " + clipboard());
      case "openings" -> openings(Integer.parseInt(how));
      case "run" -> IJ.runMacro(how.replace('\'', '"'));
      default -> throw new IllegalArgumentException(what);
    }
  }

  private static void show(final ImagePlus image) {
    image.show();
    image.getWindow().setLocation(0, 120);
  }

  private static void close(final ImagePlus image) {
    image.changes = false; // nobody asks to save it
    image.close();
  }

  private static void open(final String options) throws Exception {
    final Thread person = new Thread(() -> IJ.run("Layer Browser...", options), "Run$_person");
    person.start();
    person.join();
    await(() -> frame().isPresent());
  }

  private static void await(final Callable<Boolean> what) throws Exception {
    final long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!atScreen(what)) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("never; " + atScreen(BrowserCheck::state));
      }
      IJ.wait(PAUSE);
    }
  }

  private static void until(final String pattern) throws Exception {
    await(() -> state().matches("(?s).*" + pattern + ".*"));
  }

  private static <T> T atScreen(final Callable<T> what) throws Exception {
    final FutureTask<T> task = new FutureTask<>(what);
    EventQueue.invokeLater(task);
    return task.get();
  }

  private static Optional<JFrame> frame() {
    return Stream.of(Frame.getFrames())
        .filter(one -> one.isShowing() && one.getTitle().startsWith(TITLE))
        .map(JFrame.class::cast)
        .findFirst();
  }

  private static Component part(final String name) {
    return parts(frame().orElseThrow().getContentPane())
        .filter(one -> name.equals(one.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static Component item(final String name) {
    return Stream.of(Window.getWindows())
        .filter(Window::isShowing)
        .flatMap(BrowserCheck::parts)
        .filter(one -> one.isShowing() && name.equals(one.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Component> parts(final Component whole) {
    return whole instanceof Container container
        ? Stream.concat(
            Stream.of(whole), Stream.of(container.getComponents()).flatMap(BrowserCheck::parts))
        : Stream.of(whole);
  }

  private static Object field(final Object owner, final Class<?> type, final String name)
      throws ReflectiveOperationException {
    final Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }

  private static BrowserModel model() throws ReflectiveOperationException {
    return (BrowserModel) field(part("units"), UnitGridView.class, "model");
  }

  /** What the window shows, in a line. */
  private static String state() throws ReflectiveOperationException {
    if (frame().isEmpty()) {
      return "no window, images " + images();
    }
    final BrowserModel model = model();
    final UnitGridView view = (UnitGridView) part("units");
    final List<UnitFacts> shown = model.shown();
    final int selection = model.selection();
    return String.format(
        Locale.ROOT,
        "%s, %s, by %s, side %d, %d of %d: %s, seen %d to %d, %d pictures, selected %s%s, focus %s,"
            + " says %s | %s | %s, images %s",
        frame().orElseThrow().getTitle(),
        model.tab(),
        model.order(),
        model.side(),
        shown.size(),
        model.all(),
        shown.stream()
            .limit(4)
            .map(one -> one.unit().channel() + "=" + model.order().value(one))
            .collect(Collectors.joining(" ")),
        view.first(),
        view.last(),
        pictures(model),
        model.selected().map(one -> one.unit().toString()).orElse("nothing"),
        selection >= 0 && !view.getVisibleRect().contains(view.grid().bounds(selection))
            ? " (hidden)"
            : "",
        Optional.ofNullable(frame().orElseThrow().getFocusOwner())
            .map(Component::getName)
            .orElse("nowhere"),
        ((JLabel) part("unit")).getText(),
        ((JLabel) part("progress")).getText(),
        ((JButton) part("stop")).getText(),
        images());
  }

  /** How many finished pictures are at hand. */
  private static long pictures(final BrowserModel model) throws ReflectiveOperationException {
    final Object painter = field(part("units"), UnitGridView.class, "painter");
    final PictureShelf shelf = (PictureShelf) field(painter, CellPainter.class, "shelf");
    return model.shown().stream()
        .map(one -> shelf.find(model.tab(), one.unit()))
        .filter(found -> found.filter(one -> one.look() != PictureShelf.GROWING).isPresent())
        .count();
  }

  private static String images() {
    return Stream.concat(
            Arrays.stream(Optional.ofNullable(WindowManager.getIDList()).orElse(new int[0]))
                .mapToObj(id -> WindowManager.getImage(id).getTitle()),
            Stream.of(Frame.getFrames())
                .filter(one -> one.isShowing() && one instanceof TextWindow)
                .map(Frame::getTitle))
        .collect(Collectors.joining("; "));
  }

  /** The middle of a unit's cell on the screen. */
  private static Point at(final String channel) throws Exception {
    return atScreen(
        () -> {
          final UnitGridView view = (UnitGridView) part("units");
          final List<Unit> units = model().shown().stream().map(UnitFacts::unit).toList();
          final int index =
              IntStream.range(0, units.size())
                  .filter(i -> channel.equals(String.valueOf(units.get(i).channel())))
                  .findFirst()
                  .orElseThrow();
          final Rectangle cell = view.grid().bounds(index);
          final Point corner = view.getLocationOnScreen();
          return new Point(corner.x + cell.x + cell.width / 2, corner.y + cell.y + cell.height / 3);
        });
  }

  private static Point middle(final Component part) {
    final Point corner = part.getLocationOnScreen();
    return new Point(corner.x + part.getWidth() / 2, corner.y + part.getHeight() / 2);
  }

  private void click(final Point at, final int button, final int times) {
    robot.mouseMove(at.x, at.y);
    for (int i = 0; i < times; i++) {
      robot.mousePress(button);
      robot.mouseRelease(button);
    }
  }

  private void type(final char one) {
    final Character plain = SHIFTED.get(one);
    if (plain != null) {
      robot.keyPress(KeyEvent.VK_SHIFT);
    }
    final int code = KeyEvent.getExtendedKeyCodeForChar(plain == null ? one : plain);
    robot.keyPress(code);
    robot.keyRelease(code);
    if (plain != null) {
      robot.keyRelease(KeyEvent.VK_SHIFT);
    }
  }

  private void key(final KeyStroke stroke) {
    final boolean control = (stroke.getModifiers() & InputEvent.CTRL_DOWN_MASK) != 0;
    final boolean shift = (stroke.getModifiers() & InputEvent.SHIFT_DOWN_MASK) != 0;
    if (control) {
      robot.keyPress(KeyEvent.VK_CONTROL);
    }
    if (shift) {
      robot.keyPress(KeyEvent.VK_SHIFT);
    }
    robot.keyPress(stroke.getKeyCode());
    robot.keyRelease(stroke.getKeyCode());
    if (shift) {
      robot.keyRelease(KeyEvent.VK_SHIFT);
    }
    if (control) {
      robot.keyRelease(KeyEvent.VK_CONTROL);
    }
  }

  private static void sort(final String by) throws Exception {
    atScreen(
        () -> {
          final JComboBox<?> orders = (JComboBox<?>) part("order");
          for (int i = 0; i < orders.getItemCount(); i++) {
            if (orders.getItemAt(i).toString().equals(by)) {
              orders.setSelectedIndex(i);
            }
          }
          return by;
        });
  }

  /** Turns the wheel with the control key held down. */
  private void zoom(final int by) throws Exception {
    final Point at = atScreen(() -> middle(part("units").getParent()));
    robot.mouseMove(at.x, at.y);
    robot.keyPress(KeyEvent.VK_CONTROL);
    robot.mouseWheel(-by);
    robot.keyRelease(KeyEvent.VK_CONTROL);
    MouseInfo.getPointerInfo();
  }

  private void photograph(final String name) throws Exception {
    IJ.wait(300);
    final Rectangle screen = new Rectangle(IJ.getInstance().getToolkit().getScreenSize());
    ImageIO.write(robot.createScreenCapture(screen), "png", new File(photos, name));
  }

  private static void select(final String rectangle) {
    final int[] sides = Stream.of(rectangle.split(",")).mapToInt(Integer::parseInt).toArray();
    WindowManager.getCurrentImage().setRoi(new Roi(sides[0], sides[1], sides[2], sides[3]));
  }

  private static boolean closed(final JFrame frame) {
    frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING));
    return frame.isDisplayable();
  }

  /** Opens and closes the window many times, and prints what is left. */
  private static void openings(final int count) throws Exception {
    open("");
    atScreen(() -> closed(frame().orElseThrow()));
    System.out.println("after 1: " + left());
    for (int i = 1; i < count; i++) {
      open("");
      IJ.wait(PAUSE * (i % 10));
      atScreen(() -> closed(frame().orElseThrow()));
    }
    System.out.println("after " + count + ": " + left());
  }

  /** How many browsers' threads there are, once those that end have ended. */
  private static long workers() {
    long workers = 1;
    for (int i = 0; i < 300 && workers > 0; i++) {
      IJ.wait(100);
      workers =
          Thread.getAllStackTraces().keySet().stream()
              .filter(one -> one.getName().equals("Inception Lens browser"))
              .count();
    }
    return workers;
  }

  private static Object clipboard() throws Exception {
    return IJ.getInstance().getToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
  }

  private static String left() throws Exception {
    final long workers = workers();
    int windows = Integer.MAX_VALUE;
    for (int i = 0; i < 20; i++) {
      System.gc();
      IJ.wait(50);
      windows = Math.min(windows, Window.getWindows().length);
    }
    return String.format(
        Locale.ROOT,
        "%d workers, %d windows, %d image listeners, %d selection listeners, %d entries in ImageJ's"
            + " menu",
        workers,
        windows,
        ((Collection<?>) field(null, ImagePlus.class, "listeners")).size(),
        ((Collection<?>) field(null, Roi.class, "listeners")).size(),
        WindowManager.getNonImageTitles().length);
  }
}
