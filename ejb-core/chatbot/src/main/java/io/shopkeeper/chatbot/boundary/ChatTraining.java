package io.shopkeeper.chatbot.boundary;

import io.shopkeeper.chatbot.training.IntentForm;
import io.shopkeeper.chatbot.training.IntentTrainingJob;
import io.shopkeeper.nlp.intent.IntentTrainer;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingRequest;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
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
  public List<String> models() {
    return List.of(MODEL);
  }

  @Override
  public List<String> algorithms(String model) {
    return List.of(IntentTrainer.ALGORITHM);
  }

  /** There is one algorithm, and nothing to choose of it. */
  @Override
  public List<AlgorithmForm> forms(String model, Locale locale) {
    return List.of(IntentForm.in(locale));
  }

  /** By cross-validation, always. */
  @Override
  public List<String> evaluations(String model) {
    return List.of();
  }

  @Override
  public JobView train(String model, TrainingRequest request, String by) {
    if (request.algorithm() != null && !request.algorithm().equals(IntentTrainer.ALGORITHM)) {
      throw InvalidInputException.of("/algorithm", "must be " + IntentTrainer.ALGORITHM);
    }
    request.options().keySet().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw InvalidInputException.of("/options/" + name, "is not an option; there is none");
            });
    return jobs.submit(
        IntentTrainingJob.KIND,
        MODEL + ": " + IntentTrainer.ALGORITHM,
        Map.of("algorithm", IntentTrainer.ALGORITHM),
        by);
  }
}
