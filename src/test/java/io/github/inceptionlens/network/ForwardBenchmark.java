package io.github.inceptionlens.network;

import io.github.inceptionlens.core.FloatImages;
import java.util.*;

public class ForwardBenchmark {
  public static void main(String[] a) {
    TorchEngine engine = TorchEngine.start((f, w) -> System.out.println(w));
    engine.useThreads(2);
    Architecture arch = Blueprint.CAFFE.architecture();
    Map<String, float[]> v = new HashMap<>();
    Random r = new Random(1);
    for (TensorSpec s : arch.tensors()) {
      float[] f = new float[s.count()];
      double sd = s.shape().size() > 1 ? Math.sqrt(2.0 / (s.count() / s.shape().get(0))) : 0.01;
      for (int i = 0; i < f.length; i++) f[i] = (float) (r.nextGaussian() * sd);
      v.put(s.name(), f);
    }
    InceptionV1 net = new InceptionV1(engine, arch, new Weights(arch.tensors(), v));
    int n = a.length > 0 ? Integer.parseInt(a[0]) : 224;
    List<float[]> p = new ArrayList<>();
    for (int c = 0; c < 3; c++) {
      float[] f = new float[n * n];
      for (int i = 0; i < f.length; i++) f[i] = r.nextInt(256);
      p.add(f);
    }
    var pic = FloatImages.of(n, n, p);
    System.out.println(time(() -> net.run(pic, List.of(Architecture.LOGITS))) + " ms forward");
    System.out.println(
        time(() -> Gradients.of(net, pic, Objective.logit(0))) + " ms forward+backward");
  }

  static double time(Runnable run) {
    double[] t = new double[21];
    for (int i = -4; i < t.length; i++) {
      long s = System.nanoTime();
      run.run();
      if (i >= 0) t[i] = (System.nanoTime() - s) / 1e6;
    }
    Arrays.sort(t);
    return t[t.length / 2];
  }
}
