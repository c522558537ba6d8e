package io.github.inceptionlens.website;

import com.google.gson.Gson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names and labels of all units, as a script that pages load without a server. */
final class SearchData {

  private SearchData() {}

  /** An array of {@code [layer, channel, label]}; no text in it can end the script. */
  static byte[] of(final List<SiteLayer> layers) {
    final List<List<Object>> units =
        layers.stream()
            .flatMap(layer -> layer.units().stream())
            .map(unit -> List.<Object>of(unit.layer(), unit.channel(), unit.label()))
            .toList();
    return ("window.lensUnits = " + new Gson().toJson(units) + ";\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
