package io.github.inceptionlens.collection.scan;

import com.google.gson.JsonElement;
import java.util.stream.Collector;

/**
 * A collector whose partial results can be kept on the disk, as JSON.
 *
 * <p>Any cut of the pictures into parts, and any order, gives the same result, but for the rounding
 * of sums.
 *
 * @param <T> what is collected
 * @param <A> a partial result, which changes as more is collected
 * @param <R> the result
 */
public interface KeptCollector<T, A, R> extends Collector<T, A, R> {

  /** A partial result as JSON. */
  JsonElement keep(A partial);

  /**
   * The partial result that was kept; exactly the same one.
   *
   * @throws io.github.inceptionlens.core.UserError when the scan cannot be done at all
   * @throws RuntimeException when the JSON is not of this collector, or what it stands for is not
   *     there any more; then all is collected anew
   */
  A restored(JsonElement kept);
}
