package io.github.inceptionlens.command.trace;

/** What dialogs and help say about the parameters of a trace. */
final class TraceTexts {

  static final String TARGET =
      "The answer: top (the most probable class), class:285, class:'tabby', a network channel such as"
          + " mixed5a:12 (its mean), mixed5a:12@3,4 or mixed5a:12@roi, or a sum such as class:285 -"
          + " class:282.";

  static final String NODES =
      "How many network channels (or entries of dictionaries) the circuit has at most, one of each"
          + " layer at least.";

  static final String BY =
      "integrated gradients, gradient (estimates of what each adds), activation (blind to the answer),"
          + " or pruning (those that are needed longest when nodes are taken away step by step: keeps"
          + " most, but a small circuit is mostly of the highest layer).";

  static final String LAYERS =
      "auto (all main layers below the target), or some, with commas: network channels of these are"
          + " nodes, or entries of dictionaries; auto,mydict takes all layers, and the dictionary for"
          + " the layer that it reads.";

  static final String REFERENCE =
      "What is taken away stays at its mean over these images: stack, open, a folder, a pattern or a"
          + " table; empty for zero.";

  static final String COUNTERFACTUAL =
      "What is taken away has the values of this picture: the title of an open image of the same"
          + " size, or a path; empty for none.";

  static final String STEPS =
      "At how many points between the reference and the image gradients are taken (papers: 5 to"
          + " 10).";

  static final String DRAWS = "How many random circuits of each size stand beside.";

  static final String SEED = "What random circuits are drawn from.";

  static final String FIT =
      "How the image becomes the network's picture: auto takes center crop for targets with a class"
          + " and own size for units.";

  static final String FILE =
      "A file for the circuit that ends in .svg or .pdf; it takes the place of an earlier one.";

  private TraceTexts() {}
}
