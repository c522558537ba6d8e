package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import java.util.List;
import java.util.Optional;

/**
 * A picture that is shown to units.
 *
 * @param middleX the column, in the view's region, of its middle
 * @param middleY the row of the same
 */
public record StimulusPicture(PictureId id, View view, int middleX, int middleY)
    implements SourcePicture {

  @Override
  public String label() {
    return "";
  }

  /** All of it, or the pixel in its middle, of which the nearest unit counts. */
  public List<MeasuredRegion> region(final boolean middle) {
    final View measured = middle ? new Middle(view, middleX, middleY) : view;
    return List.of(new MeasuredRegion("", middleX, middleY, 1, Optional.of(measured)));
  }

  private record Middle(View view, int x, int y) implements View {

    @Override
    public Picture picture() {
      return view.picture();
    }

    @Override
    public Picture rows(final int top, final int count) {
      return view.rows(top, count);
    }

    @Override
    public int width() {
      return view.width();
    }

    @Override
    public int height() {
      return view.height();
    }

    @Override
    public Placement placement() {
      return view.placement();
    }

    @Override
    public boolean contains(final int column, final int row) {
      return column == x && row == y;
    }
  }
}
