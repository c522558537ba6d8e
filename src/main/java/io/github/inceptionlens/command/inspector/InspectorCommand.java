package io.github.inceptionlens.command.inspector;

import ij.IJ;
import ij.WindowManager;
import io.github.inceptionlens.command.LensCommand;
import io.github.inceptionlens.core.UserError;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Puts the Inspector into ImageJ's toolbar. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = InspectorTool.NAME,
    description =
        "A tool in the toolbar: shows for the place under the pointer which network channels are"
            + " strongest there; click pins a reading, drag reads a mean, arrow keys walk through"
            + " the layers.")
public final class InspectorCommand extends LensCommand {

  /** ImageJ's toolbar keeps one of each name, too. */
  private static final AtomicReference<InspectorTool> TOOL = new AtomicReference<>();

  @Override
  protected void compute() {
    if (IJ.getInstance() == null) {
      throw new UserError(
          "the Inspector is a tool of ImageJ's window, and there is none: use Inspect Point...,"
              + " which gives the same as a table");
    }
    TOOL.compareAndSet(null, new InspectorTool(lens()));
    TOOL.get().install(Optional.ofNullable(WindowManager.getCurrentImage()));
  }

  /** The tool, once it was put into the toolbar. */
  static Optional<InspectorTool> tool() {
    return Optional.ofNullable(TOOL.get());
  }
}
