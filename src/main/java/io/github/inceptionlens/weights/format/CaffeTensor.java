package io.github.inceptionlens.weights.format;

import io.github.inceptionlens.network.architecture.TensorSpec;
import java.io.IOException;

/**
 * A tensor that the table needs and where a Caffe file holds it.
 *
 * @param spec what is expected
 * @param layer Caffe's name of the layer
 * @param range where its blob lies
 */
record CaffeTensor(TensorSpec spec, String layer, ProtobufReader.Range range)
    implements ProtobufFormat.Place {

  @Override
  public float[] read(final ProtobufReader reader, final WeightSource source) throws IOException {
    return new CaffeBlob(this, reader).read(source);
  }

  @Override
  public String toString() {
    return spec.name() + " (Caffe layer " + layer + ")";
  }
}
