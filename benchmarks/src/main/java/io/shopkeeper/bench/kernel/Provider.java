package io.shopkeeper.bench.kernel;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.Workers;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The kernels of one provider on all cores. */
@State(Scope.Benchmark)
public class Provider {

  /** Which. */
  @Param({"scalar", "vector", "blas"})
  public String provider;

  private ForkJoinPool pool;
  private KernelBackends backends;

  /** Starts it. */
  @Setup(Level.Trial)
  public void start() {
    int width = Runtime.getRuntime().availableProcessors();
    pool = new ForkJoinPool(width);
    backends = KernelBackends.start(Workers.of(pool, width), provider);
    if (!backends.kernels().name().equals(provider)) {
      throw new IllegalStateException(provider + " does not run here: " + backends.findings());
    }
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void stop() {
    backends.close();
    pool.close();
  }

  Kernels kernels() {
    return backends.kernels();
  }

  /** Numbers from −1 to 1, the same for the same seed. */
  static float[] numbers(int count, long seed) {
    var random = new SplittableRandom(seed);
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) (2 * random.nextDouble() - 1);
    }
    return numbers;
  }
}
