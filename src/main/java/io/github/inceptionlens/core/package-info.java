/**
 * The words every room shares: units, geometry, progress, errors, provenance and float images.
 *
 * <p>Knows no other room, no ImageJ and no tensor library.
 */
package io.github.inceptionlens.core;
