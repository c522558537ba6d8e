package io.github.inceptionlens.attribution;

import io.github.inceptionlens.attribution.path.ExpectedGradients;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Prints the README's table: how well every method, and two controls that know no class, find the
 * regions of generated scenes. Argument: the number of scenes.
 */
public final class TrueRegionsTable {

  private final TrueRegions regions;
  private final InceptionV1 network;

  private TrueRegionsTable(final TrueRegions regions, final InceptionV1 network) {
    this.regions = regions;
    this.network = network;
  }

  public static void main(final String[] arguments) {
    final TrueRegions regions = new TrueRegions(Integer.parseInt(arguments[0]));
    try (InceptionV1 network = TrueRegions.network()) {
      new TrueRegionsTable(regions, network).print();
    }
    System.exit(0);
  }

  private void print() {
    System.out.printf(
        Locale.ROOT,
        "%d regions, which cover %.2f of their pictures%n%n",
        regions.count(),
        regions.area());
    System.out.println(
        "| method | pointing game | mass accuracy | rank accuracy | area under ROC |");
    System.out.println("|---|---|---|---|---|");
    for (final AttributionMethod method : AttributionMethods.all()) {
      if (method instanceof ExpectedGradients) {
        print(method, TrueRegions.otherScenes());
      } else if (method.options().contains(AttributionMethod.Option.BASELINE)) {
        print(method, Baseline.Plain.BLACK);
        print(method, Baseline.Plain.BLURRED);
      } else {
        print(method.name(), TrueRegions.of(method.name(), UnaryOperator.identity(), network));
      }
    }
    print("control: random numbers", TrueRegions.random());
    print("control: Sobel edges", TrueRegions.edges());
  }

  private void print(final AttributionMethod method, final Baseline baseline) {
    print(
        method.name() + ", baseline " + baseline.label(),
        TrueRegions.of(method.name(), request -> request.baseline(baseline), network));
  }

  private void print(final String label, final TrueRegions.Mapper mapper) {
    final TrueRegions.Score score = regions.score(mapper);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.2f |%n",
        label,
        score.pointing(),
        score.mass(),
        score.rank(),
        score.roc());
  }
}
