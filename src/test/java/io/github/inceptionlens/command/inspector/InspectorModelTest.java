package io.github.inceptionlens.command.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.activation.UnitValue;
import io.github.inceptionlens.command.network.DictionariesCommand;
import io.github.inceptionlens.command.network.MakeDictionaryCommand;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.service.LensService;
import java.awt.Rectangle;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;

/** What the Inspector knows, without a screen. */
final class InspectorModelTest {

  private static final String LAYER = "mixed3a";
  private static final String NAME = "inspected";

  private static Context context;
  private static LensService lens;

  private final AtomicInteger told = new AtomicInteger();
  private final InspectorModel model =
      new InspectorModel(lens, InspectorSettings.USUAL.layer(LAYER), told::incrementAndGet);

  @BeforeAll
  static void start() {
    context = new Context();
    lens = LensService.of(context);
  }

  @AfterAll
  static void end() {
    context.dispose();
  }

  @AfterEach
  void close() {
    model.close();
  }

  private static ImagePlus open(final String sample) {
    return IJ.openImage("sample-images/" + sample);
  }

  private static void await(final BooleanSupplier what) throws InterruptedException {
    for (int i = 0; i < 12_000 && !what.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(what.getAsBoolean()).isTrue();
  }

  private InspectorView settled() throws InterruptedException {
    await(model::isIdle);
    return model.view();
  }

  private static FeatureMap map(final ImagePlus image, final String layer) {
    return lens.work(
        "",
        (network, progress) ->
            network
                .run(
                    ImageInput.whole(image, InputRequest.ownSize()).views().get(0).picture(),
                    List.of(layer))
                .map(layer));
  }

  /** The unit whose center is nearest, found by looking at all of them. */
  private static int nearest(final Geometry geometry, final Point2D at) {
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < geometry.x().size() * geometry.y().size(); i++) {
      final double away =
          at.distance(
              geometry.x().center(i % geometry.x().size()),
              geometry.y().center(i / geometry.x().size()));
      best = away < least ? i : best;
      least = Math.min(least, away);
    }
    return best;
  }

