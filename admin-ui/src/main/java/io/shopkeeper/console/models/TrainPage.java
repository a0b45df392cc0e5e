package io.shopkeeper.console.models;

import io.shopkeeper.console.access.Me;
import io.shopkeeper.console.frame.Asked;
import io.shopkeeper.console.frame.Faults;
import io.shopkeeper.console.frame.Formats;
import io.shopkeeper.console.frame.NotFound;
import io.shopkeeper.console.frame.Reader;
import io.shopkeeper.console.frame.Say;
import io.shopkeeper.console.frame.Words;
import io.shopkeeper.platform.boundary.AlgorithmForm;
import io.shopkeeper.platform.boundary.AuditTrail;
import io.shopkeeper.platform.boundary.ConflictException;
import io.shopkeeper.platform.boundary.FieldError;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Trainable;
import io.shopkeeper.platform.boundary.TrainingExecutors;
import io.shopkeeper.platform.boundary.TrainingPlace;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.platform.boundary.WorkerView;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.training.TuningOrder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to train and how: an algorithm, a preset, and every option of it as a field that is made
 * from what the algorithm says of it. Algorithm and preset are part of the address, so a choice can
 * be shared; the fields are sent when the training starts.
 */
@Named("train")
@RequestScoped
public class TrainPage {

  @Inject private ModelRegistry registry;
  @Inject private TrainingExecutors executors;
  @Inject @Any private Instance<Trainable> trainables;
  @Inject private TrainFields fields;
  @Inject private TuningFields tuning;
  @Inject private AuditTrail audit;
  @Inject private Reader reader;
  @Inject private Formats formats;
  @Inject private Words words;
  @Inject private Asked asked;
  @Inject private Me me;
  @Inject private Say say;
  @Inject private Faults sentences;

  private String name;
  private Trainable trainable;
  private List<AlgorithmForm> forms = List.of();
  private List<String> evaluations = List.of();
  private AlgorithmForm form;
  private AlgorithmForm.Preset preset;
  private Map<String, String> values = Map.of();
  private Map<String, String> faults = Map.of();
  private String obstacle;

  @PostConstruct
  void begin() {
    me.require(Right.TRAIN_MODELS);
    name = asked.text("name").orElse(RecommendationModels.RECOMMENDATION);
    trainable =
        trainables.stream().filter(one -> one.models().contains(name)).findFirst().orElse(null);
    if (trainable != null) {
      forms = trainable.forms(name, reader.getLocale());
      evaluations = trainable.evaluations(name);
      choose();
    }
  }

  private void choose() {
    Map<String, String> copied = copied();
    String wanted = asked.text("algorithm").orElse(copied.get("algorithm"));
    form =
        forms.stream()
            .filter(one -> one.name().equals(wanted))
            .findFirst()
            .orElse(forms.getFirst());
    preset = form.preset(asked.text("preset").orElse(null)).orElse(form.presets().getFirst());
    values = new LinkedHashMap<>(preset.values());
    if (form.name().equals(wanted) && asked.text("preset").isEmpty()) {
      values.replaceAll((option, usual) -> copied.getOrDefault(option, usual));
    }
    form.fields().forEach(field -> fields.sent(field).ifPresent(v -> values.put(field.name(), v)));
  }

  /** The settings of a version that is to be trained again, with its algorithm. */
  private Map<String, String> copied() {
    return asked
        .number("from")
        .flatMap(number -> registry.find(name, Math.toIntExact(number)))
        .map(
            version -> {
              var copy = new LinkedHashMap<>(version.hyperParameters());
              copy.put("algorithm", version.algorithm());
              copy.put("seed", Long.toString(version.seed()));
              return (Map<String, String>) copy;
            })
        .orElse(Map.of());
  }

  /** Says so where there is no such model. */
  public void load() throws IOException {
    if (trainable == null) {
      NotFound.answer();
    }
  }

