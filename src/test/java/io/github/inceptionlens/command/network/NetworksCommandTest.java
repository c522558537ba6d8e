package io.github.inceptionlens.command.network;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.download.NetworksFolder;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class NetworksCommandTest {

  @TempDir private Path temporary;

  private Context context;
  private String before;

  @BeforeEach
  void start() {
    before = System.getProperty(NetworksFolder.PROPERTY);
    System.setProperty(NetworksFolder.PROPERTY, temporary.resolve("networks").toString());
    context = new Context(CommandService.class);
  }

  @AfterEach
  void stop() {
    context.dispose();
    if (before == null) {
      System.clearProperty(NetworksFolder.PROPERTY);
    } else {
      System.setProperty(NetworksFolder.PROPERTY, before);
    }
  }

  @Test
  void listsThePublicNetworks() throws Exception {
    final ResultsTable table = table("action", "list");
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.getStringValue("Name", 3)).isEqualTo("imagenet-torch");
    assertThat(table.getStringValue("State", 3)).isEqualTo("not here: to be written with Python");
    assertThat(table.getStringValue("Place", 3)).endsWith("googlenet.safetensors");
    assertThat(table.getStringValue("Name", 0)).isEqualTo("textures");
    assertThat(table.getStringValue("State", 1)).isEqualTo("not downloaded");
    assertThat(table.getStringValue("Place", 2)).startsWith("https://storage.googleapis.com/");
    assertThat(temporary.resolve("networks")).doesNotExist();
  }

  @Test
  void addsVerifiesAndRemovesOnesOwn() throws Exception {
    final Path file = temporary.resolve("my file.safetensors");
    SafetensorsWriter.write(file, RandomWeights.of(Training.TEXTURES.architecture(), 1));
    final ResultsTable added = table("action", "add", "name", "mine", "file", file.toString());
    assertThat(added.size()).isEqualTo(1);
    assertThat(added.getStringValue("State", 0)).isEqualTo("ready, your own");
    assertThat(added.getValue("MB", 0)).isGreaterThan(0.5);
    assertThat(table("action", "verify", "name", "mine").size()).isEqualTo(1);
    assertThat(run("action", "remove", "name", "mine").getOutput("networks")).isNull();
    assertThat(table("action", "list").size()).isEqualTo(4);
  }

  @Test
  void oneSentenceForWhatIsMissing() throws Exception {
    assertThat(refused("action", "download")).startsWith("name is empty, but download needs one");
    assertThat(refused("action", "download", "name", "textures"))
        .isEqualTo(
            "name is \"textures\", but only these can be downloaded: imagenet-caffe, imagenet-tf");
    assertThat(refused("action", "add", "name", "x")).startsWith("file is empty, but add needs");
    assertThat(refused("action", "verify", "name", "imagenet-tf")).contains("no such network");
    assertThat(refused("action", "dance")).startsWith("action is \"dance\"; choose one of list,");
  }

  @Test
  void clearsTheCacheAndReleasesMemory() throws Exception {
    final Path folder = Files.createDirectories(temporary.resolve("networks"));
    final Path part = Files.write(folder.resolve("inception5h.zip.part"), new byte[5]);
    assertThat(table("action", "list").getStringValue("State", 2)).isEqualTo("partly downloaded");
    assertThat(run("action", "clear_cache").getOutput("networks")).isNull();
    assertThat(part).doesNotExist();
    assertThat(run("action", "release").isCanceled()).isFalse();
  }

  private ResultsTable table(final Object... inputs) throws Exception {
    return (ResultsTable) run(inputs).getOutput("networks");
  }

  private String refused(final Object... inputs) throws Exception {
    final CommandModule module = run(inputs);
    assertThat(module.isCanceled()).isTrue();
    return module.getCancelReason();
  }

  private CommandModule run(final Object... inputs) throws Exception {
    return context.service(CommandService.class).run(NetworksCommand.class, false, inputs).get();
  }
}
