/**
 * One SciJava command per feature: parameters, translate, call, assign.
 *
 * <p>Knows the rooms that compute, but no tensor library.
 */
package io.github.inceptionlens.command;
