package io.github.inceptionlens.network.engine;

/**
 * What windows find above and below some of a picture's rows: padding at the picture's borders,
 * nothing elsewhere.
 *
 * @param top padded rows above
 * @param bottom padded rows below
 */
public record RowPadding(int top, int bottom) {

  public static final RowPadding NONE = new RowPadding(0, 0);
}
