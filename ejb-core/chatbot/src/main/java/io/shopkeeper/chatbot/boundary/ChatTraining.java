package io.shopkeeper.chatbot.boundary;

import io.shopkeeper.chatbot.training.IntentTrainingJob;
import io.shopkeeper.nlp.intent.IntentTrainer;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Training of the model {@value #MODEL}, by which the chat understands what is wanted. */
@Stateless
@LocalBean
@Local(Trainable.class)
public class ChatTraining implements Trainable {

  /** The model's name in the registry. */
  public static final String MODEL = "chat-intents";

  @Inject private Jobs jobs;

  @Override
  public String model() {
    return MODEL;
  }

  @Override
  public List<String> algorithms() {
    return List.of(IntentTrainer.ALGORITHM);
  }

  @Override
  public JobView train(String algorithm, String by) {
    if (algorithm != null && !algorithm.equals(IntentTrainer.ALGORITHM)) {
      throw InvalidInputException.of("/algorithm", "must be " + IntentTrainer.ALGORITHM);
    }
    return jobs.submit(
        IntentTrainingJob.KIND,
        MODEL + ": " + IntentTrainer.ALGORITHM,
        Map.of("algorithm", IntentTrainer.ALGORITHM),
        by);
  }
}
