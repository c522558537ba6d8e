package io.github.inceptionlens.visualization.dream;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.target.Target;

/**
 * What became of a picture.
 *
 * @param objective what was raised, canonical
 * @param picture as large as the one that it was made from, width x height x 3, values 0 to 255
 * @param steps how many steps were done, over all octaves
 * @param interrupted whether the user stopped it; the picture then lacks the finer octaves
 * @param provenance what was asked and what came of it
 */
public record Dream(
    Target objective, Picture picture, int steps, boolean interrupted, Provenance provenance) {}
