package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user has open and set is as before after every command. */
@OnDisplay
@InOwnProcess
final class UserStateTest {

  private static final String STATE =
      """
      function state() {
        getSelectionBounds(x, y, w, h);
        getSelectionCoordinates(xs, ys);
        x0 = 0; y0 = 0; toScaled(x0, y0);
        x1 = 10; y1 = 10; toScaled(x1, y1);
        getVoxelSize(vw, vh, vd, unit);
        getMinAndMax(min, max);
        Stack.getPosition(c, z, t);
        sum = 0;
        for (i = 0; i < getWidth(); i += 3)
          for (j = 0; j < getHeight(); j += 3) sum += (i + 2 * j) * getPixel(i, j);
        s = getTitle() + " " + getImageID() + " " + bitDepth() + " " + is("changes") + " sum " + sum;
        s += " at " + c + " " + z + " " + t + " range " + min + " " + max;
        s += " selection " + selectionType() + " " + Roi.getName + " " + x + " " + y + " " + w;
        s += " " + h + " " + xs.length + " " + xs[0] + " calibration " + x0 + " " + y0 + " " + x1;
        s += " " + y1 + " " + vw + " " + vh + " " + vd + unit + " properties " + Property.getList();
        s += " overlay " + Overlay.size;
        return s;
      }
      """;

  private static final String USER =
      """
      newImage("own", "16-bit ramp", 96, 80, 3);
      Stack.setXUnit("um");
      run("Properties...", "unit=um pixel_width=0.5 pixel_height=0.25 voxel_depth=2 origin=3,4");
      Property.set("Users", "own");
      setSlice(2);
      setMinAndMax(100, 50000);
      makeOval(5, 6, 20, 21); Overlay.addSelection("red", 2); Overlay.show;
      makePolygon(10, 10, 90, 12, 80, 70, 12, 60); Roi.setName("users");
      """;

  private static final String COMMANDS =
      """
      id = getImageID();
      before = state();
      commands = newArray("Classify with InceptionV1...", "Activation Maps...",
        "Strongest Channels...", "Activation Overlay...", "Clear Activation Overlay");
      options = newArray("NET top=2", "NET layer=mixed3a channels=strongest:2",
        "NET layer=mixed3a count=2", "NET layer=mixed3a bar", "");
      for (k = 0; k < commands.length; k++) {
        run(commands[k], options[k]);
        if (k != 1) current = getImageID(); else current = id;
        if (current != id) exit(commands[k] + " changed the current image");
        selectImage(id);
        if (k == 3) { if (Overlay.size < 6) exit("no overlay"); }
        after = state();
        if (k == 3) after = replace(after, "overlay " + Overlay.size, "overlay 1");
        if (after != before) exit(commands[k] + " left " + after + " not " + before);
        users();
      }
      print("all as before");
      """;

  @TempDir private Path folder;

  @Test
  void withoutADisplayImageAndResultsAreAsBefore() throws Exception {
    final String macro =
        STATE
            + "function users() { if (getResult('Mine', 0) != 42) exit('Results'); }"
            + "run('Clear Results'); setResult('Mine', 0, 42); updateResults();"
            + USER
            + COMMANDS;
    try (MacroProcess imagej = MacroProcess.ofThePlugin(folder)) {
      final Result result = imagej.run(filled(macro));
      assertThat(result.err()).isEmpty();
      assertThat(result.out()).contains("all as before");
    }
  }

  @Test
  void inAWindowRoiManagerAndTablesAreAsBeforeToo() throws Exception {
    Needs.display();
    final String users =
        """
        function users() {
          if (roiManager("count") != 2 || RoiManager.getName(1) != "second") exit("ROI Manager");
          if (Table.size("Users") != 1 || Table.get("a", 0, "Users") != 7) exit("table Users");
          if (nResults != 1 || getResult("Mine", 0) != 42) exit("Results");
        }
        run("Clear Results"); setResult("Mine", 0, 42); updateResults();
        Table.create("Users"); Table.set("a", 0, 7, "Users"); Table.update("Users");
        """;
    final String rois =
        """
        roiManager("reset"); roiManager("add"); roiManager("add");
        roiManager("select", 1); roiManager("rename", "second"); roiManager("deselect");
        """;
    final Path done = folder.resolve("done.txt");
    final Result result =
        MacroProcess.inWindow(
            folder,
            filled(STATE + users + USER + rois + COMMANDS)
                + "File.saveString('yes', '"
                + done
                + "');");
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    assertThat(done).hasContent("yes");
  }

  private static String filled(final String macro) {
    return macro.replace(
        "NET", "network=[" + Needs.shared("weights/bvlc_googlenet.caffemodel") + "]");
  }
}
