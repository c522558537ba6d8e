/** Windows in which a person answers or pictures grow. */
package io.github.inceptionlens.command.window;
