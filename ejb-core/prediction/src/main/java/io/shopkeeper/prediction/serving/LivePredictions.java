package io.shopkeeper.prediction.serving;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.prediction.model.PredictionModel;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The versions that predict, each loaded when it is first asked after its promotion. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LivePredictions {

  private static final System.Logger LOG = System.getLogger(LivePredictions.class.getName());

  @Inject private ModelRegistry registry;

  private final Map<String, Serving> loaded = new ConcurrentHashMap<>();

  /** What predicts. */
  public record Serving(int version, PredictionModel model) {}

  /** Notes that another version is to predict. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    loaded.remove(event.name());
  }

  /** The version that predicts; empty while none is live, or it cannot be read. */
  public Optional<Serving> current(String model) {
    Serving known = loaded.get(model);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Serving> fresh = registry.live(model).flatMap(this::load);
    fresh.ifPresent(serving -> loaded.put(model, serving));
    return fresh;
  }

  private Optional<Serving> load(ModelVersionView live) {
    try {
      byte[] artefact = registry.artefact(live.name(), live.version());
      return Optional.of(new Serving(live.version(), PredictionModel.read(artefact)));
    } catch (IOException | ConflictException damaged) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-8001 " + live.name() + " v" + live.version() + " cannot be loaded",
          damaged);
      return Optional.empty();
    }
  }
}
