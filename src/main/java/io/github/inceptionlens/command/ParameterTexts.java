package io.github.inceptionlens.command;

/** What dialogs and help say about parameters that several commands share. */
public final class ParameterTexts {

  public static final String NETWORK =
      "A network's name (InceptionV1 Networks... lists them) or the path of a file of weights; empty"
          + " for the default network.";

  public static final String FIT =
      "How the image becomes the network's picture: its center square at 224 x 224 (center crop),"
          + " squeezed into 224 x 224 (stretch), or as it is (own size).";

  public static final String RANGE =
      "The pixel values that the network sees as black and white, such as 100-4000; auto takes the"
          + " display range, as you see the image (Image > Adjust > Brightness/Contrast).";

  public static final String STACK = "Process all slices or time points, not only the current one.";

  public static final String SCALE =
      "Factor by which the image is enlarged (above 1) or shrunk (below 1) before the network sees"
          + " it. A shrunk image takes less time and memory, and each unit sees more of it, but no"
          + " details.";

  public static final String LAYER =
      "A layer such as mixed4c, a branch such as mixed4c_5x5, or either with _pre_relu.";

  public static final String CSV =
      "A file for the table, with commas and all digits; it takes the place of an earlier one.";

  public static final String FOLDER =
      "A folder that takes the slices as 32-bit TIFF files, opened as a virtual stack: for results"
          + " that are too large for Java's memory; empty keeps them in memory.";

  public static final String CROP =
      "The network sees the selected rectangle alone. Without, it sees the image around it too, so"
          + " that values are those of the whole image and the selection only says which count.";

  public static final String IMAGES =
      "Your own images: stack (the current image's slices), open (all open images), the path of a"
          + " folder with its sub-folders or of a table (.csv, .tsv) with a column path, or a pattern"
          + " such as /data/**/*.tif.";

  public static final String LIMIT =
      "all, or so many pictures, drawn by the seed over all images as evenly as their slices allow.";

  public static final String MARGIN =
      "Places nearer than so many units to the layer's border are left out, for they see much that"
          + " is not in the picture.";

  public static final String LEARNED_IMAGES =
      "What is learned from, within the selection. " + IMAGES;

  public static final String SAMPLE =
      "A file of Sample Activations..., or one written elsewhere, of this layer; images are not read"
          + " then.";

  public static final String ICONS =
      "make: of units without a kept visualization some are made, which takes longest; kept: only"
          + " those are shown that are kept.";

  private ParameterTexts() {}
}
