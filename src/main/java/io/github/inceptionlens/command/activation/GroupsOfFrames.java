package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.dictionary.NeuronGroups;
import io.github.inceptionlens.image.display.GroupColors;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.map.MapDisplay;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.overlay.GroupLayer;
import io.github.inceptionlens.image.overlay.LayerValues;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Groups on all frames of an input, and how they are shown. */
final class GroupsOfFrames {

  private static final int DECIMALS = 4;
  private static final int CHANNELS = 3;

  private final ImageInput input;
  private final NeuronGroups groups;
  private final List<GroupContributions> contributions;
  private final List<GroupLayer.Group> shown;

  /**
   * @param contributions one per frame
   */
  GroupsOfFrames(
      final ImageInput input,
      final NeuronGroups groups,
      final List<GroupContributions> contributions) {
    this.input = input;
    this.groups = groups;
    this.contributions = contributions;
    this.shown = IntStream.range(0, groups.count()).mapToObj(this::shown).toList();
  }

  private GroupLayer.Group shown(final int group) {
    return new GroupLayer.Group(
        "group " + (group + 1),
        GroupColors.of(group, groups.count()),
        MapDisplay.of(groups.ofGroup(group), false).limits().max());
  }

  /** How groups look, in their order. */
  List<GroupLayer.Group> shown() {
    return shown;
  }

  NeuronGroups groups() {
    return groups;
  }

  GroupContributions contributions(final int frame) {
    return contributions.get(frame);
  }

  private MapStack aligned() {
    final Placement placement = input.placement();
    final UnaryOperator<float[]> draw = Registration.ALIGNED.onto(groups.geometry(), placement);
    return new MapStack(
        placement.width(),
        placement.height(),
        Stream.of(groups.strengths().arrays()).map(draw).toList());
  }

  /** A 32-bit map per group and frame, each in its group's color. */
  ImagePlus maps(final Provenance provenance) {
    final String layer = groups.layer().name();
    final ImagePlus image =
        ResultImages.onRegion(input)
            .image(
                aligned(),
                shown.stream().map(group -> layer + " " + group.name()).toList(),
                layer + " groups",
                provenance.with("registration", Registration.ALIGNED));
    return MapDisplay.show(image, shown.stream().map(GroupsOfFrames::look).toList());
  }

  private static MapDisplay look(final GroupLayer.Group group) {
    return new MapDisplay(GroupColors.ramp(group.color()), new ValueLimits(0, group.full()));
  }

  /** All groups in their colors over the image. */
  ActivationLayer overlay(final double opacity, final Provenance provenance) {
    final MapStack strengths = groups.strengths();
    final Registration.Rows smooth = Registration.SMOOTH.rows(groups.geometry(), input.placement());
    return GroupLayer.of(
        input,
        new LayerValues(
            strengths.planes(),
            (plane, top, count) -> smooth.of(strengths.plane(plane), top, count)),
        shown,
        groups.layer() + " groups",
        opacity,
        true,
        provenance.with("registration", Registration.SMOOTH));
  }

  /**
   * The groups of a frame over a picture of it.
   *
   * @param placement of that picture
   */
  MapStack drawn(final int frame, final Placement placement) {
    final UnaryOperator<float[]> draw = Registration.SMOOTH.onto(groups.geometry(), placement);
    return new MapStack(
        placement.width(), placement.height(), groups.strengths(frame).stream().map(draw).toList());
  }

  /** A row per group, frame by frame. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int frame = 0; frame < groups.views(); frame++) {
      for (int group = 0; group < groups.count(); group++) {
        table.addRow();
        table.addValue("Image", input.title());
        table.addValue("Slice", input.frames().get(frame).slice());
        table.addValue("Layer", groups.layer().name());
        table.addValue("Group", group + 1);
        table.addValue("Color", GroupColors.name(shown.get(group).color()));
        addPlace(table, frame, group);
        table.addValue("Share", groups.share(frame, group));
        table.addValue(
            "Channels",
            groups.channels(group, CHANNELS).stream()
                .map(Unit::toString)
                .collect(Collectors.joining(" ")));
        addContributions(table, contributions.get(frame), group);
      }
    }
    return table;
  }

  private void addPlace(final ResultsTable table, final int frame, final int group) {
    final int peak = groups.peak(frame, group);
    final float strength = groups.strength(frame, group)[peak];
    final int columns = groups.geometry().x().size();
    final double x = groups.geometry().x().center(peak % columns);
    final double y = groups.geometry().y().center(peak / columns);
    final boolean fires = strength > 0;
    table.addValue("Peak", strength);
    table.addValue("X", fires ? input.calibratedX(input.placement().regionX(x)) : Double.NaN);
    table.addValue("Y", fires ? input.calibratedY(input.placement().regionY(y)) : Double.NaN);
  }

  private static void addContributions(
      final ResultsTable table, final GroupContributions all, final int group) {
    for (int i = 0; i < all.classes().size(); i++) {
      table.addValue("Target" + (i + 1), all.name(i));
      table.addValue("Attribution" + (i + 1), all.values().get(i)[group]);
    }
  }

  /**
   * The groups as a dictionary of the network.
   *
   * @param made how they were made
   */
  Dictionary dictionary(final String name, final InceptionV1 network, final Provenance made) {
    final Map<String, String> notes = new LinkedHashMap<>();
    notes.put(
        "origin",
        String.format(
            Locale.ROOT,
            "neuron groups of %s, seed %s",
            input.title(),
            made.entries().get("seed")));
    made.entries().forEach(notes::putIfAbsent);
    return groups.dictionary(name, network, notes);
  }

  /** The color of a group. */
  Color color(final int group) {
    return shown.get(group).color();
  }
}
