package io.github.inceptionlens.command.browser.pictures;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.command.browser.units.BrowsedLayer;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.core.Progress;
import java.util.List;

/**
 * Where a browser's layers, values and pictures come from. Called on its working thread; {@link
 * io.github.inceptionlens.core.UserError} says why something cannot be had.
 */
public interface UnitSource {

  /** Opens a layer, whose units' pictures are had from then on. */
  BrowsedLayer open(String layer, Progress progress);

  /** Looks at an image through the open layer: what it does to each unit, by channel. */
  List<ChannelStatistics> look(ImagePlus image, Progress progress);

  /** Forgets the image. */
  void lookAway();

  /** Pictures of the open layer's units. */
  CellPictures pictures(BrowserTab tab);
}
