/**
 * The one service that owns loaded networks, the serialized engine, progress and cancellation.
 *
 * <p>Knows no ImageJ and no method.
 */
package io.github.inceptionlens.service;
