package io.github.inceptionlens.command.macro;

import ij.macro.Functions;
import ij.macro.Interpreter;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.core.UserError;
import org.scijava.command.Command;
import org.scijava.plugin.Plugin;

/** Installs {@code Ext} functions in the macro that runs it. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Lens Macro Functions",
    description =
        "Lets the macro that runs it ask for single values: Ext.lensValue, Ext.lensTopClass and"
            + " Ext.lensStrongest.")
public final class MacroFunctionsCommand extends NetworkCommand {

  @Override
  protected void compute() {
    if (Interpreter.getInstance() == null) {
      throw new UserError(
          "these functions are for macros: write run(\"Lens Macro Functions\"); at the beginning of"
              + " one");
    }
    work((inception, progress) -> inception.architecture().name()); // refused here, not later
    Functions.registerExtensions(new LensFunctions(lens(), network()));
  }
}
