package io.github.inceptionlens.command.collection;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.DrawnSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.collection.sample.VectorSampler;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.ParameterTexts;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Keeps vectors of a layer on many images, with their places, as a file. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "Sample Activations...",
    description =
        "Keeps what a layer gives at places of many images, with the places, as a file that"
            + " dictionaries are made from and that Python reads.")
public final class SampleActivationsCommand extends CollectionCommand implements CostEstimate {

  private static final String RANDOM = "random";
  private static final String STRONGEST = "strongest";
  private static final String ALL_PLACES = "all";
  private static final String HALF = "float16";
  private static final String FULL = "float32";

  @Parameter(persist = false, label = "Layer", description = ParameterTexts.LAYER)
  private String layer = "mixed4c";

  @Parameter(
      persist = false,
      label = "Places per picture",
      min = "1",
      description = "How many vectors are kept of each picture at most.")
  private int per_picture = 10;

  @Parameter(
      persist = false,
      label = "Which places",
      choices = {RANDOM, STRONGEST, ALL_PLACES},
      description =
          "random: drawn by the seed; strongest: those with the longest vectors; all: every place of"
              + " each picture.")
  private String from = RANDOM;

  @Parameter(
      required = false,
      persist = false,
      label = "File (.safetensors)",
      style = "save",
      description = "The file for the vectors; it takes the place of an earlier sample.")
  private String file = "";

  @Parameter(
      persist = false,
      label = "Units left out at the border",
      min = "0",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description =
          "Places nearer than so many units to the layer's border are left out, for they see much"
              + " that is not in the picture.")
  private int margin = 1;

  @Parameter(
      persist = false,
      label = "Numbers in the file",
      choices = {FULL, HALF},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = "float32: exact; float16: half the size, off by 1/2048 of a value at most.")
  private String precision = FULL;

  @Parameter(
      required = false,
      persist = false,
      label = "Also save the table (CSV file)",
      style = "save",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = ParameterTexts.CSV)
  private String csv = "";

  @Parameter(type = ItemIO.OUTPUT, label = "InceptionV1 Sample")
  private ResultsTable table;

  @Override
  public boolean isRead(final String key) {
    return key.equals("per_picture") ? !from.equalsIgnoreCase(ALL_PLACES) : super.isRead(key);
  }

  @Override
  public void check(final String key, final Object value) {
    if (key.equals("file")) {
      SamplePath.of(String.valueOf(value));
    }
    super.check(key, value);
  }

  @Override
  public String forecast() {
    return namedArchitecture()
        .map(network -> new SampleSize(network.layer(layer), request(), expected()).words())
        .orElse(" ");
  }

  /** How many pictures there are, where that is known without a look at the disk. */
  private OptionalInt expected() {
    if (limit().isPresent()) {
      return limit();
    }
    return UserImages.isStack(images()) && WindowManager.getCurrentImage() != null
        ? OptionalInt.of(WindowManager.getCurrentImage().getStackSize())
        : OptionalInt.empty();
  }

  private SampleRequest request() {
    final FloatEncoding encoding =
        Choices.named(
            "precision",
            precision,
            List.of(FloatEncoding.F32, FloatEncoding.F16),
            FloatEncoding::label);
    return new SampleRequest(per_picture, SampleFrom.of(from), margin, seed(), encoding);
  }

  @Override
  protected void compute() {
    final SampleRequest request = request();
    final Path path = SamplePath.of(file);
    SamplePath.requirePlace(path);
    withNetwork(
        (network, progress) -> {
          final Layer read = network.architecture().layer(layer);
          final ImageCollection<InputPicture> pictures =
              collection(Fit.OWN_SIZE, (image, asked) -> ImageInput.inside(image, asked, read));
          sayHowLarge(read, request, pictures, path);
          final Samples samples = Samples.standard();
          final String key = Samples.key(network, read, pictures, request, range());
          final Optional<ActivationSample> kept = samples.find(key);
          if (kept.isPresent()) {
            take(kept.get(), pictures, path);
          } else {
            draw(network, read, request, pictures, path, progress);
            samples.keep(key, path);
          }
          table = table(path, pictures);
        });
  }

  private void sayHowLarge(
      final Layer read,
      final SampleRequest request,
      final ImageCollection<InputPicture> pictures,
      final Path path) {
    final int known = Math.max(expected().orElse(0), limit().orElse(pictures.images().size()));
    final SampleSize size = new SampleSize(read, request, OptionalInt.of(known));
    size.requireRoom(path);
    IJ.log("Sample Activations: " + size.words());
  }

  private void draw(
      final InceptionV1 network,
      final Layer read,
      final SampleRequest request,
      final ImageCollection<InputPicture> pictures,
      final Path path,
      final Progress progress) {
    try (VectorSampler sampler = new VectorSampler(network, pictures, read, request, path)) {
      final Scan<InputPicture> scan = new Scan<>(network, List.of(read.name()), pictures);
      final Ride<InputPicture, ?, DrawnSample> drawn = scan.ride("sample", sampler);
      scan(scan, pictures, network, List.of(request, path), () -> {}, progress);
      sampler.write(drawn.result(), texts());
      noteEmpty(drawn.result(), read);
    }
  }

  /** How it came about, for the file. */
  private Map<String, String> texts() {
    final Map<String, String> texts = new LinkedHashMap<>();
    texts.put("images", images());
    texts.put("limit", limit().isPresent() ? String.valueOf(limit().getAsInt()) : "all");
    texts.put("range", rangeUsed());
    UserImages.selection(images()).ifPresent(one -> texts.put("selection", one));
    texts.putAll(provenance().entries());
    return texts;
  }

  private void noteEmpty(final DrawnSample drawn, final Layer read) {
    if (drawn.empty() > 0) {
      note(
          String.format(
              Locale.ROOT,
              "Sample Activations: %,d of %,d pictures have no unit of %s within the selection and %d"
                  + " or more off the border",
              drawn.empty(),
              drawn.pictures(),
              read,
              margin));
    }
  }

  /** The very sample was made before. */
  private void take(
      final ActivationSample kept, final ImageCollection<InputPicture> pictures, final Path path) {
    Samples.copy(kept, path);
    pictures.looked(Samples.look(kept));
    looked(pictures);
    usesRange(kept.metadata().get("range"));
    note("Sample Activations: this sample was made before; the file is a copy of it");
  }

  private ResultsTable table(final Path path, final ImageCollection<InputPicture> pictures) {
    try {
      final ActivationSample sample = ActivationSample.open(path);
      final ResultsTable one = new ResultsTable();
      one.addRow();
      one.addValue("File", path.toString());
      one.addValue("Layer", sample.layer());
      one.addValue("Vectors", sample.size());
      one.addValue("Channels", sample.channels());
      one.addValue("Pictures", pictures.look().pictures());
      one.addValue("Images", sample.images());
      one.addValue("Megabytes", SampleSize.megabytes(path.toFile().length()));
      return one;
    } catch (final IOException e) {
      throw new UserError("file \"" + path + "\" cannot be read: " + e.getMessage(), e);
    }
  }
}
