package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.command.ParameterTexts;

/** What dialogs and help say about the parameters of visualizations, with the papers' values. */
public final class VisualizationTexts {

  static final String OBJECTIVE =
      "What is to become large: mixed4c:12 (a network channel's mean), neuron(mixed4c:12) (the"
          + " middle), mixed4c:12@4,3, -mixed4c:12, class:5, deepdream(mixed4c), direction(mixed4c:12 +"
          + " mixed4c:7, 2), interpolate(mixed4c:12, mixed4c:7), sums of these, less penalties such"
          + " as 0.25*tv(), 0.05*l1(), blur(), boundary(). Units are read before their rectifier,"
          + " except in relu(...).";

  static final String PRESET =
      "quick (128 pixels, 256 steps), fine (224 pixels, 512 steps: about six times as long), or"
          + " custom: size and steps as given.";

  static final String SIZE =
      "Width and height of the picture in pixels; the network sees 12 more, for crops and turns.";

  static final String STEPS = "How often the picture is changed (Lucid: 128 to 512).";

  static final String PARAMETERIZATION =
      "As what the picture is changed: Fourier coefficients, plain pixels, a pyramid of grids,"
          + " shared (facets share coarse grids and so keep aligned), alpha (transparent where"
          + " nothing matters), cppn (a small network that draws it, at any size) or maco (phases"
          + " alone, so that it stays as rough as natural pictures).";

  static final String SMOOTH =
      "Standard deviation of the Gaussian under which Fourier coefficients are changed: 0 is Lucid's"
          + " way, with a fine grain of two pixels; 0.6 leaves less than half of it, and nearly all of the"
          + " objective.";

  static final String SPECTRUM =
      "How rough maco's pictures are: 1/f (as photographs), or as your own images, of which each has"
          + " at least the picture's size. "
          + ParameterTexts.IMAGES;

  static final String TRANSFORMS =
      "How the picture is moved before each step: auto (what goes with the parameterization),"
          + " standard (pad 12, jitter 8, scale 0.90 to 1.10, turn -10 to 10 degrees, jitter 4),"
          + " jitter (without scale and turn), crops (8 enlarged ones, from half of the picture down"
          + " to a twentieth or 26 pixels, with noise) or none.";

  static final String LEARNING_RATE = "The step width of Adam (Lucid: 0.05).";

  static final String USUAL_RATE =
      "The step width of Adam; auto is 0.05 (Lucid's), of cppn 0.005, of maco 0.1.";

  static final String FACETS = "How many different pictures are made, a slice each.";

  static final String DIVERSITY =
      "How much unlike the facets shall be: the part of the objective that they lose when their"
          + " correlations of channels, in the objective's layer, are the same.";

  static final String SEED = "What the first picture and the transforms are drawn from.";

  static final String REDIRECT =
      "Let the first 16 steps pass silent rectifiers, for objectives that are read above one.";

  static final String SNAPSHOTS = "Steps after which the picture is kept, too, such as 0,16,64.";

  static final String RAW = "Also show the unrounded values, as a 32-bit hyperstack.";

  static final String MAGNIFY =
      "How many times larger a picture of parameterization=cppn, which has no pixels, is drawn.";

  static final String IMPORTANCE =
      "Also show where the objective depended on the picture while it was made, as a 32-bit map.";

  static final String PLOT = "Also plot the objective's course over the steps.";

  static final String EVIDENCE =
      "Also show what of your own images drives the unit most; none: nothing. "
          + ParameterTexts.IMAGES;

  static final String EXAMPLES = "How many natural crops are shown, at most one of each slice.";

  public static final String UNIT =
      "The unit: mixed4c:12 (a network channel's mean), mixed4c:12@4,3 or neuron(mixed4c:12).";

  public static final String NATURAL = "At least 20 slices. " + ParameterTexts.IMAGES;

  public static final String TOP =
      "How many of the natural pictures, those with the largest mean of the unit, count as its top"
          + " ones.";

  static final String CHANNELS =
      "A list such as 0-15,447, all, or strongest:20 (by mean activation on the current image).";

  static final String MONTAGE = "Also show all pictures side by side, with captions.";

  static final String OCTAVES = "At how many sizes the picture is changed, smallest first.";

  static final String RATIO = "How much larger each size is than the one before.";

  static final String OCTAVE_STEPS = "How often the picture is changed at each size.";

  static final String RATE =
      "By how much a step changes the pixels in the mean, on the scale of 0 to 255.";

  static final String JITTER =
      "By how many pixels, at most, the picture is rolled at random before each step.";

  static final String TILE =
      "Side in pixels of the pieces in which a larger picture is computed: the memory that it"
          + " needs.";

  static final String LAYERS =
      "Layers with commas between, such as conv2d0, mixed4c; a slice each.";

  static final String TV =
      "How much the total variation per pixel counts: the larger, the smoother the picture.";

  static final String NORM =
      "How much the mean sixth power of the distance from gray counts: it keeps colors in range.";

  static final String POWER =
      "Power of the cosine between the layer's responses: from 0 (their inner product alone) up, the"
          + " more likeness counts.";

  static final String START = "What the picture starts from: noise or the image itself.";

  private VisualizationTexts() {}
}
