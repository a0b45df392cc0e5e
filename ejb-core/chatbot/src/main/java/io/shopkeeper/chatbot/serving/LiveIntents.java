package io.shopkeeper.chatbot.serving;

import io.shopkeeper.chatbot.boundary.ChatTraining;
import io.shopkeeper.nlp.intent.IntentModel;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
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

/** The live version in memory; after a promotion the next text is understood by the new one. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveIntents {

  private static final System.Logger LOG = System.getLogger(LiveIntents.class.getName());

  @Inject private ModelRegistry registry;

  private final ReentrantLock loading = new ReentrantLock();
  private final AtomicInteger promotions = new AtomicInteger(1);
  private volatile Loaded loaded = new Loaded(0, null);

  private record Loaded(int promotion, Serving serving) {}

  /** What answers. */
  public record Serving(int version, IntentModel model) {}

  /** Notes that another version is to serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    if (event.name().equals(ChatTraining.MODEL)) {
      promotions.incrementAndGet();
    }
  }

  /** The version that serves; empty while none is live. */
  public Optional<Serving> current() {
    if (loaded.promotion() != promotions.get()) {
      loading.lock();
      try {
        load(promotions.get());
      } finally {
        loading.unlock();
      }
    }
    return Optional.ofNullable(loaded.serving());
  }

  private void load(int promotion) {
    if (loaded.promotion() == promotion) {
      return;
    }
    Serving serving = loaded.serving();
    Optional<ModelVersionView> live = registry.live(ChatTraining.MODEL);
    if (live.isPresent()) {
      int version = live.get().version();
      try {
        serving =
            new Serving(version, IntentModel.read(registry.artefact(ChatTraining.MODEL, version)));
        LOG.log(System.Logger.Level.INFO, "SHOP-5001 chat-intents v{0} serves", version);
      } catch (IOException | ConflictException damaged) {
        LOG.log(
            System.Logger.Level.ERROR,
            "SHOP-5002 chat-intents v" + version + " cannot be loaded",
            damaged);
      }
    }
    loaded = new Loaded(promotion, serving);
  }
}
