package io.shopkeeper.prediction.serving;

import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.prediction.boundary.CustomerValueTraining;
import io.shopkeeper.prediction.model.ValueModel;
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
import java.util.concurrent.atomic.AtomicReference;

/** The version that says what customers are worth, loaded when it is first asked. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveCustomerValue {

  private static final System.Logger LOG = System.getLogger(LiveCustomerValue.class.getName());

  @Inject private ModelRegistry registry;

  private final AtomicReference<Serving> loaded = new AtomicReference<>();

  /** What serves. */
  public record Serving(int version, ValueModel model) {}

  /** Notes that another version is to serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    if (event.name().equals(CustomerValueTraining.MODEL)) {
      loaded.set(null);
    }
  }

  /** The version that serves; empty while none is live, or it cannot be read. */
  public Optional<Serving> current() {
    Serving known = loaded.get();
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Serving> fresh = registry.live(CustomerValueTraining.MODEL).flatMap(this::load);
    fresh.ifPresent(loaded::set);
    return fresh;
  }

  private Optional<Serving> load(ModelVersionView live) {
    try {
      byte[] artefact = registry.artefact(live.name(), live.version());
      return Optional.of(new Serving(live.version(), ValueModel.read(artefact)));
    } catch (IOException | ConflictException damaged) {
      LOG.log(
          System.Logger.Level.ERROR,
          "SHOP-8002 " + live.name() + " v" + live.version() + " cannot be loaded",
          damaged);
      return Optional.empty();
    }
  }
}
