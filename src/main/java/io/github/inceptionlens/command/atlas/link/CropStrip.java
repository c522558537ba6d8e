package io.github.inceptionlens.command.atlas.link;

import ij.IJ;
import io.github.inceptionlens.command.window.WindowPlacement;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceDisplay;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/**
 * The window of a cell's crops, which leaves keys and ImageJ's current image alone; a double click
 * leads back to a crop's place. On the event thread.
 */
final class CropStrip {

  private static final int COLUMNS = 6;
  private static final int GAP = 4;
  private static final int LINE = 22;
  private static final float TEXT = 11;

  private final JFrame frame = new JFrame();
  private final List<JLabel> places = new ArrayList<>();
  private List<MemberCrops.Crop> shown = List.of();
  private boolean isOpen;
  private boolean isClosed;

  CropStrip() {
    frame.setName("cell crops");
    frame.setFocusableWindowState(false);
    frame.setResizable(false);
    frame.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(final WindowEvent event) {
            close();
          }
        });
    final JPanel all = new JPanel(new GridLayout(0, COLUMNS, GAP, GAP));
    all.setBackground(Color.WHITE);
    for (int i = 0; i < MemberCrops.MOST; i++) {
      places.add(place(i));
      all.add(places.get(i));
    }
    frame.setContentPane(all);
    frame.pack();
  }

  private JLabel place(final int number) {
    final JLabel place = new JLabel("", SwingConstants.CENTER);
    place.setPreferredSize(new Dimension(MemberCrops.SIDE + GAP, MemberCrops.SIDE + LINE));
    place.setHorizontalTextPosition(SwingConstants.CENTER);
    place.setFont(place.getFont().deriveFont(Font.PLAIN, TEXT));
    place.setVerticalTextPosition(SwingConstants.BOTTOM);
    place.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(final MouseEvent event) {
            if (event.getClickCount() == 2 && number < shown.size()) {
              goTo(shown.get(number).place());
            }
          }
        });
    return place;
  }

  private void goTo(final ImagePlace place) {
    new Thread(
            () -> {
              try {
                PlaceDisplay.show(place);
              } catch (final UserError gone) {
                IJ.error("Inception Lens", gone.getMessage());
              }
            },
            "Inception Lens place")
        .start();
  }

  /**
   * Shows crops, unless a person closed the window.
   *
   * @param title what they are of
   * @param others windows that are to stay visible, the most important first
   */
  void show(final String title, final List<MemberCrops.Crop> crops, final List<Window> others) {
    if (isClosed) {
      return;
    }
    shown = List.copyOf(crops);
    frame.setTitle(crops.isEmpty() ? title + ": its images are not open" : title);
    for (int i = 0; i < places.size(); i++) {
      final Optional<MemberCrops.Crop> crop =
          i < crops.size() ? Optional.of(crops.get(i)) : Optional.empty();
      places
          .get(i)
          .setIcon(crop.map(one -> new ImageIcon(one.picture().createImage())).orElse(null));
      places.get(i).setText(crop.map(MemberCrops.Crop::caption).orElse(""));
      places.get(i).setToolTipText(crop.map(CropStrip::words).orElse(null));
    }
    if (!isOpen) {
      isOpen = true;
      WindowPlacement.placeAmong(others, frame);
      frame.setVisible(true);
    }
  }

  private static String words(final MemberCrops.Crop crop) {
    return crop.place().image() + ", slice " + crop.place().slice() + ": double-click to go there";
  }

  /** Whether crops are of any use. */
  boolean isWanted() {
    return !isClosed;
  }

  /** Takes the window away for good. */
  void close() {
    isClosed = true;
    frame.dispose();
  }
}