  /** Starts the training and goes to its job; stays where something is wrong. */
  public String start() {
    try {
      JobView job =
          trainable.train(
              name,
              new TrainingRequest(
                  form.name(),
                  preset.name(),
                  form.fields().isEmpty() ? Map.of() : values,
                  fields.seed(),
                  asked.raw("executor").orElse(null),
                  getEvaluation(),
                  tuning.order(form)),
              me.getName());
      audit.record(me.getName(), "model.train", name, form.name());
      return "/job?id=" + job.id() + "&faces-redirect=true";
    } catch (InvalidInputException wrong) {
      faults = new LinkedHashMap<>();
      for (FieldError error : wrong.errors()) {
        faults.putIfAbsent(
            error.pointer().replaceFirst("^/(options/|tuning/)?", ""), error.message());
      }
      return null;
    } catch (ConflictException unready) {
      say.badText(sentences.say(unready.getMessage()));
      return null;
    }
  }

  /**
   * Why a training as the form has it could only fail, or if not that, a search for options; empty
   * for neither and where something is wrong with the form.
   */
  public String getObstacle() {
    if (obstacle == null) {
      obstacle = sentences.say(firstObstacle());
    }
    return obstacle;
  }

  private String firstObstacle() {
    try {
      return obstacle(null)
          .or(() -> getSearched().isEmpty() ? Optional.empty() : obstacle(TuningOrder.usual()))
          .orElse("");
    } catch (InvalidInputException wrong) {
      return "";
    }
  }

  private Optional<String> obstacle(TuningOrder order) {
    return trainable.obstacle(
        name,
        new TrainingRequest(
            form.name(),
            preset.name(),
            form.fields().isEmpty() ? Map.of() : values,
            null,
            null,
            null,
            order));
  }

  /** The fields of the form. */
  public List<TrainFields.Field> getFields() {
    return form.fields().stream()
        .map(field -> fields.of(field, values, preset, faults.get(field.name())))
        .toList();
  }

  /** Fields that are wrong. */
  public List<TrainFields.Field> getWrong() {
    return getFields().stream().filter(field -> !field.fault().isEmpty()).toList();
  }

  /** The seed as it was typed, or as a copied version had it. */
  public String getSeed() {
    return asked
        .raw("seed")
        .orElseGet(() -> copied().getOrDefault("seed", Long.toString(TrainingRequest.USUAL_SEED)));
  }

  public String getSeedFault() {
    return fields.say(faults.get("seed"));
  }

  /** Whether it learns from the rows of a data set, not from what visitors did. */
  public boolean isOfRows() {
    return name.startsWith(Words.PREDICTION);
  }

  /** How it can be measured. */
  public List<String> getEvaluations() {
    return evaluations;
  }

  /** How it is measured. */
  public String getEvaluation() {
    return asked
        .raw("evaluation")
        .filter(evaluations::contains)
        .orElse(evaluations.isEmpty() ? null : evaluations.getFirst());
  }

  public String getEvaluationFault() {
    return fields.say(faults.get("evaluation"));
  }

  /** The options that can be searched. */
  public List<TuningFields.Searched> getSearched() {
    return tuning.of(form, faults);
  }

  /** What is wrong with the search as a whole, or with its numbers. */
  public String tuningFault(String field) {
    return fields.say(faults.get(field));
  }

  /** Whether anything of the search or the evaluation is wrong. */
  public boolean isSearchWrong() {
    return faults.keySet().stream()
        .anyMatch(
            name ->
                name.startsWith("ranges")
                    || List.of("trials", "minutes", "strategy", "evaluation").contains(name));
  }

  /** Where trainings can run. */
  public List<String> getPlaces() {
    return TrainingPlace.codes();
  }

  /** The place that is chosen. */
  public String getPlace() {
    return asked.raw("executor").filter(getPlaces()::contains).orElse(TrainingPlace.AUTO.code());
  }

  /** What a worker would have, or why there is none. */
  public String getWorker() {
    WorkerView worker = executors.worker();
    return worker.usable()
        ? words.format("train.worker", formats.bytes(worker.memoryBytes()), worker.threads())
        : words.format("train.worker.none", fields.say(worker.problem()));
  }

  public List<AlgorithmForm> getForms() {
    return forms;
  }

  public AlgorithmForm getForm() {
    return form;
  }

  public AlgorithmForm.Preset getPreset() {
    return preset;
  }

  /** The version whose settings are copied; null for none. */
  public Long getFrom() {
    return asked.number("from").orElse(null);
  }

  public String getName() {
    return name;
  }
}
