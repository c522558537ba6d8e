package io.github.inceptionlens.collection.scan;

import com.google.gson.JsonElement;
import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.SkippedImage;
import java.util.List;
import java.util.Map;

/**
 * All that a scan has done: what it goes on from.
 *
 * @param position how far the collection was looked at
 * @param pictures how many pictures were shown to the network
 * @param skipped what could not be looked at
 * @param partial the partial results by the names of the rides
 */
record ScanState(
    FeedPosition position,
    int pictures,
    List<SkippedImage> skipped,
    Map<String, JsonElement> partial) {}
