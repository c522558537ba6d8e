package io.github.inceptionlens.command.atlas.link;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Roi;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.command.window.LatestWork;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.command.window.WindowSession;
import io.github.inceptionlens.image.input.OpenImages;
import java.awt.EventQueue;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Windows of images, of their label images and of pictures of the atlas, linked by the pointer. The
 * link ends, and leaves nothing behind, when an image or its label image is closed or gets another
 * size, or when an image is linked anew. On the event thread.
 */
public final class LinkedWindows extends MouseAdapter implements ImageListener {

  private static final List<LinkedWindows> OPEN = new ArrayList<>();

  private final CellLink link;
  private final List<LinkedImage> images;
  private final MemberCrops crops;
  private final LatestWork<LinkWork> work = new LatestWork<>("atlas link", LinkWork.class);
  private final LinkedMarks marks = new LinkedMarks();
  private final CropStrip strip = new CropStrip();
  private CellSelection pointed = CellSelection.of(IntStream.empty());
  private boolean isOnAtlas;
  private boolean isClosed;

  private LinkedWindows(
      final CellLink link, final List<LinkedImage> images, final MemberCrops crops) {
    this.link = link;
    this.images = List.copyOf(images);
    this.crops = crops;
  }

  /**
   * Links windows where there is a screen, in place of former links of these images; those that are
   * opened later, too.
   *
   * @param crops gives what is shown of a cell
   */
  public static void open(
      final CellLink link, final List<LinkedImage> images, final Supplier<MemberCrops> crops) {
    if (LiveImage.isPossible() && !images.isEmpty()) {
      final MemberCrops of = crops.get();
      WindowSession.atScreen(() -> new LinkedWindows(link, images, of).start());
    }
  }

  private void start() {
    List.copyOf(OPEN).stream()
        .filter(one -> images.stream().anyMatch(image -> one.holds(image.both().get(0))))
        .forEach(LinkedWindows::close);
    OPEN.add(this);
    ImagePlus.addImageListener(this);
    OpenImages.all().forEach(this::listen);
  }

  private boolean holds(final ImagePlus image) {
    return linked(image).isPresent();
  }

  private Optional<LinkedImage> linked(final ImagePlus image) {
    return images.stream().filter(one -> one.both().contains(image)).findFirst();
  }

  private boolean isAtlas(final ImagePlus image) {
    return link.isShownBy(image);
  }

  /** Listens to an image's canvas, which ImageJ may have replaced by another. */
  private void listen(final ImagePlus image) {
    final ImageCanvas canvas = image.getCanvas();
    if (canvas != null
        && (holds(image) || isAtlas(image))
        && !Arrays.asList(canvas.getMouseMotionListeners()).contains(this)) {
      canvas.addMouseMotionListener(this);
    }
  }

  @Override
  public void mouseMoved(final MouseEvent event) {
    final ImageCanvas canvas = (ImageCanvas) event.getSource();
    final ImagePlus image = canvas.getImage();
    final int x = canvas.offScreenX(event.getX());
    final int y = canvas.offScreenY(event.getY());
    final Optional<LinkedImage> below = linked(image);
    if (below.isPresent()) {
      point(link.cell(below.get().number(image, x, y)), Optional.empty());
    } else if (isAtlas(image)) {
      point(link.at(image, x, y), Optional.of(image));
    }
  }

  /**
   * @param atlas where the pointer is on a picture of it
   */
  private void point(final CellSelection cells, final Optional<ImagePlus> atlas) {
    IJ.showStatus(link.words(cells));
    if (!cells.words().equals(pointed.words()) || atlas.isPresent() != isOnAtlas) {
      pointed = cells;
      isOnAtlas = atlas.isPresent();
      markAtlas();
      markImages();
      showCrops(atlas);
    }
  }

  private void markAtlas() {
    OpenImages.all().stream()
        .filter(image -> image.getCanvas() != null)
        .filter(this::isAtlas)
        .forEach(
            image -> marks.show(image, LinkedMarks.squares(image, link.squares(image, pointed))));
  }

