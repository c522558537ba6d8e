/**
 * Files that commands write where a user says: whole or not at all, and never over another's; with
 * them results whose slices lie in a folder.
 *
 * <pre>{@code
 * TextFiles.writeOnce("csv", TextFiles.path("csv", "/data/classes.csv"), "Image,Name");
 * }</pre>
 */
package io.github.inceptionlens.command.file;
