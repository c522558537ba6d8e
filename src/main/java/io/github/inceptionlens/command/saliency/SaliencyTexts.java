package io.github.inceptionlens.command.saliency;

/** What dialogs and help say about the parameters of saliency maps, with the papers' values. */
final class SaliencyTexts {

  static final String METHOD =
      "How the values are found. One pass through the network: Gradient, Gradient x Input, Guided"
          + " Backpropagation, DeconvNet, LRP and the CAMs. Many: SmoothGrad, SmoothGrad-Squared, VarGrad,"
          + " Score-CAM and RISE (samples), Integrated, Blur Integrated and Expected Gradients, XRAI"
          + " (steps), Occlusion (windows).";

  static final String TARGET =
      "What the pixels are held responsible for: top (the most probable class), class:285,"
          + " class:'tabby', mixed4c:447 (mean over the image), mixed4c:447@12,30 (column and row of"
          + " the layer), mixed4c:447@roi, mixed4c (its energy), direction(mixed4c:447 + 0.5*mixed4c:12), or a sum"
          + " such as class:285 - 0.5*class:282.";

  static final String CHANNELS_TARGET =
      "What the network channels are held responsible for: top (the most probable class),"
          + " class:285, class:'tabby', a network channel of a later layer such as mixed5a:12 (its"
          + " mean), mixed5a:12@3,4 or mixed5a:12@roi, or a sum such as class:285 - class:282.";

  static final String LAYER =
      "The layer of the CAM methods, such as mixed4c; empty for the highest one below the target.";

  static final String FIT =
      "How the image becomes the network's picture: auto takes center crop for targets with a class"
          + " and own size for units and layers.";

  static final String BASELINE =
      "The picture without the features, for Integrated and Expected Gradients: black, white,"
          + " mean, blurred, noise, stack (this image's slices), open (the other open images), a folder"
          + " of images or the title of an open image; auto is black, and for Expected Gradients the stack, or the"
          + " open images where it has fewer than 8 slices.";

  static final String STEPS =
      "Points on the way from the baseline (papers: Integrated Gradients 20 to 300, Blur Integrated"
          + " Gradients 100, Expected Gradients 200); auto: 64, and with the first two further ones"
          + " where 64 miss the target's change.";

  static final String SAMPLES =
      "How many noisy pictures of the SmoothGrad family (auto: 25; paper: 50), masks of RISE (auto:"
          + " 500; paper: 4000 to 8000) or channels of Score-CAM, the strongest (auto: 64; paper:"
          + " all).";

  static final String NOISE =
      "Standard deviation of the noise as a part of the picture's range of values (paper: 0.1 to"
          + " 0.2).";

  static final String WINDOW =
      "Side of the occluded square (often 15), or of a cell of RISE's grid (paper: 32), in pixels.";

  static final String STRIDE = "Pixels between occluded squares (often 1, which takes long).";

  static final String SEED = "What random numbers are drawn from.";

  static final String SIGN =
      "Which side is shown: absolute, signed or positive; auto shows the positive side of CAMs and RISE, both"
          + " sides of Occlusion and XRAI, and the magnitude for other methods.";

  static final String COLOR = "How the values of red, green and blue become one.";

  static final String REGISTRATION =
      "Each position of a CAM's layer at the center of what it sees, linear between (aligned: the"
          + " values of the literature, with bands and crosses for the eye) or cubic (smooth), or the"
          + " layer's map enlarged to the picture (resized).";

  static final String OVERLAY =
      "Also lay the map over the image; Clear Activation Overlay takes it off.";

  static final String OPACITY = "Percent, of the overlay.";

  static final String MEASURES =
      "all, or a list of insertion, deletion (the class's probability, or the target's value, while"
          + " pixels appear or vanish), infidelity (losses predicted), sensitivity (to noise in the"
          + " picture), randomization (of the network's layers).";

  static final String MASK =
      "The truth, if it is known: the title of an open image that is not zero where the target is,"
          + " or roi for the selection (all of the image is then analyzed); empty for none.";

  static final String METHODS =
      "A list such as Gradient, Grad-CAM; or all, which takes minutes (the methods with many passes"
          + " under Saliency Map...).";

  static final String TARGETS =
      "Targets as under Saliency Map..., with semicolons between them, such as top; mixed4c:447.";

  static final String SHOWN =
      "per-method: each method's maps have colors of their own; shared: one scale for all. The"
          + " values stay as they are.";

  static final String MONTAGE = "Also show the picture and all maps side by side, with captions.";

  private SaliencyTexts() {}
}
