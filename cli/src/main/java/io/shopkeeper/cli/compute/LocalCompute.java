package io.shopkeeper.cli.compute;

import io.shopkeeper.cli.CommandFailedException;
import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.Workers;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * The kernels of one command, installed while it runs. The environment variable {@value #CHOICE}
 * names a backend; the best that passes its self-test computes otherwise.
 */
public final class LocalCompute implements AutoCloseable {

  /** Names a backend. */
  public static final String CHOICE = "SHOPKEEPER_BACKEND";

  private final KernelBackends backends;

  private LocalCompute(KernelBackends backends) {
    this.backends = backends;
  }

  /**
   * Looks at this machine.
   *
   * @throws CommandFailedException if the environment names a backend that does not exist
   */
  public static LocalCompute open(Workers workers) {
    String choice = System.getenv().getOrDefault(CHOICE, "auto").toLowerCase(Locale.ROOT);
    if (!KernelBackends.CHOICES.contains(choice)) {
      throw new CommandFailedException(
          "%s must be one of %s, but is %s"
              .formatted(CHOICE, String.join(", ", KernelBackends.CHOICES), choice));
    }
    var compute = new LocalCompute(KernelBackends.start(workers, choice));
    KernelBackends.install(() -> compute.backends);
    return compute;
  }

  /** What was found. */
  public KernelBackends backends() {
    return backends;
  }

  /**
   * Works on a pool's threads.
   *
   * @throws ExecutionException with what the work threw
   */
  public <T> T call(ForkJoinPool pool, Callable<T> work)
      throws InterruptedException, ExecutionException {
    return pool.submit(work).get();
  }

  @Override
  public void close() {
    KernelBackends.install(null);
    backends.close();
  }
}
