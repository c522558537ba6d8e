package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Toolbar;
import ij.plugin.tool.PlugInTool;
import io.github.inceptionlens.service.LensService;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import java.util.Optional;

/**
 * The tool in ImageJ's toolbar: reads the place under the pointer, the mean of a rectangle that is
 * drawn, and pins where it is clicked. A click opens the panel, where it was closed.
 */
final class InspectorTool extends PlugInTool {

  /** The name of the command that installs it. */
  static final String NAME = "Inspector";

  /**
   * What the toolbar calls it. ImageJ takes what precedes the parenthesis as the command by which
   * to install the tool when it starts, and the last word for a tool's that macros may choose.
   */
  static final String IN_TOOLBAR = NAME + " (click to pin, drag for a mean) Tool";

  /** A lens over three bars. */
  private static final String ICON = "C037O11bbLbbffLbceeCd50L4946L7974La9a7";

  /** Fewer pixels of the screen are a click, not a rectangle. */
  private static final int CLICK = 4;

  private final LensService lens;
  private Optional<InspectorSession> session = Optional.empty();
  private Optional<Point> pressed = Optional.empty();
  private boolean isDragged;

  InspectorTool(final LensService lens) {
    this.lens = lens;
  }

  /** Puts the tool into the toolbar and chooses it; opens the panel where an image is open. */
  void install(final Optional<ImagePlus> image) {
    Toolbar.addPlugInTool(this);
    image
        .filter(any -> isChosen())
        .filter(one -> one.getWindow() != null)
        .ifPresent(one -> EventQueue.invokeLater(() -> open(one)));
  }

  private static boolean isChosen() {
    return Toolbar.getPlugInTool() instanceof InspectorTool;
  }

  /** What is open, where the panel is. */
  Optional<InspectorSession> session() {
    return session;
  }

  private InspectorSession open(final ImagePlus image) {
    if (session.isEmpty()) {
      final InspectorSession opened =
          new InspectorSession(
              lens,
              InspectorOptions.remembered(),
              InspectorTool::isChosen,
              () -> session = Optional.empty());
      session = Optional.of(opened);
      opened.open(Optional.of(image));
    }
    return session.get();
  }

  @Override
  public String getToolName() {
    return IN_TOOLBAR;
  }

  @Override
  public String getToolIcon() {
    return ICON;
  }

  @Override
  public void mouseMoved(final ImagePlus image, final MouseEvent event) {
    final Point at = pixel(image, event);
    if (contains(image, at)) {
      session.ifPresent(one -> one.move(image, at));
    }
  }

  @Override
  public void mousePressed(final ImagePlus image, final MouseEvent event) {
    event.consume();
    pressed = Optional.of(event.getPoint());
    isDragged = false;
    open(image);
  }

  @Override
  public void mouseDragged(final ImagePlus image, final MouseEvent event) {
    event.consume();
    pressed.ifPresent(
        from -> {
          isDragged |= from.distance(event.getPoint()) >= CLICK;
          if (isDragged) {
            final Rectangle pixels = rectangle(image, from, event.getPoint());
            if (!pixels.isEmpty()) {
              session.ifPresent(one -> one.drag(image, pixels));
            }
          }
        });
  }

  @Override
  public void mouseReleased(final ImagePlus image, final MouseEvent event) {
    event.consume();
    final Point at = pixel(image, event);
    if (pressed.isPresent() && !isDragged && contains(image, at)) {
      session.ifPresent(one -> one.pin(image, at));
    }
    pressed = Optional.empty();
  }

  @Override
  public void showOptionsDialog() {
    InspectorOptions.ask().ifPresent(settings -> session.ifPresent(one -> one.use(settings)));
  }

  private static Point pixel(final ImagePlus image, final MouseEvent event) {
    final ImageCanvas canvas = image.getCanvas();
    return new Point(canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()));
  }

  private static boolean contains(final ImagePlus image, final Point at) {
    return whole(image).contains(at);
  }

  private static Rectangle whole(final ImagePlus image) {
    return new Rectangle(image.getWidth(), image.getHeight());
  }

  private static Rectangle rectangle(final ImagePlus image, final Point from, final Point to) {
    final ImageCanvas canvas = image.getCanvas();
    final Rectangle pixels =
        new Rectangle(canvas.offScreenX(from.x), canvas.offScreenY(from.y), 1, 1);
    pixels.add(new Rectangle(canvas.offScreenX(to.x), canvas.offScreenY(to.y), 1, 1));
    return pixels.intersection(whole(image));
  }
}
