package io.shopkeeper.prediction.serving;

import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.model.PredictionModel;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models that predict: as many as the shop has trained, each with its live version. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LivePredictions {

  @Inject private ModelRegistry registry;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private final Map<String, PromotedModel<PredictionModel>> asked = new ConcurrentHashMap<>();

  /** Lets another version predict. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    PromotedModel<PredictionModel> model = asked.get(event.name());
    if (model != null) {
      model.promoted(event);
    }
  }

  /** The version that predicts; empty while none is live, or none can be read. */
  public Optional<PromotedModel.Serving<PredictionModel>> current(String name) {
    PromotedModel<PredictionModel> model = asked.get(name);
    if (model == null) {
      // Names come from callers: only those of models are kept.
      if (registry.live(name).isEmpty()) {
        return Optional.empty();
      }
      model = asked.computeIfAbsent(name, this::of);
    }
    return model.current();
  }

  private PromotedModel<PredictionModel> of(String name) {
    return new PromotedModel<>(
        registry,
        executor,
        new PromotedModel.Kind<>(name, PredictionModel::read, "SHOP-8004", "SHOP-8001"));
  }
}
