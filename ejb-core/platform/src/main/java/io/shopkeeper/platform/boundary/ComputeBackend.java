package io.shopkeeper.platform.boundary;

import io.shopkeeper.ml.kernel.KernelBackends;
import io.shopkeeper.ml.kernel.KernelSelfTest;
import io.shopkeeper.ml.kernel.Workers;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The numeric kernels of this server: chosen soon after the start, or when first needed, on threads
 * of the server's. An administrator may choose another backend; jobs that run go on with the one
 * they began with.
 */
@ManagedExecutorDefinition(name = "java:app/concurrent/ShopkeeperKernels", maxAsync = 32)
@Singleton
@Startup
@DependsOn("DatabaseMigrator")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ComputeBackend {

  private static final System.Logger LOG = System.getLogger(ComputeBackend.class.getName());

  /** The setting that holds the administrator's choice. */
  static final SettingDefinition SETTING =
      SettingDefinition.choice("compute.backend", KernelBackends.CHOICES)
          .ownedBy(ComputeBackend.class);

  private static final int MOST_THREADS = 32;

  /** To test and time backends takes both processors of a small machine: not while it starts. */
  private static final Duration AFTER_START = Duration.ofSeconds(20);

  @Resource(lookup = "java:app/concurrent/ShopkeeperKernels")
  private ManagedExecutorService executor;

  @Resource private ManagedScheduledExecutorService scheduler;

  @Inject private Settings settings;

  private final List<KernelBackends> started = new ArrayList<>();
  private volatile Workers workers;
  private KernelBackends backends;
  private String wanted;
  private boolean ended;
  private Future<?> look;

  @PostConstruct
  void begin() {
    int threads = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    workers = Workers.of(executor, threads);
    settings.offer(SETTING);
    wanted = settings.text(SETTING);
    KernelBackends.install(this::backends);
    look = scheduler.schedule(this::backends, AFTER_START.toSeconds(), TimeUnit.SECONDS);
  }

  /** What computes, and what became of the others. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public ComputeView facts() {
    KernelBackends now = backends();
    return new ComputeView(
        now.kernels().name(),
        now.kernels().description(),
        wanted(),
        workers.width(),
        now.findings().stream()
            .map(
                found ->
                    new ComputeView.Backend(
                        found.name(), found.usable(), found.chosen(), found.detail()))
            .toList());
  }

  /**
   * Compares the kernels with the reference now: the first fault in words, empty if all is right.
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<String> selfTest() {
    return KernelSelfTest.fault(backends().kernels());
  }

  /** Somebody chose under the settings. */
  public void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChanged event) {
    if (event.name().equals(SETTING.name())) {
      String choice = event.value().orElse(SETTING.defaultValue());
      if (!choice.equals(wanted())) {
        use(choice);
      }
    }
  }

  private synchronized String wanted() {
    return wanted;
  }

  private synchronized KernelBackends backends() {
    if (backends == null) {
      if (ended) {
        throw new IllegalStateException("the server is stopping");
      }
      use(wanted);
    }
    return backends;
  }

  private synchronized void use(String choice) {
    KernelBackends next = KernelBackends.start(workers, choice);
    started.add(next);
    backends = next;
    wanted = choice;
    LOG.log(
        System.Logger.Level.INFO,
        "SHOP-0020 {0} kernels compute: {1}",
        next.kernels().name(),
        next.kernels().description());
    next.findings().stream()
        .filter(found -> !found.usable())
        .forEach(
            found ->
                LOG.log(
                    System.Logger.Level.INFO,
                    "SHOP-0021 {0} kernels are not used: {1}",
                    found.name(),
                    found.detail()));
  }

  /** Only now: until then a job may hold on to any of them. */
  @PreDestroy
  synchronized void end() {
    ended = true;
    look.cancel(false);
    KernelBackends.install(null);
    started.forEach(KernelBackends::close);
  }
}
