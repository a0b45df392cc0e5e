package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.recommendation.boundary.PurchaseRanking;
import io.shopkeeper.recommendation.model.PurchaseModel;
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
 * The model that ranks by the probability of a purchase. After a promotion the next request loads
 * the new version; requests that come meanwhile are still ranked by the old one. A version that
 * cannot be read, or is of other features, leaves the one before; without one the blend ranks.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LivePurchaseModel {

  private static final System.Logger LOG = System.getLogger(LivePurchaseModel.class.getName());

  @Inject private ModelRegistry registry;

  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicInteger promotions = new AtomicInteger(1);
  private volatile Loaded loaded = new Loaded(0, 0, Optional.empty());

  /** A version in memory. */
  private record Loaded(int promotion, int version, Optional<PurchaseModel> model) {}

  /** Notes that another version is to serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    if (event.name().equals(PurchaseRanking.MODEL)) {
      promotions.incrementAndGet();
    }
  }

  /** The model that ranks; empty while none is live. */
  public Optional<PurchaseModel> current() {
    Loaded now = loaded;
    if (now.promotion() != promotions.get()) {
      if (now.model().isEmpty()) {
        loading.lock();
      } else if (!loading.tryLock()) {
        return now.model();
      }
      try {
        load();
      } finally {
        loading.unlock();
      }
    }
    return loaded.model();
  }

  private void load() {
    int promotion = promotions.get();
    if (loaded.promotion() == promotion) {
      return;
    }
    Optional<ModelVersionView> live = registry.live(PurchaseRanking.MODEL);
    if (live.isEmpty()) {
      loaded = new Loaded(promotion, 0, Optional.empty());
      return;
    }
    int version = live.get().version();
    try {
      PurchaseModel model = PurchaseModel.read(registry.artefact(PurchaseRanking.MODEL, version));
      loaded = new Loaded(promotion, version, Optional.of(model));
      LOG.log(System.Logger.Level.INFO, "SHOP-2008 purchase-ranking v{0} ranks", version);
    } catch (IOException | ConflictException unusable) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-2009 purchase-ranking v"
              + version
              + " cannot be used; "
              + (loaded.version() == 0 ? "the blend ranks" : "v" + loaded.version() + " goes on"),
          unusable);
      loaded = new Loaded(promotion, loaded.version(), loaded.model());
    }
  }
}
