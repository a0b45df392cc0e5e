package io.shopkeeper.bench;

import io.shopkeeper.bench.peer.Timed;
import io.shopkeeper.ml.kernel.FloatBlock;
import io.shopkeeper.ml.kernel.GemmShape;
import io.shopkeeper.ml.kernel.Kernels;
import io.shopkeeper.ml.kernel.blas.OpenBlas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** sgemm: each of our providers beside OpenBLAS with as many threads. */
final class Products {

  private static final long SPINNING_NANOS = 400_000_000;

  private final List<Kernels> providers;
  private final Optional<OpenBlas> blas;
  private final int threads;

  Products(List<Kernels> providers, Optional<OpenBlas> blas, int threads) {
    this.providers = providers;
    this.blas = blas;
    this.threads = threads;
  }

  List<Row> measure(int n, int runs) {
    var random = new Random(6);
    float[] values = new float[n * n];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    FloatBlock in = FloatBlock.of(values, n);
    FloatBlock out = FloatBlock.of(new float[n * n], n);
    GemmShape shape = GemmShape.of(n, n, n);
    List<Row> rows = new ArrayList<>();
    for (Kernels kernels : providers) {
      Timed ours =
          Turns.timed(
              () -> {
                kernels.gemm(shape, 1f, in, in, 0f, out);
                return out;
              });
      Timed theirs = blas.<Timed>map(library -> () -> alone(library, shape, in, out)).orElse(null);
      Turns.Medians medians = Turns.take(ours, theirs, 4, runs);
      double work = 2e-9 * n * n * n;
      rows.add(
          new Row(
              "sgemm",
              Integer.toString(n),
              kernels.name(),
              work / medians.ours(),
              0,
              blas.isPresent() ? "OpenBLAS, %d threads".formatted(threads) : "",
              work / medians.peer(),
              0,
              "GFLOP/s",
              runs));
    }
    return rows;
  }

  /** Its own threads spin for a while after a call; ours begins when they sleep. */
  private double alone(OpenBlas library, GemmShape shape, FloatBlock in, FloatBlock out) {
    library.threads(threads);
    long start = System.nanoTime();
    library.gemm(shape, 1f, in, in, 0f, out);
    double seconds = (System.nanoTime() - start) * 1e-9;
    library.threads(1);
    LockSupport.parkNanos(SPINNING_NANOS);
    return seconds;
  }
}
