package io.shopkeeper.ml.kernel;

import io.shopkeeper.ml.kernel.blas.BlasKernels;
import io.shopkeeper.ml.kernel.foreign.ForeignLibrary.UnavailableException;
import io.shopkeeper.ml.kernel.scalar.ScalarKernels;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/**
 * The backends of this machine, looked at once: each is loaded, tested against the scalar
 * reference, and the best that passed computes. Why a better one does not is logged once and kept
 * for whoever asks. Safe for use by several threads.
 */
public final class KernelBackends implements AutoCloseable {

  /** Backends by falling preference, and the word for "the best". */
  public static final List<String> CHOICES = List.of("auto", "cuda", "blas", "vector", "scalar");

  private static final String VECTOR = "io.shopkeeper.ml.kernel.vector.VectorKernels";
  private static final double CLEARLY_FASTER = 1.05;

  private static volatile Supplier<KernelBackends> owner;
  private static volatile KernelBackends ownerless;

  private final Workers workers;
  private final String choice;
  private final List<BackendFinding> findings = new ArrayList<>();
  private final List<Runnable> closings = new ArrayList<>();
  private Kernels steady;
  private Kernels cpu;
  private Kernels kernels;

  private KernelBackends(Workers workers, String choice) {
    this.workers = workers;
    this.choice = choice;
  }

  /**
   * Looks at this machine.
   *
   * @param choice one of {@link #CHOICES}; a backend that cannot compute gives way to the next
   */
  public static KernelBackends start(Workers workers, String choice) {
    String wanted = choice.toLowerCase(Locale.ROOT);
    if (!CHOICES.contains(wanted)) {
      throw new IllegalArgumentException(
          "the backend must be one of %s, but is %s".formatted(String.join(", ", CHOICES), choice));
    }
    var backends = new KernelBackends(workers, wanted);
    backends.choose();
    return backends;
  }

  /** Those that the owner of this process installed; the best CPU kernels on one thread before. */
  public static KernelBackends current() {
    Supplier<KernelBackends> installed = owner;
    return installed == null ? ownerless() : installed.get();
  }

  private static KernelBackends ownerless() {
    synchronized (KernelBackends.class) {
      if (ownerless == null) {
        ownerless = start(Workers.callerOnly(), "auto");
      }
      return ownerless;
    }
  }

  /**
   * Says whose backends algorithms use from now on.
   *
   * @param backends asked at each {@link #current}; null where the owner goes
   */
  public static void install(Supplier<KernelBackends> backends) {
    owner = backends;
  }

  /** What computes. */
  public Kernels kernels() {
    return kernels;
  }

  /** The best on the CPU: for work that is too small for a device. */
  public Kernels cpu() {
    return cpu;
  }

  /**
   * The best on the CPU that no measurement of speed chose: the vector unit's, plain loops without
   * it. Where the same bytes must come out in every run, another provider must not win one day and
   * lose the next.
   */
  public Kernels steady() {
    return steady;
  }

  /** The threads that were handed in. */
  public Workers workers() {
    return workers;
  }

  /** What became of each backend, in the order of preference. */
  public List<BackendFinding> findings() {
    return List.copyOf(findings);
  }

  private void choose() {
    Kernels scalar = new ScalarKernels(workers);
    Optional<Kernels> vector = vector();
    Kernels plain = vector.filter(found -> !choice.equals("scalar")).orElse(scalar);
    steady = plain;
    Optional<Kernels> blas =
        choice.equals("scalar") || choice.equals("vector") ? Optional.empty() : blas(plain);
    cpu = blas.orElse(plain);
    kernels = choice.equals("auto") || choice.equals("cuda") ? devices(cpu).orElse(cpu) : cpu;
    findings.add(new BackendFinding("scalar", true, false, scalar.description()));
    findings.replaceAll(
        found ->
            new BackendFinding(
                found.name(), found.usable(), found.name().equals(kernels.name()), found.detail()));
  }

  private Optional<Kernels> vector() {
    try {
      Kernels loaded =
          Class.forName(VECTOR)
              .asSubclass(Kernels.class)
              .getConstructor(Workers.class)
              .newInstance(workers);
      return tested(loaded);
    } catch (InvocationTargetException broken) {
      return without("vector", broken.getCause().toString());
    } catch (ReflectiveOperationException | LinkageError missing) {
      return without(
          "vector",
          "the module jdk.incubator.vector is not loaded (start Java with --add-modules=jdk.incubator.vector)");
    }
  }

  private Optional<Kernels> blas(Kernels rest) {
    try {
      BlasKernels loaded = BlasKernels.load(rest, workers);
      Optional<String> fault = KernelSelfTest.fault(loaded);
      double advantage = fault.isPresent() ? 0 : GemmContest.advantage(rest, loaded);
      boolean wins = advantage >= CLEARLY_FASTER || (fault.isEmpty() && choice.equals("blas"));
      if (!wins) {
        loaded.close();
        return without("blas", fault.orElseGet(() -> slower(rest, advantage)));
      }
      closings.add(loaded::close);
      findings.addFirst(
          new BackendFinding(
              "blas",
              true,
              false,
              String.format(
                  Locale.ROOT,
                  "%s; large products %.2f times as fast as %s",
                  loaded.description(),
                  advantage,
                  rest.name())));
      return Optional.of(loaded);
    } catch (UnavailableException missing) {
      return without("blas", missing.getMessage());
    }
  }

  private static String slower(Kernels rest, double advantage) {
    return String.format(
        Locale.ROOT,
        "loads, but %s is as fast: OpenBLAS reaches %.2f of its speed",
        rest.name(),
        advantage);
  }

  private Optional<Kernels> devices(Kernels rest) {
    try {
      for (KernelProvider provider :
          ServiceLoader.load(KernelProvider.class, KernelBackends.class.getClassLoader())) {
        KernelProvider.Attempt attempt = provider.open(rest, workers);
        if (attempt.kernels().isEmpty()) {
          without(provider.name(), attempt.detail());
        }
        closings.add(attempt.closing());
        Optional<Kernels> passed = attempt.kernels().flatMap(this::tested);
        if (passed.isPresent()) {
          return passed;
        }
      }
    } catch (ServiceConfigurationError | LinkageError broken) {
      without("cuda", broken.toString());
    }
    if (findings.stream().noneMatch(found -> found.name().equals("cuda"))) {
      findings.addFirst(
          new BackendFinding(
              "cuda", false, false, "the module ml-cuda is not part of this program"));
    }
    return Optional.empty();
  }

  private Optional<Kernels> tested(Kernels loaded) {
    Optional<String> fault = KernelSelfTest.fault(loaded);
    if (fault.isPresent()) {
      return without(loaded.name(), "failed its self-test, " + fault.get());
    }
    findings.addFirst(new BackendFinding(loaded.name(), true, false, loaded.description()));
    return Optional.of(loaded);
  }

  private Optional<Kernels> without(String name, String reason) {
    findings.addFirst(new BackendFinding(name, false, false, reason));
    return Optional.empty();
  }

  /** Gives libraries and devices back. Nothing may compute any more. */
  @Override
  public void close() {
    closings.forEach(Runnable::run);
    closings.clear();
  }
}
