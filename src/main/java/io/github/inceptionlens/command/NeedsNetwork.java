package io.github.inceptionlens.command;

/** A command without an image that runs the network which its key {@code network} names. */
public interface NeedsNetwork {}
