package io.shopkeeper.chatbot.serving;

import io.shopkeeper.chatbot.boundary.ChatTraining;
import io.shopkeeper.nlp.intent.IntentModel;
import io.shopkeeper.platform.boundary.ModelPromoted;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.PromotedModel;
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

/** The model that understands what is said. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LiveIntents {

  @Inject private ModelRegistry registry;

  @Resource(lookup = PromotedModel.EXECUTOR)
  private ManagedExecutorService executor;

  private PromotedModel<IntentModel> model;

  @PostConstruct
  void begin() {
    model =
        new PromotedModel<>(
            registry,
            executor,
            new PromotedModel.Kind<>(
                ChatTraining.MODEL, IntentModel::read, "SHOP-5001", "SHOP-5002"));
  }

  /** Lets another version serve. */
  public void promoted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ModelPromoted event) {
    model.promoted(event);
  }

  /** The version that understands; empty while none is live. */
  public Optional<PromotedModel.Serving<IntentModel>> current() {
    return model.current();
  }
}
