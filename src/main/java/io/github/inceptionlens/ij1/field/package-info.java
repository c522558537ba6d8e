/**
 * Fields of dialogs: each shows and gives the text of a macro's key.
 *
 * <pre>{@code
 * DialogField opacity = DialogField.slider(0, 100);
 * opacity.set("60");
 * opacity.onChange(() -> System.out.println(opacity.get()));
 * }</pre>
 */
package io.github.inceptionlens.ij1.field;
