package io.shopkeeper.recommendation.serving;

import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.PromotedModel;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.model.RecommendationModel;
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

/** The model that recommends. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveModel {

  @Inject private ModelRegistry registry;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private PromotedModel<RecommendationModel> model;

  @PostConstruct
  void begin() {
    model =
        new PromotedModel<>(
            registry,
            executor,
            new PromotedModel.Kind<>(
                RecommendationTraining.MODEL, RecommendationModel::read, "SHOP-2001", "SHOP-2002"));
  }

  /** Lets another version serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    model.promoted(event);
  }

  /** The version that serves; empty while none is live. */
  public Optional<PromotedModel.Serving<RecommendationModel>> current() {
    return model.current();
  }
}
