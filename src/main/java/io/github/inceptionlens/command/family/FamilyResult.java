package io.github.inceptionlens.command.family;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.family.FamilyMember;
import io.github.inceptionlens.circuit.family.KernelAgreement;
import io.github.inceptionlens.circuit.family.UnitFamilies;
import io.github.inceptionlens.circuit.family.UnitFamily;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.List;

/** Families of units as a table and as the matrix of all pairs. */
final class FamilyResult {

  private static final int DECIMALS = 4;

  private final UnitFamilies compared;
  private final List<UnitFamily> families;

  FamilyResult(final UnitFamilies compared, final List<UnitFamily> families) {
    this.compared = compared;
    this.families = families;
  }

  /** A row per member. */
  ResultsTable table(final KernelAgreement kernels) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    table.showRowNumbers(false);
    for (int family = 0; family < families.size(); family++) {
      final List<FamilyMember> members = families.get(family).members();
      final double[] agreement = kernels.of(families.get(family));
      final double[] shuffled = kernels.shuffled(families.get(family));
      for (int i = 0; i < members.size(); i++) {
        final FamilyMember member = members.get(i);
        table.addRow();
        table.addValue("Family", family + 1);
        table.addValue("Unit", member.unit().toString());
        table.addValue("Angle", member.way().angle());
        table.addValue("Mirrored", member.way().mirrored() ? "yes" : "no");
        table.addValue("Correlation", member.correlation());
        table.addValue("Shuffled Correlation", member.shuffled());
        table.addValue("Kernel Agreement", agreement[i]);
        table.addValue("Shuffled Agreement", shuffled[i]);
        table.addValue("Tuned", member.tuned());
        table.addValue("Places", compared.places());
      }
    }
    return table;
  }

  /** Rows and columns are the units in the order of the families, then all others. */
  ImagePlus matrix(final String title, final Provenance made) {
    final List<Integer> order = compared.order(families);
    final ImageStack slices = new ImageStack(order.size(), order.size());
    slices.addSlice("Correlation", compared.matrix(order, false));
    slices.addSlice("Shuffled correlation", compared.matrix(order, true));
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), slices);
    image.setLut(Luts.diverging());
    image.setDisplayRange(-1, 1);
    ResultImages.describe(image, made);
    return image;
  }
}
