/**
 * The one service that owns loaded networks, the serialized engine, progress and cancellation.
 *
 * <p>Knows no ImageJ and no method.
 *
 * <pre>{@code
 * LensService lens = LensService.of(context);
 * float[] logits = lens.work("textures", (inception, progress) ->
 *     inception.run(picture, List.of("softmax2_pre_activation")).logits());
 * }</pre>
 */
package io.github.inceptionlens.service;
