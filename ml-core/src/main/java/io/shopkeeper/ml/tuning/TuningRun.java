package io.shopkeeper.ml.tuning;

import io.shopkeeper.ml.training.PartOfTraining;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** One search under way. */
final class TuningRun<O extends Record> {

  /** So many times in turn nothing new: a space of few options is then known. */
  private static final int MOST_REPEATS = 200;

  private final Tuning<O> tuning;
  private final Objective<O> objective;
  private final long seed;
  private final TrainingListener listener;
  private final TrialListener<O> listening;
  private final LongSupplier nanos;
  private final long begun;
  private final List<Trial<O>> trials = new ArrayList<>();
  private final Map<Setting<O>, Double> losses = new HashMap<>();
  private Trial<O> best;
  private double spent;

  private record Setting<O>(O options, double share) {}

  TuningRun(
      Tuning<O> tuning,
      Objective<O> objective,
      long seed,
      TrainingListener listener,
      TrialListener<O> listening,
      LongSupplier nanos) {
    this.tuning = tuning;
    this.objective = objective;
    this.seed = seed;
    this.listener = listener;
    this.listening = listening;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  TuningResult<O> run() {
    SearchSpace<O> space = tuning.space();
    Search search = tuning.strategy().begin(space, new SplittableRandom(seed));
    double loss = tried(space.base(), 1);
    if (best.problem().isPresent()) {
      throw new IllegalArgumentException(best.problem().get());
    }
    search.known(space.point(space.base()), loss);
    int repeats = 0;
    while (space.width() > 0 && repeats < MOST_REPEATS && seconds() < tuning.budget().seconds()) {
      Optional<Candidate> next = search.next();
      if (next.isEmpty() || spent + next.get().share() > tuning.budget().trials() + 1e-9) {
        break;
      }
      int before = trials.size();
      search.told(next.get(), tried(next.get()));
      repeats = trials.size() == before ? repeats + 1 : 0;
    }
    listener.progress(1, "tuning");
    return new TuningResult<>(best, trials);
  }

  private double tried(Candidate candidate) {
    O options;
    try {
      options = tuning.space().options(candidate.point());
    } catch (IllegalArgumentException refused) {
      // Some records refuse what is allowed one by one, such as a least above a most.
      return Double.POSITIVE_INFINITY;
    }
    Double known = losses.get(new Setting<>(options, candidate.share()));
    return known == null ? tried(options, candidate.share()) : known;
  }

  private double tried(O options, double share) {
    listener.stopIfCancelled();
    long start = nanos.getAsLong();
    double score = Double.NaN;
    Optional<String> problem = Optional.empty();
    try {
      score = objective.score(options, share, part(share));
    } catch (IllegalArgumentException failed) {
      problem = Optional.of(String.valueOf(failed.getMessage()));
    }
    var trial =
        new Trial<>(
            trials.size() + 1, options, share, score, (nanos.getAsLong() - start) / 1e9, problem);
    trials.add(trial);
    spent += share;
    double loss = loss(score);
    losses.put(new Setting<>(options, share), loss);
    if (best == null || (trial.isFull() && loss < loss(best.score()))) {
      best = trial;
      listener.measured("score best", trial.number(), score);
    }
    listening.finished(trial, best);
    return loss;
  }

  private PartOfTraining part(double share) {
    double trialsAll = tuning.budget().trials();
    double bySeconds = seconds() / tuning.budget().seconds();
    double from = Math.min(1, Math.max(spent / trialsAll, bySeconds));
    double to = Math.min(1, Math.max((spent + share) / trialsAll, bySeconds));
    return PartOfTraining.of(listener, from, to, "trial %d".formatted(trials.size() + 1));
  }

  private double seconds() {
    return (nanos.getAsLong() - begun) / 1e9;
  }

  private double loss(double score) {
    if (Double.isNaN(score)) {
      return Double.POSITIVE_INFINITY;
    }
    return objective.greaterIsBetter() ? -score : score;
  }
}
