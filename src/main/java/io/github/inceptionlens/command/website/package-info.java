/**
 * The export of units as a website: what is found of them on the user's images, put into pages.
 *
 * <pre>{@code
 * SiteFolder site = SiteFolder.of("/home/me/microscope");
 * site.begin();
 * site.put("index.html", new byte[0]);
 * site.end();
 * }</pre>
 */
package io.github.inceptionlens.command.website;
