package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Target;
import java.util.Optional;

/**
 * The result of a method.
 *
 * @param map the attributed values
 * @param target the target with canonical names, {@code top} replaced by its class
 * @param value the target's value on the picture
 * @param completeness for methods that promise it
 * @param warning what the reader must know before looking at the map: a map without contrast, a
 *     target that does not depend on the image
 * @param provenance the method and what it read of the request, and what came of it
 */
public record Attribution(
    AttributionMap map,
    Target target,
    double value,
    Optional<Completeness> completeness,
    Optional<String> warning,
    Provenance provenance) {}
