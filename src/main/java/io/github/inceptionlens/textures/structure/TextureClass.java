package io.github.inceptionlens.textures.structure;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.random.SeededRandom;
import java.util.Arrays;
import java.util.List;

/** The classes of textures and structures, in the order of the network's logits. */
public enum TextureClass {
  EMPTY("empty background", Speckles::nothing),
  NUCLEI("nuclei", Cells::nuclei),
  VESICLES("vesicles", Cells::vesicles),
  PUNCTA("puncta", Particles::puncta),
  DOT_LATTICE("regular lattice of dots", Particles::lattice),
  RODS("rods", Cells::rods),
  DIVIDING("dividing cells", Cells::dividing),
  SWIMMERS("cells with a tail", Cells::swimmers),
  CRYSTALS("angular crystals", Particles::crystals),
  ARCS("curved arcs", Particles::arcs),
  FILAMENTS("smooth filaments", Strands::filaments),
  FIBRES("aligned fibres", Strands::fibres),
  CROSS_HATCH("cross-hatch", Strands::crossHatch),
  MESH("triangular mesh", Strands::mesh),
  TREES("branching trees", Strands::trees),
  ASTERS("asters", Strands::asters),
  BEADS("chains of beads", Strands::beads),
  HONEYCOMB("honeycomb epithelium", Tilings::honeycomb),
  BRICKS("brick-like plant cells", Tilings::bricks),
  GRAINS("grains", Tilings::grains),
  CHECKERBOARD("checkerboard", Tilings::checkerboard),
  SARCOMERES("sarcomere stripes", Stripes::sarcomeres),
  RINGS("concentric rings", Stripes::rings),
  SPIRALS("spirals", Stripes::spirals),
  FRINGES("wavy fringes", Stripes::fringes),
  LABYRINTH("labyrinth stripes", Speckles::labyrinth),
  SPECKLE("speckle", Speckles::speckle),
  BOUNDARY("boundary of fine and coarse", Speckles::boundary);

  private final String label;
  private final Painter painter;

  TextureClass(final String label, final Painter painter) {
    this.label = label;
    this.painter = painter;
  }

  /** The class's name in plain words. */
  public String label() {
    return label;
  }

  /** The labels of all classes, by index. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(TextureClass::label).toList();
  }

  /**
   * The class with the given label.
   *
   * @throws UserError when there is none
   */
  public static TextureClass of(final String label) {
    return Arrays.stream(values())
        .filter(texture -> texture.label.equalsIgnoreCase(label.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "class is \"" + label + "\"; choose one of " + String.join(", ", labels())));
  }

  public Canvas paint(
      final Layout layout, final int width, final int height, final SeededRandom dice) {
    final Canvas canvas = new Canvas(width, height);
    painter.paint(new Sketch(canvas, layout, dice));
    return canvas;
  }
}
