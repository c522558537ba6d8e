/**
 * What every room shares: units, progress, errors, provenance and text helpers.
 *
 * <p>Knows no other room, no ImageJ and no tensor library.
 */
package io.github.inceptionlens.core;
