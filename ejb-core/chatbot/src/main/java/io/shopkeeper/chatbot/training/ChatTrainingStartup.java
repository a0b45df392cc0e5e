package io.shopkeeper.chatbot.training;

import io.shopkeeper.chatbot.boundary.ChatPolicy;
import io.shopkeeper.chatbot.boundary.ChatTraining;
import io.shopkeeper.nlp.intent.IntentModel;
import io.shopkeeper.platform.boundary.CardTexts;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelDescription;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.TrainedVersions;
import io.shopkeeper.platform.boundary.TrainingRequest;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;

/** Lets the chat learn; the shipped examples are learnt whenever a release has changed them. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChatTrainingStartup {

  /** Words on its card and of its training. */
  static final String CARD = "io.shopkeeper.chatbot.training.card";

  @Inject private Jobs jobs;
  @Inject private ModelRegistry registry;
  @Inject private ChatTraining training;
  @Inject private ChatPolicy policy;
  @Inject private Clock clock;

  @PostConstruct
  void begin() {
    policy.offer();
    registry.describe(
        new ModelDescription(
            ChatTraining.MODEL,
            CardTexts.of(CARD, ChatTrainingStartup.class.getClassLoader()),
            IntentModel::read));
    jobs.register(new IntentTrainingJob(new TrainedVersions(registry, clock)));
    String hash = ShippedExamples.read().hash();
    boolean learnt =
        registry.versions(ChatTraining.MODEL).stream()
            .anyMatch(version -> learntFrom(version, hash));
    if (!learnt) {
      training.train(ChatTraining.MODEL, TrainingRequest.USUAL, "system");
    }
  }

  private static boolean learntFrom(ModelVersionView version, String hash) {
    return hash.equals(version.data().contentHash())
        || hash.equals(version.provenance().get("contentHash"));
  }
}
