package io.github.inceptionlens;

import io.github.inceptionlens.attribution.AttributionMethods;
import io.github.inceptionlens.command.network.MakeDictionaryCommand;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.DictionaryTrainer;
import io.github.inceptionlens.dictionary.DictionaryTrainers;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.weights.WeightFiles;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** A program that uses the plugins of the package {@code extension} and prints what they give. */
public final class ExtensionUser {

  private ExtensionUser() {}

  /** Argument: a file of weights in the format of the extension. */
  public static void main(final String... files) throws Exception {
    System.out.println("methods " + AttributionMethods.all().size());
    System.out.println("trainers " + new MakeDictionaryCommand().choices("method"));
    final DictionaryTrainer longest = DictionaryTrainers.named("longest");
    final Vectors vectors = new Vectors("mixed3a", 2, new float[] {1, 1, 0, 3, 2, 1});
    System.out.println(
        "longest " + Arrays.toString(longest.train(vectors, 1, 0, Progress.NONE).encoder()));
    final Picture picture = new Picture(64, 64, Collections.nCopies(3, ramp()));
    try (InceptionLens lens = InceptionLens.open("textures")) {
      final float[] plain = plane(lens, picture, "Gradient", "mixed3a:1");
      final float[] twice = plane(lens, picture, "Times Two", "half(mixed3a:1)");
      double difference = 0;
      double size = 0;
      for (int i = 0; i < plain.length; i++) {
        difference = Math.max(difference, Math.abs(plain[i] - twice[i]));
        size = Math.max(size, Math.abs(plain[i]));
      }
      System.out.println("equal " + (size > 0 && difference <= 1e-5 * size));
    }
    try {
      WeightFiles.training(Path.of(files[0]));
    } catch (final UserError e) {
      System.out.println("refused " + e.getMessage());
    }
    try (Context context = new Context(CommandService.class)) {
      final CommandModule module =
          context
              .service(CommandService.class)
              .run(
                  Class.forName("extension.GreetCommand").asSubclass(Command.class),
                  false,
                  "network",
                  "textures")
              .get();
      System.out.println("greeting " + module.getOutput("greeting"));
    }
    System.exit(0);
  }

  private static float[] ramp() {
    final float[] ramp = new float[64 * 64];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 64 * 4;
    }
    return ramp;
  }

  private static float[] plane(
      final InceptionLens lens, final Picture picture, final String method, final String target) {
    return lens.saliency(picture, method, target).map().values().plane(0);
  }
}