  @Test
  void aReadingIsTheMapAtTheNearestUnit() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    final FeatureMap map = map(image, LAYER);
    model.open(image);
    settled();
    for (final Point2D at :
        List.of(
            new Point2D.Double(0, 0),
            new Point2D.Double(255, 97),
            new Point2D.Double(91.4, 60),
            new Point2D.Double(17, 255))) {
      model.point(image, at);
      final PlaceReading reading = model.view().reading().orElseThrow();
      final int unit = nearest(map.geometry(), at);
      assertThat(reading.unit()).isEqualTo(unit);
      assertThat(reading.values())
          .hasSize(6)
          .isSortedAccordingTo((one, two) -> Double.compare(two.value(), one.value()));
      for (final UnitValue one : reading.values()) {
        assertThat(one.value()).isEqualTo(map.channel(one.unit().channel())[unit]);
      }
      final Geometry.Axis x = map.geometry().x();
      final int column = unit % x.size();
      assertThat(reading.field().getMinX()).isCloseTo(x.first(column), within(1e-9));
      assertThat(reading.field().getMaxX()).isCloseTo(x.last(column) + 1, within(1e-9));
    }
  }

  @Test
  void aRectangleIsReadAsCommandsReadIt() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    final Rectangle pixels = new Rectangle(40, 52, 77, 31);
    model.area(image, pixels);
    final List<UnitValue> values = settled().reading().orElseThrow().values();
    image.setRoi(new Roi(pixels));
    final List<ChannelStatistics> all =
        lens.work(
            "",
            (network, progress) ->
                ChannelStatistics.of(
                    network,
                    LAYER,
                    ImageInput.around(image, InputRequest.ownSize()).views().get(0)));
    for (final UnitValue one : values) {
      assertThat(one.value()).isEqualTo(all.get(one.unit().channel()).mean());
    }
  }

  @Test
  void slicesAndEditsAreFollowedAndWhatWasKnownIsFoundAgain() throws Exception {
    final ImagePlus image = open("drift.tif");
    final Point2D at = new Point2D.Double(60, 60);
    model.point(image, at);
    final List<UnitValue> first = settled().reading().orElseThrow().values();
    final Inspection map = model.view().inspection().orElseThrow();
    image.setSlice(4);
    model.update(image);
    assertThat(model.view().reading()).isEmpty();
    final InspectorView other = settled();
    assertThat(other.reading().orElseThrow().values()).isNotEqualTo(first);
    assertThat(other.inspection().orElseThrow().frame().slice()).isEqualTo(4);
    image.setSlice(1);
    model.point(image, at);
    assertThat(settled().inspection().orElseThrow()).isSameAs(map);
    image.getProcessor().setRoi(50, 50, 20, 20);
    image.getProcessor().multiply(0.2);
    model.update(image);
    await(() -> model.isIdle());
    assertThat(model.view().reading().orElseThrow().values()).isNotEqualTo(first);
  }

  @Test
  void anUpdateThatChangesNoPixelMakesNoMap() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    model.point(image, new Point2D.Double(60, 60));
    final Inspection map = settled().inspection().orElseThrow();
    for (int i = 0; i < 20; i++) {
      model.update(image);
    }
    assertThat(settled().inspection().orElseThrow()).isSameAs(map);
  }

  @Test
  void layersAreWalkedAndWrongOnesAreOneSentence() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    model.point(image, new Point2D.Double(60, 60));
    assertThat(settled().inspection().orElseThrow().layers()).startsWith("conv2d0").contains(LAYER);
    model.use(InspectorSettings.USUAL.layer("conv2d2"));
    assertThat(settled().reading().orElseThrow().values().get(0).unit().layer())
        .isEqualTo("conv2d2");
    model.use(InspectorSettings.USUAL.layer("mixed9z"));
    final InspectorView wrong = settled();
    assertThat(wrong.status().isWrong()).isTrue();
    assertThat(wrong.status().text()).contains("mixed9z");
    assertThat(wrong.reading()).isEmpty();
    model.use(InspectorSettings.USUAL.layer(LAYER));
    assertThat(settled().status()).isEqualTo(InspectorStatus.READY);
  }

  @Test
  void theChannelsMapIsDrawnAndDrawnAnewAndTakenAway() throws Exception {
    final ImagePlus image = open("drift.tif");
    model.point(image, new Point2D.Double(60, 60));
    final Unit unit = settled().reading().orElseThrow().values().get(0).unit();
    model.toggle(unit);
    final InspectorView shown = settled();
    assertThat(shown.overlaid()).contains(unit);
    assertThat(shown.overlay().orElseThrow().elements())
        .allMatch(element -> element.getPosition() == 1 || element.getTPosition() == 1);
    image.setSlice(3);
    model.update(image);
    assertThat(model.view().overlay()).isEmpty();
    assertThat(settled().overlay().orElseThrow().elements())
        .allMatch(element -> element.getPosition() == 3 || element.getTPosition() == 3);
    model.toggle(unit);
    assertThat(settled().overlay()).isEmpty();
    assertThat(image.getOverlay()).isNull();
  }

  /** The field's part lies within the field, around its center, and holds 90 % of the gradient. */
  @Test
  void whereThePointerRestsThePartThatCarriesTheValueIsFound() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    model.point(image, new Point2D.Double(128, 128));
    final Rectangle2D field = settled().reading().orElseThrow().field();
    assertThat(model.view().part()).isEmpty();
    model.rest();
    final Rectangle2D part = settled().part().orElseThrow();
    assertThat(field.contains(part)).isTrue();
    assertThat(part.getWidth()).isBetween(3.0, field.getWidth() - 2);
    assertThat(part.getCenterX()).isCloseTo(field.getCenterX(), within(1.0));
    model.point(image, new Point2D.Double(40, 40));
    assertThat(model.view().part()).isEmpty();
  }

  /** Another work, which has the engine by now and gives it back when it is released. */
  private static Thread holdingTheEngine(final CountDownLatch release) throws InterruptedException {
    final CountDownLatch holds = new CountDownLatch(1);
    final Thread other =
        new Thread(
            () ->
                lens.work(
                    "",
                    (network, progress) -> {
                      holds.countDown();
                      try {
                        release.await();
                      } catch (final InterruptedException e) {
                        Thread.currentThread().interrupt();
                      }
                      return 0;
                    }));
    other.start();
    holds.await();
    return other;
  }

  /** While another work holds the engine, callers never wait, and nothing queues up. */
  @Test
  void fiveHundredMovesLeaveNoQueueBehind() throws Exception {
    final ImagePlus image = open("drift.tif");
    final CountDownLatch release = new CountDownLatch(1);
    final Thread other = holdingTheEngine(release);
    for (int i = 0; i < 500; i++) {
      image.setSlice(1 + i % image.getStackSize());
      model.point(image, new Point2D.Double(i % 90, i % 70));
      model.rest();
      assertThat(model.waiting()).isLessThanOrEqualTo(3);
    }
    await(() -> model.view().status().text().startsWith("Waiting for another"));
    release.countDown();
    other.join();
    final InspectorView last = settled();
    assertThat(model.waiting()).isZero();
    assertThat(last.reading().orElseThrow().at()).isEqualTo(new Point2D.Double(499 % 90, 499 % 70));
    assertThat(last.inspection().orElseThrow().frame().slice())
        .isEqualTo(1 + 499 % image.getStackSize());
  }

  @Test
  void closingInTheMiddleEndsTheWork() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    final CountDownLatch release = new CountDownLatch(1);
    final Thread other = holdingTheEngine(release);
    model.point(image, new Point2D.Double(60, 60));
    await(() -> model.view().status().text().startsWith("Waiting for another"));
    model.close(image);
    await(model::isIdle);
    assertThat(model.view().image()).isEmpty();
    model.point(image, new Point2D.Double(60, 60));
    await(() -> model.view().status().text().startsWith("Waiting for another"));
    model.close();
    await(model::isIdle);
    final int before = told.get();
    model.point(image, new Point2D.Double(61, 60));
    assertThat(told.get()).isEqualTo(before);
    assertThat(model.view().reading()).isEmpty();
    release.countDown();
    other.join();
  }

  @Test
  void channelsThatAreSwitchedOffAreFollowed() throws Exception {
    final CompositeImage image =
        new CompositeImage(
            IJ.createHyperStack("two", 96, 96, 2, 1, 1, 8), CompositeImage.COMPOSITE);
    for (int c = 1; c <= 2; c++) {
      fill(image, c, new Roi(20 * c, 10, 30, 30));
    }
    model.point(image, new Point2D.Double(40, 30));
    final List<UnitValue> both = settled().reading().orElseThrow().values();
    image.getActiveChannels()[1] = false;
    model.update(image);
    assertThat(settled().reading().orElseThrow().values()).isNotEqualTo(both);
    image.getActiveChannels()[1] = true;
    fill(image, 2, new Roi(50, 30, 20, 20));
    model.update(image);
    assertThat(settled().reading().orElseThrow().values()).isNotEqualTo(both);
  }

  private static void fill(final ImagePlus image, final int channel, final Roi area) {
    final ImageProcessor pixels = image.getStack().getProcessor(channel);
    pixels.setColor(200);
    pixels.fill(area);
  }

  @Test
  void anEntryOfADictionaryIsReadAsTheChannel() throws Exception {
    final CommandService commands = context.service(CommandService.class);
    commands
        .run(
            MakeDictionaryCommand.class,
            true,
            Map.of("name", NAME, "layer", LAYER, "method", "identity", "replace", true))
        .get();
    try {
      final ImagePlus image = open("scene-8bit.tif");
      model.point(image, new Point2D.Double(60, 60));
      final List<UnitValue> channels = settled().reading().orElseThrow().values();
      model.use(InspectorSettings.USUAL.layer(NAME));
      final List<UnitValue> entries = settled().reading().orElseThrow().values();
      assertThat(entries)
          .extracting(UnitValue::value)
          .containsExactlyElementsOf(channels.stream().map(UnitValue::value).toList());
      assertThat(entries.get(0).unit()).isEqualTo(new Unit(NAME, channels.get(0).unit().channel()));
      model.rest();
      assertThat(settled().part()).isPresent();
    } finally {
      commands.run(DictionariesCommand.class, true, Map.of("action", "remove", "name", NAME)).get();
    }
  }

  @Test
  void anImageThatIsBeingClosedIsNothingToLookAt() throws Exception {
    final ImagePlus image = open("scene-8bit.tif");
    model.point(image, new Point2D.Double(60, 60));
    settled();
    image.close();
    model.update(image);
    settled();
    model.close(image);
    final InspectorView view = settled();
    assertThat(view.image()).isEmpty();
    assertThat(view.status()).isEqualTo(InspectorStatus.READY);
  }

  @Test
  void pinsBelongToTheirSliceAndImage() throws Exception {
    final ImagePlus image = open("drift.tif");
    model.open(image);
    model.pin(image, new Point2D.Double(3, 4));
    assertThat(model.view().pins()).containsExactly(new Point2D.Double(3, 4));
    image.setSlice(2);
    assertThat(model.view().pins()).isEmpty();
    image.setSlice(1);
    assertThat(model.view().pins()).hasSize(1);
    model.close(image);
    assertThat(model.view().pins()).isEmpty();
  }
}
