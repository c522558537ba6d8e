package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.core.Unit;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * A node of a diagram: a unit, or something that is none, such as an error.
 *
 * @param key by which edges name it, no other node's
 * @param unit whose report it opens; nothing for what is no unit
 * @param column from 0, the lowest layer, at the left
 * @param caption what stands below it: its name, for which the column is made wide enough, then
 *     further lines, which are cut where they are too long
 * @param icon what it looks for; a node without any picture is a box with its name in it
 * @param crops further pictures beside the icon, such as top crops
 * @param emphasized whether it is drawn larger and framed
 */
public record DiagramNode(
    String key,
    Optional<Unit> unit,
    int column,
    List<String> caption,
    Optional<BufferedImage> icon,
    List<DiagramCrop> crops,
    boolean emphasized) {

  /** Copies the lists, and refuses a node without a name or with a column below 0. */
  public DiagramNode {
    caption = List.copyOf(caption);
    crops = List.copyOf(crops);
    if (caption.isEmpty() || column < 0) {
      throw new IllegalArgumentException("node " + key + " has no caption, or column " + column);
    }
  }

  /** A unit without pictures. */
  public static DiagramNode of(final Unit unit, final int column, final String... caption) {
    return new DiagramNode(
        unit.toString(),
        Optional.of(unit),
        column,
        List.of(caption),
        Optional.empty(),
        List.of(),
        false);
  }

  /** What is no unit, such as an error of a layer. */
  public static DiagramNode other(final String key, final int column, final String... caption) {
    return new DiagramNode(
        key, Optional.empty(), column, List.of(caption), Optional.empty(), List.of(), false);
  }

  /** Whether it has no pictures, so that its name stands in its place. */
  boolean isPlain() {
    return icon.isEmpty() && crops.isEmpty();
  }

  /** The same with pictures. */
  public DiagramNode with(final Optional<BufferedImage> picture, final List<DiagramCrop> more) {
    return new DiagramNode(key, unit, column, caption, picture, more, emphasized);
  }

  /** The same, emphasized. */
  public DiagramNode emphasis() {
    return new DiagramNode(key, unit, column, caption, icon, crops, true);
  }
}