  private void markImages() {
    final CellSelection cells = pointed;
    if (!isOnAtlas || cells.isEmpty()) {
      work.drop(LinkWork.PLACES);
      images.forEach(one -> one.both().forEach(image -> marks.show(image, List.of())));
      return;
    }
    work.want(
        LinkWork.PLACES,
        stop -> {
          for (final LinkedImage one : images) {
            findPlaces(one, cells, stop);
          }
        });
  }

  /** Marks the slices that are seen first, then the others. */
  private void findPlaces(
      final LinkedImage one, final CellSelection cells, final BooleanSupplier stop) {
    final Map<ImagePlus, List<Roi>> found = new HashMap<>();
    one.both().forEach(image -> found.put(image, new ArrayList<>()));
    final int[] seen =
        one.both().stream()
            .map(one::frame)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .distinct()
            .toArray();
    final int[] order =
        IntStream.concat(Arrays.stream(seen), IntStream.range(0, one.frames()))
            .distinct()
            .toArray();
    for (int i = 0; i < order.length; i++) {
      if (stop.getAsBoolean()) {
        return;
      }
      final int frame = order[i];
      one.area(frame, cells)
          .ifPresent(
              area ->
                  found.forEach(
                      (image, areas) ->
                          areas.addAll(LinkedMarks.filled(one.on(image, frame, area)))));
      if (i == seen.length - 1 || i == order.length - 1) {
        final Map<ImagePlus, List<Roi>> shown = new HashMap<>();
        found.forEach((image, areas) -> shown.put(image, List.copyOf(areas)));
        later(cells, () -> shown.forEach(marks::show));
      }
    }
  }

  private void showCrops(final Optional<ImagePlus> atlas) {
    final CellSelection cells = pointed;
    if (atlas.isEmpty() || cells.isEmpty() || !strip.isWanted()) {
      work.drop(LinkWork.CROPS);
      return;
    }
    work.want(
        LinkWork.CROPS,
        stop -> {
          final List<MemberCrops.Crop> read = crops.read(cells, stop);
          later(cells, () -> strip.show(link.words(cells), read, windows(atlas.get())));
        });
  }

  private List<Window> windows(final ImagePlus atlas) {
    return Stream.concat(Stream.of(atlas), images.stream().flatMap(one -> one.both().stream()))
        .<Window>map(ImagePlus::getWindow)
        .filter(Objects::nonNull)
        .toList();
  }

  /** Shows something unless the pointer is elsewhere by then. */
  private void later(final CellSelection cells, final Runnable action) {
    EventQueue.invokeLater(
        () -> {
          if (!isClosed && isOnAtlas && cells == pointed) {
            action.run();
          }
        });
  }

  @Override
  public void imageOpened(final ImagePlus image) {
    EventQueue.invokeLater(
        () -> {
          if (!isClosed) {
            listen(image);
          }
        });
  }

  @Override
  public void imageClosed(final ImagePlus image) {
    EventQueue.invokeLater(
        () -> {
          marks.forget(image);
          if (holds(image)) {
            close();
          }
        });
  }

  @Override
  public void imageUpdated(final ImagePlus image) {
    EventQueue.invokeLater(() -> update(image));
  }

  private void update(final ImagePlus image) {
    if (isClosed) {
      return;
    }
    if (linked(image).filter(one -> !one.isWhole()).isPresent()) {
      close();
    } else if (isAtlas(image)) {
      listen(image);
      marks.show(image, LinkedMarks.squares(image, link.squares(image, pointed)));
    }
  }

  /** Ends the link. */
  private void close() {
    if (isClosed) {
      return;
    }
    isClosed = true;
    OPEN.remove(this);
    ImagePlus.removeImageListener(this);
    work.close();
    strip.close();
    marks.takeAway();
    Stream.concat(OpenImages.all().stream(), images.stream().flatMap(one -> one.both().stream()))
        .map(ImagePlus::getCanvas)
        .filter(Objects::nonNull)
        .forEach(canvas -> canvas.removeMouseMotionListener(this));
  }
}
