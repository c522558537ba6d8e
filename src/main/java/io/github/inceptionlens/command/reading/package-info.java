/** Commands of blinded readings, and the window of a reading. */
package io.github.inceptionlens.command.reading;
