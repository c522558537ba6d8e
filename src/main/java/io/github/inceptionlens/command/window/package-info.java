/**
 * Windows in which a person answers or pictures grow.
 *
 * <pre>{@code
 * Rectangle screen = AnswerFrame.screen();
 * double scale = ScreenPicture.scale(List.of(image.getProcessor()), screen.width / 2);
 * }</pre>
 */
package io.github.inceptionlens.command.window;
