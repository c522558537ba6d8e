/** The catalog of public trainings, their download and the verification of files. */
package io.github.inceptionlens.weights.download;
