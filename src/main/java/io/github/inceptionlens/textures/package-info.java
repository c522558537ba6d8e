/**
 * Images and scenes of known content, the same to the last bit for the same seed.
 *
 * <p>Knows no ImageJ and no network.
 *
 * <pre>{@code
 * Scene scene = Scene.of(7, 512, 512);
 * Picture image = scene.image();
 * String texture = scene.regions().get(0).texture().label();
 * SceneRecipe recipe = SceneRecipe.of(7, SceneRecipe.draw(7, List.of(TextureClass.values())), 512, 512);
 * Picture with = recipe.scene().image();
 * Picture without = recipe.without(List.of(TextureClass.NUCLEI)).scene().image(); // else the same
 * }</pre>
 */
package io.github.inceptionlens.textures;
