package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.Plugin;

/** Every text key of every command, given 100 kB of nonsense with control characters. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JunkInputTest {

  private static final Pattern TYPE = Pattern.compile("JavaVersionGate\\(\"(.+)\"\\)");
  private static final String JUNK = "x\u0007\u001b[31m\n\u202e=" + "y".repeat(100_000);
  private static final int LONGEST = 800;

  private Context context;
  private ImagePlus image;

  @BeforeAll
  void start() {
    context = new Context(CommandService.class);
    image = IJ.createImage("ramp", "8-bit ramp", 64, 64, 1);
  }

  @AfterAll
  void end() {
    context.dispose();
  }

  static Stream<String> keys() throws Exception {
    final Stream.Builder<String> keys = Stream.builder();
    for (final String line : Files.readAllLines(Path.of("plugins.config"))) {
      final Matcher type = TYPE.matcher(line);
      if (type.find()) {
        for (final ModuleItem<?> item : info(type.group(1)).inputs()) {
          if (item.getType() == String.class) {
            keys.add(type.group(1) + " " + item.getName());
          }
        }
      }
    }
    return keys.build();
  }

  private static CommandInfo info(final String type) throws ReflectiveOperationException {
    final Class<? extends Command> command = Class.forName(type).asSubclass(Command.class);
    return new CommandInfo(command, command.getAnnotation(Plugin.class));
  }

  @ParameterizedTest
  @MethodSource("keys")
  void whatNonsenseIsAnsweredIsOneReadableSentence(final String key) throws Exception {
    final String[] words = key.split(" ");
    final CommandInfo info = info(words[0]);
    final Map<String, Object> inputs = new LinkedHashMap<>();
    for (final ModuleItem<?> item : info.inputs()) {
      if (item.getType() == ImagePlus.class) {
        inputs.put(item.getName(), image);
      }
    }
    inputs.put(words[1], JUNK);
    final CommandModule module =
        context.service(CommandService.class).run(info, false, inputs).get();
    if (!module.isCanceled()) {
      return; // a key that nothing asks for here
    }
    assertThat(module.getCancelReason())
        .isNotBlank()
        .hasSizeLessThan(LONGEST)
        .matches(text -> text.chars().noneMatch(Character::isISOControl))
        .doesNotContain("\u202e", "Exception");
  }
}
