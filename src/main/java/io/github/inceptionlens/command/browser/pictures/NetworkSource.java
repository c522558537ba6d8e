package io.github.inceptionlens.command.browser.pictures;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.activation.LayerOverview;
import io.github.inceptionlens.command.NamedDictionaries;
import io.github.inceptionlens.command.browser.units.BrowsedLayer;
import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.command.browser.units.UnitOrder;
import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.service.LensService;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Layers, values and pictures of a network of the {@link LensService}. */
public final class NetworkSource implements UnitSource {

  private final LensService lens;
  private final String network;

  private String layer = "";
  private VisualizationPictures visualizations;
  private CropPictures crops;
  private Optional<MapPictures> maps = Optional.empty();

  /** What there is without an image. */
  private static final class NoMaps implements CellPictures {

    @Override
    public Optional<BufferedImage> find(final Unit unit) {
      return Optional.empty();
    }

    @Override
    public String hint() {
      return "Open an image to see where these units fire";
    }
  }

  /**
   * @param network as the key {@code network} names it
   */
  public NetworkSource(final LensService lens, final String network) {
    this.lens = lens;
    this.network = network;
  }

  /** The network on which the open layer is. */
  private final class OpenNetwork implements VisualizationPictures.Engine {

    private final String named;

    OpenNetwork(final String named) {
      this.named = named;
    }

    @Override
    public <T> T work(final Progress progress, final LensService.Work<T> work) {
      final AtomicReference<T> result = new AtomicReference<>();
      lens.reportingTo(
          progress,
          () ->
              result.set(
                  lens.work(
                      network,
                      (inception, works) ->
                          NamedDictionaries.in(named)
                              .on(inception, edited -> work.run(edited, works)))));
      return result.get();
    }

    @Override
    public boolean isAwaited() {
      return lens.isAwaited();
    }
  }

  @Override
  public BrowsedLayer open(final String name, final Progress progress) {
    lookAway();
    final OpenNetwork engine = new OpenNetwork(name);
    final BrowsedLayer opened =
        engine.work(
            progress,
            (inception, works) -> {
              visualizations =
                  new VisualizationPictures(
                      inception,
                      new DiskPictureCache(NetworkStore.standard().kept().pictures()),
                      engine);
              crops = new CropPictures(inception, name);
              return browsed(inception, inception.architecture().layer(name));
            });
    layer = name;
    return opened;
  }

  private BrowsedLayer browsed(final InceptionV1 inception, final Layer opened) {
    final EntryLabels texts = inception.architecture().entryLabels();
    final List<String> labels =
        IntStream.range(0, opened.channels())
            .mapToObj(
                channel -> texts.of(opened.unit(channel)).orElseGet(() -> crops.label(channel)))
            .toList();
    final List<UnitOrder> orders =
        new ArrayList<>(
            List.of(
                UnitOrder.NUMBER,
                UnitOrder.MEAN,
                UnitOrder.PEAK,
                UnitOrder.ACTIVE,
                UnitOrder.LABEL));
    dictionaries(inception.lineage()).stream()
        .filter(dictionary -> dictionary.home().layer().equals(opened.name()))
        .forEach(dictionary -> orders.add(UnitOrder.of(dictionary)));
    return new BrowsedLayer(opened, labels, orders);
  }

  /**
   * The kept dictionaries of a network.
   *
   * @param lineage of the network
   */
  public static List<Dictionary> dictionaries(final List<String> lineage) {
    final DictionaryStore store = NetworkStore.standard().dictionaries();
    return store.names().stream()
        .flatMap(name -> read(store, name).stream())
        .filter(dictionary -> lineage.contains(dictionary.home().digest()))
        .toList();
  }

  /** One whose file is damaged is no order: InceptionV1 Dictionaries... says what is wrong. */
  private static Optional<Dictionary> read(final DictionaryStore store, final String name) {
    try {
      return Optional.of(store.read(name));
    } catch (final UserError damaged) {
      return Optional.empty();
    }
  }

  @Override
  public List<ChannelStatistics> look(final ImagePlus image, final Progress progress) {
    final ImageInput input = ImageInput.around(image, InputRequest.ownSize());
    final View view = input.views().get(0);
    final LayerOverview overview =
        new OpenNetwork(layer)
            .work(progress, (inception, works) -> LayerOverview.of(inception, layer, view, works));
    maps = Optional.of(new MapPictures(image, view, overview));
    return overview.statistics();
  }

  @Override
  public void lookAway() {
    maps = Optional.empty();
  }

  @Override
  public CellPictures pictures(final BrowserTab tab) {
    return switch (tab) {
      case VISUALIZATIONS -> visualizations;
      case MAPS -> maps.<CellPictures>map(one -> one).orElseGet(NoMaps::new);
      case CROPS -> {
        crops.lookAgain();
        yield crops;
      }
    };
  }
}
