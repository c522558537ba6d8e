package io.github.inceptionlens.command.batch;

import ij.CompositeImage;
import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.command.activation.UnitOverlay;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.List;

/** Activation overlays: a copy of the image per unit, with the overlay on all of its slices. */
record OverlaysKind(MapsKind maps) implements BatchKind {

  @Override
  public Fit fit() {
    return maps.fit();
  }

  @Override
  public ImageInput see(final ImagePlus image, final InputRequest request) {
    return maps.see(image, request);
  }

  @Override
  public int files() {
    return maps.channels().of(maps.layer(), () -> new double[maps.layer().channels()]).size();
  }

  @Override
  public String parameters() {
    return "overlays of " + maps.parameters();
  }

  @Override
  public String column() {
    return maps.column();
  }

  @Override
  public List<BatchFile> make(
      final InceptionV1 network,
      final ImagePlus image,
      final ImageInput input,
      final InputRequest asked,
      final Provenance made,
      final Progress progress) {
    final ActivationMaps found =
        ActivationMaps.of(
            network,
            input.views(),
            maps.request(),
            count -> ActivationLayer.requireRoom(input, count),
            progress);
    final Provenance shown = made.with(found.plan(network.architecture()).provenance());
    final List<BatchFile> files = new ArrayList<>();
    for (int i = 0; i < found.units().size(); i++) {
      final String described = network.architecture().entryLabels().described(found.units().get(i));
      final ActivationLayer layer = UnitOverlay.of(input, found, i, described, shown);
      final ImagePlus copy = copy(image);
      copy.setOverlay(layer.over(image.getOverlay()));
      files.add(new BatchFile(copy, MapsKind.rows(input, found.only(i))));
    }
    return files;
  }

  /** An image of the same pixels, which it shares, that looks the same. */
  private static ImagePlus copy(final ImagePlus image) {
    final ImagePlus plain = new ImagePlus(image.getTitle(), image.getStack());
    plain.setDimensions(image.getNChannels(), image.getNSlices(), image.getNFrames());
    plain.setOpenAsHyperStack(image.isHyperStack());
    plain.setCalibration(image.getCalibration().copy());
    plain.setProperty("Info", image.getProperty("Info"));
    if (image instanceof CompositeImage colors) {
      final CompositeImage copy = new CompositeImage(plain, colors.getMode());
      copy.copyLuts(image);
      copy.setCalibration(plain.getCalibration());
      return copy;
    }
    plain.getProcessor().setLut(image.getProcessor().getLut());
    plain.setDisplayRange(image.getDisplayRangeMin(), image.getDisplayRangeMax());
    return plain;
  }
}
