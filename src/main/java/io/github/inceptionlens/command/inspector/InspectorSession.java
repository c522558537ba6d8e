package io.github.inceptionlens.command.inspector;

import ij.IJ;
import ij.IJEventListener;
import ij.ImageListener;
import ij.ImagePlus;
import io.github.inceptionlens.command.unit.UnitActions;
import io.github.inceptionlens.command.unit.UnitIcons;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.service.LensService;
import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.geom.Point2D;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.Timer;

/**
 * The Inspector while its panel is open: brings what a person does to the model, and what the model
 * knows to the panel and the image. Closing it leaves nothing behind. On the event thread.
 */
final class InspectorSession implements ImageListener, IJEventListener, KeyEventDispatcher {

  private static final int REST_MILLIS = 250;
  private static final int MOST_DIGIT = 9;

  private final BooleanSupplier isChosen;
  private final Runnable ended;
  private final InspectorModel model;
  private final InspectorPanel panel;
  private final PinnedRows rows = new PinnedRows();
  private final AtomicBoolean isStale = new AtomicBoolean();
  private final Timer rest;
  private InspectorDrawing drawing = InspectorDrawing.NONE;
  private Optional<UnitIcons> icons = Optional.empty();
  private Optional<Inspection> iconsOf = Optional.empty();
  private boolean isClosed;

  /**
   * @param isChosen whether the tool is the chosen one
   * @param ended told when the panel was closed
   */
  InspectorSession(
      final LensService lens,
      final InspectorSettings settings,
      final BooleanSupplier isChosen,
      final Runnable ended) {
    this.isChosen = isChosen;
    this.ended = ended;
    model = new InspectorModel(lens, settings, this::change);
    panel = new InspectorPanel(new Bars(), this::choose, this::close);
    rest = new Timer(REST_MILLIS, event -> model.rest());
    rest.setRepeats(false);
    ImagePlus.addImageListener(this);
    IJ.addEventListener(this);
    KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
  }

  /** What is done with a bar. */
  private final class Bars implements UnitBars.Listener {

    @Override
    public void clicked(final Unit unit) {
      model.toggle(unit);
    }

    @Override
    public void clickedTwice(final Unit unit) {
      UnitActions.report(network(), unit).start(model.view().image());
    }

    @Override
    public void menu(final Unit unit, final MouseEvent event) {
      final JPopupMenu menu = new JPopupMenu();
      for (final UnitActions action : UnitActions.of(network(), unit)) {
        final JMenuItem item = new JMenuItem(action.text());
        item.addActionListener(chosen -> action.start(model.view().image()));
        menu.add(item);
      }
      menu.show(event.getComponent(), event.getX(), event.getY());
    }
  }

  private String network() {
    return model.view().settings().network();
  }

  InspectorModel model() {
    return model;
  }

  InspectorPanel panel() {
    return panel;
  }

  /** Opens the panel, beside an image where there is one. */
  void open(final Optional<ImagePlus> image) {
    image.ifPresent(model::open);
    panel.show(model.view(), icons);
    panel.open(image);
  }

  /** The pointer is at a pixel. */
  void move(final ImagePlus image, final Point2D at) {
    model.point(image, at);
    rest.restart();
  }

  /** A rectangle is drawn. */
  void drag(final ImagePlus image, final Rectangle pixels) {
    model.area(image, pixels);
  }

  /** A place is to be remembered: on the image, and in the table. */
  void pin(final ImagePlus image, final Point2D at) {
    model.point(image, at);
    model.pin(image, at);
    rows.add(image, at, model.view().settings());
  }

  /** Looks at something else. */
  void use(final InspectorSettings settings) {
    model.use(settings);
  }

  private void choose(final String layer) {
    final InspectorSettings chosen = model.view().settings().layer(layer);
    InspectorOptions.remember(chosen);
    model.use(chosen);
  }

  /** The model knows something else; told on any thread, shown once however often it is told. */
  private void change() {
    if (isStale.compareAndSet(false, true)) {
      EventQueue.invokeLater(
          () -> {
            isStale.set(false);
            show();
          });
    }
  }

  private void show() {
    if (isClosed) {
      return;
    }
    final InspectorView view = model.view();
    if (!view.inspection().equals(iconsOf)) {
      icons.ifPresent(UnitIcons::close);
      iconsOf = view.inspection();
      icons =
          view.inspection()
              .map(one -> new UnitIcons(one.pictures(), panel.iconSide(), this::change));
    }
    panel.show(view, icons);
    drawing = drawing.show(view, isChosen.getAsBoolean());
  }

  @Override
  public void imageOpened(final ImagePlus image) {
    // nothing to look at before the pointer is there
  }

  @Override
  public void imageClosed(final ImagePlus image) {
    drawing = drawing.without(image);
    model.close(image);
  }

  @Override
  public void imageUpdated(final ImagePlus image) {
    model.update(image);
  }

  @Override
  public void eventOccurred(final int event) {
    if (event == TOOL_CHANGED) {
      change();
    }
  }

  /** Arrow keys walk through the layers, digits show bars' maps, where the keys are ours. */
  @Override
  public boolean dispatchKeyEvent(final KeyEvent event) {
    if (event.getID() != KeyEvent.KEY_PRESSED
        || event.getModifiersEx() != 0
        || !isChosen.getAsBoolean()
        || !isOurs(KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusedWindow())) {
      return false;
    }
    final int digit = event.getKeyCode() - KeyEvent.VK_1;
    if (event.getKeyCode() == KeyEvent.VK_UP) {
      panel.layer(1).ifPresent(this::choose);
    } else if (event.getKeyCode() == KeyEvent.VK_DOWN) {
      panel.layer(-1).ifPresent(this::choose);
    } else if (digit >= 0 && digit < MOST_DIGIT) {
      panel.bars().bar(digit).ifPresent(model::toggle);
    } else {
      return false;
    }
    return true;
  }

  private boolean isOurs(final Window window) {
    return window != null
        && (window == panel.frame()
            || model.view().image().map(ImagePlus::getWindow).filter(window::equals).isPresent());
  }

  /** Ends everything. */
  void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    rest.stop();
    ImagePlus.removeImageListener(this);
    IJ.removeEventListener(this);
    KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    model.close();
    icons.ifPresent(UnitIcons::close);
    drawing.end();
    panel.close();
    ended.run();
  }
}
