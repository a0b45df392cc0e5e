package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The model that serves. After a promotion the next request loads the new version; requests that
 * come meanwhile are still answered by the old one.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveModel {

  private static final System.Logger LOG = System.getLogger(LiveModel.class.getName());

  @Inject private ModelRegistry registry;

  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicInteger promotions = new AtomicInteger(1);
  private volatile Loaded loaded = new Loaded(0, 0, null);

  /** A version in memory. */
  private record Loaded(int promotion, int version, RecommendationModel model) {

    Optional<Serving> serving() {
      return Optional.ofNullable(model).map(present -> new Serving(version, present));
    }
  }

  /** What answers. */
  public record Serving(int version, RecommendationModel model) {}

  /** Notes that another version is to serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    if (event.name().equals(RecommendationTraining.MODEL)) {
      promotions.incrementAndGet();
    }
  }

  /** The version that serves; empty while none is live. */
  public Optional<Serving> current() {
    Loaded now = loaded;
    if (now.promotion() != promotions.get()) {
      if (now.model() == null) {
        loading.lock();
      } else if (!loading.tryLock()) {
        return now.serving();
      }
      try {
        load();
      } finally {
        loading.unlock();
      }
    }
    return loaded.serving();
  }

  private void load() {
    int promotion = promotions.get();
    if (loaded.promotion() == promotion) {
      return;
    }
    Optional<ModelVersionView> live = registry.live(RecommendationTraining.MODEL);
    if (live.isEmpty()) {
      loaded = new Loaded(promotion, 0, null);
      return;
    }
    int version = live.get().version();
    try {
      RecommendationModel model =
          RecommendationModel.read(registry.artefact(RecommendationTraining.MODEL, version));
      loaded = new Loaded(promotion, version, model);
      LOG.log(System.Logger.Level.INFO, "SHOP-2001 recommendation v{0} serves", version);
    } catch (IOException | ConflictException damaged) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-2002 recommendation v"
              + version
              + " cannot be loaded; v"
              + loaded.version()
              + " goes on serving",
          damaged);
      loaded = new Loaded(promotion, loaded.version(), loaded.model());
    }
  }
}
