package io.shopkeeper.prediction.serving;

import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.prediction.boundary.CustomerValueTraining;
import io.shopkeeper.prediction.model.ValueModel;
import jakarta.annotation.PostConstruct;
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
import java.util.Optional;

/** The model that says what customers are worth. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveCustomerValue {

  @Inject private ModelRegistry registry;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private PromotedModel<ValueModel> model;

  @PostConstruct
  void begin() {
    model =
        new PromotedModel<>(
            registry,
            executor,
            new PromotedModel.Kind<>(
                CustomerValueTraining.MODEL, ValueModel::read, "SHOP-8003", "SHOP-8002"));
  }

  /** Lets another version serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    model.promoted(event);
  }

  /** The version that serves; empty while none is live, or none can be read. */
  public Optional<PromotedModel.Serving<ValueModel>> current() {
    return model.current();
  }
}
