package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.boundary.PurchaseRanking;
import io.shopkeeper.recommendation.model.PurchaseModel;
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

/**
 * The model that ranks by the probability of a purchase; without one the blend ranks. One that is
 * of other features cannot be used.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LivePurchaseModel {

  @Inject private ModelRegistry registry;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private PromotedModel<PurchaseModel> model;

  @PostConstruct
  void begin() {
    model =
        new PromotedModel<>(
            registry,
            executor,
            new PromotedModel.Kind<>(
                PurchaseRanking.MODEL, PurchaseModel::read, "SHOP-2008", "SHOP-2009"));
  }

  /** Lets another version serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    model.promoted(event);
  }

  /** The version that ranks; empty while none is live. */
  public Optional<PromotedModel.Serving<PurchaseModel>> current() {
    return model.current();
  }
}
