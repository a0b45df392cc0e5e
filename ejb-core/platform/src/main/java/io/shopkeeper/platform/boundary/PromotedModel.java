package io.shopkeeper.platform.boundary;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The live version of a model, in memory. A version that is promoted is loaded before it serves, so
 * that nobody waits for it; the promotion is answered when it does. One that cannot be read leaves
 * the one before. Safe for several threads.
 *
 * @param <T> what the artefact is read as
 */
public final class PromotedModel<T> {

  /**
   * The threads that load: their own, for those of the server may all be taken by long work when a
   * version is promoted.
   */
  public static final String EXECUTOR = "java:app/concurrent/ShopkeeperModels";

  private static final System.Logger LOG = System.getLogger(PromotedModel.class.getName());
  private static final long PATIENCE_SECONDS = 60;

  private final ModelRegistry registry;
  private final ExecutorService executor;
  private final Kind<T> kind;

  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicInteger promotions = new AtomicInteger(1);
  private volatile Loaded<T> loaded = new Loaded<>(0, Optional.empty());

  /** Read to see whether it can be promoted, and not loaded yet; null for none. */
  private volatile Serving<T> prepared;

  /** Reads an artefact. */
  @FunctionalInterface
  public interface Reader<T> {

    /**
     * A model.
     *
     * @throws IOException if the bytes are none
     */
    T read(byte[] artefact) throws IOException;
  }

  /**
   * Which model, and what is said of it.
   *
   * @param name in the registry
   * @param serves the number of the message that a version serves
   * @param unusable the number of the message that one cannot be used
   */
  public record Kind<T>(String name, Reader<T> reader, String serves, String unusable) {}

  /** A version that serves. */
  public record Serving<T>(int version, T model) {}

  /** What was loaded after so many promotions. */
  private record Loaded<T>(int promotion, Optional<Serving<T>> serving) {}

  /** Loads nothing yet. */
  public PromotedModel(ModelRegistry registry, ExecutorService executor, Kind<T> kind) {
    this.registry = registry;
    this.executor = executor;
    this.kind = kind;
  }

  /**
   * Loads the version that was promoted and lets it serve; to be called when the promotion is
   * committed. In another thread, for this one may still belong to the transaction.
   */
  public void promoted(ModelPromoted event) {
    if (!event.name().equals(kind.name())) {
      return;
    }
    try {
      await(executor.submit(this::follow));
    } catch (RejectedExecutionException busy) {
      promotions.incrementAndGet();
    }
  }

  /**
   * Reads a version that is about to be promoted, so that it need not be read again when it is.
   *
   * @return whether it can be read
   */
  boolean prepare(int version, byte[] artefact) {
    try {
      prepared = new Serving<>(version, kind.reader().read(artefact));
      return true;
    } catch (IOException | IllegalArgumentException unreadable) {
      LOG.log(System.Logger.Level.DEBUG, "a version cannot be promoted", unreadable);
      return false;
    }
  }

  private void follow() {
    loading.lock();
    try {
      promotions.incrementAndGet();
      load();
    } finally {
      loading.unlock();
    }
  }

  private void await(Future<?> loads) {
    try {
      loads.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException problem) {
      LOG.log(
          System.Logger.Level.WARNING,
          kind.name() + " was promoted and is not loaded yet; the next to ask tries again",
          problem);
    }
  }

  /** The version that serves; empty while none is live. */
  public Optional<Serving<T>> current() {
    Loaded<T> now = loaded;
    if (now.promotion() == promotions.get()) {
      return now.serving();
    }
    if (now.serving().isEmpty()) {
      loading.lock();
    } else if (!loading.tryLock()) {
      return now.serving();
    }
    try {
      load();
    } finally {
      loading.unlock();
    }
    return loaded.serving();
  }

  private void load() {
    int promotion = promotions.get();
    if (loaded.promotion() != promotion) {
      loaded = new Loaded<>(promotion, registry.live(kind.name()).flatMap(this::read));
    }
  }

  private Serving<T> take(int version) throws IOException {
    Serving<T> ready = prepared;
    prepared = null;
    return ready != null && ready.version() == version
        ? ready
        : new Serving<>(version, kind.reader().read(registry.artefact(kind.name(), version)));
  }

  private Optional<Serving<T>> read(ModelVersionView live) {
    Optional<Serving<T>> before = loaded.serving();
    try {
      Serving<T> serving = take(live.version());
      LOG.log(
          System.Logger.Level.INFO,
          "{0} {1} v{2} serves",
          kind.serves(),
          kind.name(),
          live.version());
      return Optional.of(serving);
    } catch (IOException | ConflictException damaged) {
      LOG.log(
          System.Logger.Level.ERROR,
          "%s %s v%d cannot be used; %s"
              .formatted(
                  kind.unusable(),
                  kind.name(),
                  live.version(),
                  before.map(old -> "v" + old.version() + " goes on").orElse("none serves")),
          damaged);
      return before;
    }
  }
}
