package io.shopkeeper.recommendation.drift;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.person.Histories;
import io.shopkeeper.catalog.boundary.person.PersonRegister;
import io.shopkeeper.ml.drift.RetrainRule;
import io.shopkeeper.ml.drift.TasteShift;
import io.shopkeeper.platform.boundary.DriftLedger;
import io.shopkeeper.platform.boundary.DriftMeasure;
import io.shopkeeper.platform.boundary.InvalidInputException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobQuery;
import io.shopkeeper.platform.boundary.JobView;
import io.shopkeeper.platform.boundary.Jobs;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelTrainingJob;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.platform.boundary.Note;
import io.shopkeeper.platform.boundary.Notifications;
import io.shopkeeper.platform.boundary.Settings;
import io.shopkeeper.platform.boundary.TrainingRequest;
import io.shopkeeper.recommendation.boundary.RecommendationModels;
import io.shopkeeper.recommendation.training.RecommendationTraining;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what visitors turned to in the week before the live version's training with what they
 * turn to since, at most three days back, and starts a training of the same settings where that has
 * moved, or where what is recommended is surely taken up less than in the week before. Each visitor
 * counts once for a product; who does not allow personal use does not count.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DriftCheck {

  private static final String MODEL = RecommendationModels.RECOMMENDATION;
  private static final String KIND = ModelTrainingJob.kindOf(MODEL);
  private static final Duration BETWEEN = Duration.ofMinutes(14);
  private static final Duration RECENT = Duration.ofDays(3);
  private static final Duration REFERENCE = Duration.ofDays(7);

  /** Where a week before the training has too few visits. */
  private static final Duration LONGER = Duration.ofDays(28);

  /** Younger lists may still be taken up. */
  private static final Duration HOUR = Duration.ofHours(1);

  private static final long SEED = 42;
  private static final int MOST_LOOKED_AT = 1000;

  @Inject private BehaviourEvents events;
  @Inject private Histories persons;
  @Inject private HitRates rates;
  @Inject private ModelRegistry registry;
  @Inject private DriftLedger ledger;
  @Inject private Jobs jobs;
  @Inject private Notifications notifications;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /** Measures, unless another server just did. */
  public Optional<DriftMeasure> runIfDue() {
    return ledger.turn(MODEL, BETWEEN) ? measure() : Optional.empty();
  }

  /**
   * Measures now.
   *
   * @return empty where no version is live, or there are too few visits to say anything
   */
  public Optional<DriftMeasure> run() {
    ledger.turn(MODEL, Duration.ZERO);
    return measure();
  }

  private Optional<DriftMeasure> measure() {
    return registry
        .live(MODEL)
        .filter(live -> live.data().to() != null)
        .flatMap(live -> measure(live, DriftSettings.rule(settings)));
  }

  private Optional<DriftMeasure> measure(ModelVersionView live, RetrainRule rule) {
    Instant now = clock.instant();
    Instant trained = live.data().to().plusMillis(1);
    Instant recent = now.minus(RECENT);
    PersonRegister register = persons.register();
    Map<String, Long> since =
        events.visitors(recent.isAfter(trained) ? recent : trained, now, register);
    Map<String, Long> before = events.visitors(trained.minus(REFERENCE), trained, register);
    if (total(before) < rule.fewest()) {
      before = events.visitors(trained.minus(LONGER), trained, register);
    }
    if (!rule.tells(total(before), total(since))) {
      return Optional.empty();
    }
    TasteShift shift = TasteShift.of(before, since, SEED);
    DriftMeasure.HitRates hits = hits(register, now);
    boolean fell = hits != null && hits.fell();
    Optional<Long> job =
        due(rule.moved(shift) || fell, rule, now)
            ? Optional.of(train(live, shift, fell))
            : Optional.empty();
    return Optional.of(
        ledger.note(
            new DriftMeasure(
                MODEL,
                live.version(),
                now,
                shift.shift(),
                rule.threshold(),
                shift.before(),
                shift.now(),
                movers(shift),
                hits,
                job.orElse(null))));
  }

  /**
   * The last three days beside the week before; null where too few visitors were shown anything.
   */
  private DriftMeasure.HitRates hits(PersonRegister register, Instant now) {
    Instant recent = now.minus(RECENT);
    HitRate before = rates.of(recent.minus(REFERENCE), recent, register);
    HitRate later = rates.of(recent, now.minus(HOUR), register);
    if (!before.tells() || !later.tells()) {
      return null;
    }
    double part = settings.number(DriftSettings.HITS).orElseThrow() / 100.0;
    return new DriftMeasure.HitRates(
        before.lists(), before.share(), later.lists(), later.share(), before.fell(later, part));
  }

  private static long total(Map<String, Long> visitors) {
    return visitors.values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<DriftMeasure.Mover> movers(TasteShift shift) {
    return shift.movers().stream()
        .map(mover -> new DriftMeasure.Mover(mover.product(), mover.before(), mover.now()))
        .toList();
  }

  /** Not while one is trained, nor too soon after the last, whoever started it. */
  private boolean due(boolean moved, RetrainRule rule, Instant now) {
    Optional<JobView> last =
        jobs.list(new JobQuery(KIND, null, null, null, 1)).stream().findFirst();
    boolean busy = last.filter(job -> !job.state().ended()).isPresent();
    return settings.on(DriftSettings.TRAIN)
        && !busy
        && moved
        && lastOfDrift().map(at -> !at.plus(rule.pause()).isAfter(now)).orElse(true);
  }

  /** When drift last started a training. */
  private Optional<Instant> lastOfDrift() {
    return ledger.of(MODEL, MOST_LOOKED_AT).stream()
        .filter(measure -> measure.jobId() != null)
        .map(DriftMeasure::at)
        .findFirst();
  }

  private long train(ModelVersionView live, TasteShift shift, boolean fell) {
    TrainingRequest request = request(live);
    Map<String, String> parameters = new LinkedHashMap<>(request.parameters());
    parameters.put(JobHandler.TRIGGER, "drift");
    JobView job = jobs.submit(KIND, MODEL + ": " + request.algorithm(), parameters, "drift");
    notifications.tell(
        new Note(
            fell ? "model.drift.hits" : "model.drift",
            Note.Tone.WARN,
            Map.of("model", MODEL, "shift", Long.toString(Math.round(100 * shift.shift()))),
            "job?id=" + job.id(),
            Note.EVERYBODY));
    return job.id();
  }

  /** As the live version was trained; as usual where this build does not train so any more. */
  private static TrainingRequest request(ModelVersionView live) {
    try {
      return RecommendationTraining.OFFER.complete(
          new TrainingRequest(
              live.algorithm(), null, live.hyperParameters(), live.seed(), null, null, null));
    } catch (InvalidInputException unknown) {
      return RecommendationTraining.OFFER.complete(TrainingRequest.USUAL);
    }
  }
}
