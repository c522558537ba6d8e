package io.github.inceptionlens.command.network;

import ij.measure.ResultsTable;
import io.github.inceptionlens.weights.NetworkState;
import java.util.List;

/** The table of networks that can be used, with what variants are edits of. */
public final class NetworksTable {

  private static final double MEGABYTE = 1e6;

  private NetworksTable() {}

  /** One row per network. */
  public static ResultsTable of(final List<NetworkState> rows) {
    final ResultsTable table = new ResultsTable();
    for (final NetworkState row : rows) {
      table.addRow();
      table.addValue("Name", row.name());
      table.addValue("State", row.state().toString());
      table.addValue("MB", row.bytes() / MEGABYTE);
      table.addValue("Place", row.place());
      table.addValue("Title", row.title());
      table.addValue("Parent", row.parent());
      table.addValue("Recipe", row.recipe());
    }
    return table;
  }
}
