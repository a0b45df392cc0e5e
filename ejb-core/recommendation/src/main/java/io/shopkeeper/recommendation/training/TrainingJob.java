package io.shopkeeper.recommendation.training;

import io.shopkeeper.catalog.boundary.BehaviourEvents;
import io.shopkeeper.catalog.boundary.ImportLineage;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.platform.boundary.DataSnapshot;
import io.shopkeeper.platform.boundary.JobContext;
import io.shopkeeper.platform.boundary.JobFailedException;
import io.shopkeeper.platform.boundary.JobHandler;
import io.shopkeeper.platform.boundary.JobOffer;
import io.shopkeeper.platform.boundary.JobParameter;
import io.shopkeeper.platform.boundary.ModelCandidate;
import io.shopkeeper.platform.boundary.ModelRegistry;
import io.shopkeeper.platform.boundary.ModelVersionView;
import io.shopkeeper.recommendation.boundary.RecommendationTraining;
import io.shopkeeper.recommendation.features.InteractionCollector;
import io.shopkeeper.recommendation.features.Interactions;
import io.shopkeeper.recommendation.model.RecommendationModel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Trains a recommendation model from all events up to now. */
public final class TrainingJob implements JobHandler {

  /** The kind of these jobs. */
  public static final String KIND = "train-recommendation";

  private static final int FEWEST_INTERACTIONS = 20;
  private static final int FEWEST_USERS = 3;
  private static final long BYTES_PER_EVENT = 120;

  private final BehaviourEvents events;
  private final ModelRegistry registry;
  private final ImportLineage lineage;
  private final Clock clock;

  TrainingJob(BehaviourEvents events, ModelRegistry registry, ImportLineage lineage, Clock clock) {
    this.events = events;
    this.registry = registry;
    this.lineage = lineage;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Optional<JobOffer> offer() {
    List<String> algorithms = Arrays.stream(Algorithm.values()).map(Algorithm::code).toList();
    return Optional.of(
        new JobOffer(
            KIND,
            RecommendationTraining.MODEL,
            List.of(new JobParameter("algorithm", algorithms))));
  }

  /** Five numbers for each interaction, twice, and the matrices that are made of them. */
  @Override
  public long memoryBytes(Map<String, String> parameters) {
    return events.count() * BYTES_PER_EVENT;
  }

  @Override
  public void run(JobContext job) throws JobFailedException {
    Algorithm algorithm =
        Algorithm.find(job.parameters().get("algorithm")).orElse(Algorithm.DEFAULT);
    Instant started = clock.instant();
    try {
      var collector = new InteractionCollector();
      Interactions interactions = read(collector, started, job);
      var evaluation = new TimeSplitEvaluation(interactions);
      TimeSplitEvaluation.Outcome outcome =
          evaluation.measure(
              algorithm,
              part(job, 0.2, 0.5, "evaluating"),
              (users, ndcg) -> job.point("ndcg_at_10", users, ndcg));
      TimeSplitEvaluation.Outcome baseline =
          evaluation.measure(
              Algorithm.POPULARITY,
              TrainingListener.SILENT,
              (users, ndcg) -> job.point("ndcg_at_10 popularity", users, ndcg));
      tell(outcome, baseline, job);
      RecommendationModel model =
          algorithm.train(interactions, part(job, 0.5, 0.9, "training on all"));
      job.progress(0.9, "registering");
      job.stopIfCancelled();
      Map<String, String> provenance =
          Map.of(
              "trainSeconds",
              String.format(
                  Locale.ROOT,
                  "%.2f",
                  Duration.between(started, clock.instant()).toMillis() / 1000.0),
              "threads",
              Integer.toString(job.threads()));
      DataSnapshot data = collector.snapshot(lineage.feeding(started));
      register(algorithm, model, new Measured(outcome, baseline), provenance, data, job);
    } catch (TrainingCancelledException stopped) {
      job.stopIfCancelled();
      throw new JobFailedException("The training was stopped.", stopped);
    } catch (IOException problem) {
      throw new JobFailedException("The model could not be written.", problem);
    }
  }

  private Interactions read(InteractionCollector collector, Instant until, JobContext job)
      throws JobFailedException {
    job.progress(0, "reading events");
    long expected = Math.max(1, events.count());
    long[] read = {0};
    events.forEach(
        Instant.EPOCH,
        until,
        event -> {
          collector.accept(event);
          if (++read[0] % 10_000 == 0) {
            job.stopIfCancelled();
            job.progress(0.2 * Math.min(1, (double) read[0] / expected), "reading events");
          }
        });
    Interactions interactions = collector.interactions();
    job.log(
        "%d events, %d interactions of %d users with %d products"
            .formatted(read[0], interactions.size(), interactions.users(), interactions.items()));
    if (interactions.size() < FEWEST_INTERACTIONS || interactions.users() < FEWEST_USERS) {
      throw new JobFailedException(
          "Too little to learn from: %d interactions of %d users; at least %d of %d are needed. Send or import events of type view, favourite, cart, purchase or rating."
              .formatted(
                  interactions.size(), interactions.users(), FEWEST_INTERACTIONS, FEWEST_USERS));
    }
    return interactions;
  }

  private void register(
      Algorithm algorithm,
      RecommendationModel model,
      Measured measured,
      Map<String, String> provenance,
      DataSnapshot data,
      JobContext job)
      throws IOException {
    String by = job.requestedBy();
    ModelVersionView version =
        registry.register(
            new ModelCandidate(
                    RecommendationTraining.MODEL,
                    algorithm.code(),
                    RecommendationModel.FORMAT,
                    model.write(),
                    algorithm.hyperParameters(),
                    0,
                    measured.metrics(),
                    provenance,
                    measured.curves())
                .measured(measured.standardErrors())
                .madeFrom(data)
                .madeBy(job.jobId())
                .with("evaluation.csv", measured.table()),
            by);
    job.log("registered as version " + version.version());
    if (registry.live(RecommendationTraining.MODEL).isEmpty()) {
      registry.promote(
          RecommendationTraining.MODEL, version.version(), by, "The first version goes live.");
      job.log("promoted: no version was live");
    }
  }

  private static void tell(
      TimeSplitEvaluation.Outcome outcome, TimeSplitEvaluation.Outcome baseline, JobContext job) {
    for (String metric : List.of("ndcg_at_10", "recall_at_10", "coverage")) {
      job.log(
          String.format(
              Locale.ROOT,
              "%s %.4f (popularity %.4f)",
              metric,
              outcome.metrics().get(metric),
              baseline.metrics().get(metric)));
    }
  }

  private static TrainingListener part(JobContext job, double from, double to, String phase) {
    return new TrainingListener() {
      @Override
      public void progress(double fraction, String step) {
        job.progress(from + (to - from) * fraction, phase);
      }

      @Override
      public boolean cancelled() {
        return job.cancelled();
      }
    };
  }
}
