/** The door for Java, Groovy and Jython: {@link io.github.inceptionlens.InceptionLens}. */
package io.github.inceptionlens;
