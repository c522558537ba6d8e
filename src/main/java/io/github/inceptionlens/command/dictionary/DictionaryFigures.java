package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.dictionary.evaluation.DownstreamFigures;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedDictionary;
import java.util.List;

/**
 * A dictionary's figures beside those of what it must be better than.
 *
 * @param downstream of each code in their order; empty where no picture was shown
 * @param notes what must be known beside the figures
 */
record DictionaryFigures(
    EvaluatedDictionary evaluated, List<DownstreamFigures> downstream, List<String> notes) {

  DictionaryFigures {
    downstream = List.copyOf(downstream);
    notes = List.copyOf(notes);
  }
}
