package io.github.inceptionlens.command.browser;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.command.browser.pictures.NetworkSource;
import io.github.inceptionlens.command.browser.units.BrowserModel;
import io.github.inceptionlens.command.browser.units.LayerFamily;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Opens a window in which the units of a network's layers are looked through. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Layer Browser...",
    description =
        "Opens a window with all units of a layer: what each looks for, where it fires on your"
            + " image, and what in your images drives it most.")
public final class LayerBrowserCommand extends NetworkCommand implements NeedsNetwork {

  @Parameter(
      persist = false,
      label = "Layer",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Override
  protected void compute() {
    if (!WindowSession.isPossible()) {
      throw new UserError(
          "Layer Browser... is a window, and there is no screen: Visualize Layer... makes the"
              + " pictures of a layer's units without one, Strongest Channels... tells what an"
              + " image does to them, and Dataset Examples... finds what drives them");
    }
    WindowSession.atScreen(work((inception, progress) -> opening(inception)));
  }

  private Runnable opening(final InceptionV1 inception) {
    final BrowserModel model = model(inception);
    final LayerBrowser.Opening opening =
        new LayerBrowser.Opening(network(), inception.architecture().name());
    return () -> LayerBrowser.open(opening, model, new NetworkSource(lens(), network()));
  }

  private BrowserModel model(final InceptionV1 inception) {
    final String first = inception.architecture().layer(layer).name();
    final List<String> dictionaries =
        NetworkSource.dictionaries(inception.lineage()).stream().map(Dictionary::name).toList();
    return new BrowserModel(LayerFamily.of(inception.architecture(), dictionaries, first), first);
  }
}
