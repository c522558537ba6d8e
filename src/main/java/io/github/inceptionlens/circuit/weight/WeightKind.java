package io.github.inceptionlens.circuit.weight;

/** What is meant by the weight between two units. */
public enum WeightKind {
  /** What all rows between give together, as if they were linear. */
  EXPANDED("expanded", "Expanded weights"),
  /** The weights as they are stored, where layers touch. */
  DIRECT("direct", "Direct weights"),
  /** The mean effect on pictures. */
  DATA("data", "Mean effects");

  private final String label;
  private final String words;

  WeightKind(final String label, final String words) {
    this.label = label;
    this.words = words;
  }

  /** What keys and tables say. */
  public String label() {
    return label;
  }

  /** What titles say. */
  public String words() {
    return words;
  }
}
