package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.Prefs;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.PlugIn;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.service.LensService;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.scijava.module.MethodCallException;

/**
 * Runs a SciJava command from ImageJ's menu or a macro, on the caller's thread.
 *
 * <p>A person gets a dialog; a macro's options are read strictly, and an omitted key means the
 * command's default. A failure is one sentence and ends the macro; what a stopped command has done
 * so far is shown.
 */
public final class Launcher implements PlugIn {

  private static final String MACRO_THREAD = "Run$_";

  /**
   * @param commandClass the name of the command's class, from {@code plugins.config}
   */
  @Override
  public void run(final String commandClass) {
    final Thread thread = Thread.currentThread();
    final ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Launcher.class.getClassLoader());
    IJ.resetEscape();
    String label = commandClass;
    try {
      final Class<?> type = Class.forName(commandClass);
      final CommandRun feature = CommandRun.of(type, SciJavaContext.context());
      label = feature.label();
      launch(feature);
    } catch (final Throwable failure) {
      FailureReport.tell(label, failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Whether the calling thread works for {@code run(...)} of a macro or script. */
  static boolean isCalledByMacro() {
    return isNamedForMacros()
        || StackWalker.getInstance().walk(frames -> frames.anyMatch(frame -> isRunOfImageJ(frame)));
  }

  private static boolean isCalledByPerson() {
    return !isCalledByMacro() && !GraphicsEnvironment.isHeadless();
  }

  private static boolean isRunOfImageJ(final StackWalker.StackFrame frame) {
    return frame.getClassName().equals(IJ.class.getName()) && frame.getMethodName().equals("run");
  }

  private static boolean isNamedForMacros() {
    return Thread.currentThread().getName().startsWith(MACRO_THREAD);
  }

  private static void launch(final CommandRun feature) throws MethodCallException {
    giveImage(feature);
    if (!isWanted(feature)) {
      return;
    }
    feature.module().initialize();
    try (MacroRecording recording = MacroRecording.of(feature.label())) {
      final List<MacroKey> keys = feature.keys();
      final Optional<Map<String, Optional<String>>> options = options(feature, keys);
      if (options.isPresent()) {
        recording.begin();
        recording.write(run(feature, keys, options.get()));
      }
    }
  }

  /** Runs the command and shows what it made; returns the options of what was done. */
  private static Map<String, Optional<String>> run(
      final CommandRun feature,
      final List<MacroKey> keys,
      final Map<String, Optional<String>> options) {
    final Map<String, Object> inputs = CommandRun.values(feature.label(), keys, options);
    if (isCalledByPerson()) {
      feature.asks(FolderDialog::ask);
      if (feature.runsNetwork()) {
        offerDownload(inputs);
      }
    }
    try {
      reporting(progress -> CommandRunner.run(feature.module(), inputs, progress));
    } catch (final CancellationException stopped) {
      OutputDisplay.show(feature.module(), feature.source());
      throw stopped;
    }
    OutputDisplay.show(feature.module(), feature.source());
    return feature.done(keys, options, inputs);
  }

  /** Does a work that reports to ImageJ's status bar, with as many threads as ImageJ uses. */
  static void reporting(final Consumer<Progress> work) {
    IJ.resetEscape(); // pressed in a dialog or a help window, it was meant for that
    final ImageJProgress progress = new ImageJProgress();
    try {
      final LensService lens = LensService.of(SciJavaContext.context());
      lens.useThreads(Prefs.getThreads());
      lens.reportingTo(progress, () -> work.accept(progress));
    } finally {
      progress.clear();
    }
  }

  /** Asks a person who names a public network that is to be run but not here for a download. */
  private static void offerDownload(final Map<String, Object> inputs) {
    final LensService lens = LensService.of(SciJavaContext.context());
    final String network = String.valueOf(inputs.getOrDefault("network", ""));
    final Optional<String> question = lens.questionBeforeDownload(network);
    if (question.isPresent() && IJ.showMessageWithCancel("Inception Lens", question.get())) {
      reporting(progress -> lens.download(network));
    }
  }

  /**
   * Whether the image is to be looked at though it may be a result of ours: a person is asked, of a
   * macro the Log is told.
   */
  private static boolean isWanted(final CommandRun feature) {
    final Optional<ImagePlus> image = feature.lookedAt();
    if (image.isEmpty() || !ResultImages.isOwn(image.get())) {
      return true;
    }
    final String fact =
        "\""
            + image.get().getTitle()
            + "\" is not an image of yours, but a result of Inception Lens";
    if (!isCalledByPerson()) {
      IJ.log(feature.label().replace("...", "") + ": " + fact + ".");
      return true;
    }
    return IJ.showMessageWithCancel("Inception Lens", fact + ". Look at it all the same?");
  }

  private static void giveImage(final CommandRun feature) {
    feature.image().ifPresent(name -> CommandRunner.give(feature.module(), name, currentImage()));
  }

  private static ImagePlus currentImage() {
    final ImagePlus image = WindowManager.getCurrentImage();
    if (image == null) {
      throw new UserError("No image is open: open one first (File > Open...).");
    }
    return image;
  }

  /** The options that were given, or nothing when a person cancels. */
  private static Optional<Map<String, Optional<String>>> options(
      final CommandRun feature, final List<MacroKey> keys) {
    if (!keys.isEmpty() && isCalledByPerson()) {
      return new CommandDialog(feature, keys).ask();
    }
    return Optional.of(
        CommandRun.named(keys, OptionString.parse(macroOptions(), Launcher::variable)));
  }

  /**
   * The options of the macro or script that called: ImageJ gives them only to threads that are
   * named for macros, and names a thread but once, though others may have renamed it since.
   */
  private static String macroOptions() {
    final Thread thread = Thread.currentThread();
    final String name = thread.getName();
    if (!isNamedForMacros()) {
      thread.setName(MACRO_THREAD + name);
    }
    try {
      return Optional.ofNullable(Macro.getOptions()).orElse("");
    } finally {
      thread.setName(name);
    }
  }

  private static Optional<String> variable(final String name) {
    final Interpreter macro = Interpreter.getInstance();
    if (macro == null) {
      return Optional.empty();
    }
    final String text = macro.getStringVariable(name);
    return Optional.ofNullable(text).or(() -> number(macro.getVariable2(name)));
  }

  private static Optional<String> number(final double value) {
    return Double.isNaN(value) ? Optional.empty() : Optional.of(MacroKey.text(value));
  }
}
