package io.shopkeeper.training;

import io.shopkeeper.ml.evaluation.PairedFigure;
import io.shopkeeper.ml.training.TrainingListener;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Measures the version that serves on what a candidate was measured on: itself where all that is
 * held out is newer than what it has seen, else its settings, trained on what the candidate's
 * evaluation was trained on. Where nothing serves, something simple takes its place.
 *
 * @param <F> what is measured: as much as a comparison unit by unit takes
 */
public interface Contest<F> {

  /** What is held out, in words. */
  String split();

  /** When the first of what is held out was; empty where the live version may have seen it. */
  Optional<Instant> heldFrom();

  /** How the candidate did. */
  F candidate();

  /** Whether those settings are the candidate's, so that they need not be trained again. */
  boolean isCandidate(Opponent live);

  /** Beside what a candidate stands where nothing serves; empty where it goes live uncompared. */
  Optional<Simple<F>> simple();

  /**
   * Something simple.
   *
   * @param opponent what it is
   * @param figures how it did
   */
  record Simple<F>(Beside.Opponent opponent, F figures) {}

  /**
   * How a stored model does on what is held out.
   *
   * @return empty where it answers another question
   * @throws IOException if it cannot be read here
   */
  Optional<F> itself(byte[] artefact) throws IOException;

  /**
   * How settings do.
   *
   * @throws IllegalArgumentException if they are not known here
   */
  F settings(Opponent live);

  /** The guard metrics of both, by name. */
  Map<String, PairedFigure> compare(F candidate, F other);

  /**
   * How the candidate did beside the version that serves.
   *
   * @param opponent that version; empty if none serves
   * @return empty if it can be neither read nor trained here
   */
  default Optional<Beside> hold(Optional<Opponent> opponent, TrainingListener listener) {
    if (opponent.isEmpty()) {
      return simple().map(other -> beside(other.opponent(), 0, other.figures()));
    }
    Opponent live = opponent.get();
    return unseen(live, listener)
        .map(its -> beside(Beside.Opponent.LIVE_MODEL, live.version(), its))
        .or(
            () ->
                again(live, listener)
                    .map(its -> beside(Beside.Opponent.LIVE_SETTINGS, live.version(), its)));
  }

  /** Measures usual settings too; those that need more data than there are, are left out. */
  default void add(Opponent rival, Map<String, F> measured, TrainingListener listener) {
    try {
      measured.put(split() + " " + rival.algorithm(), settings(rival));
    } catch (IllegalArgumentException unfit) {
      listener.log("not measured beside: " + unfit.getMessage());
    }
  }

  private Optional<F> unseen(Opponent live, TrainingListener listener) {
    boolean newer =
        live.until().isPresent() && heldFrom().filter(live.until().get()::isBefore).isPresent();
    if (!newer || live.artefact().length == 0) {
      return Optional.empty();
    }
    try {
      return itself(live.artefact());
    } catch (IOException damaged) {
      listener.log("the live version cannot be read here: " + damaged.getMessage());
      return Optional.empty();
    }
  }

  private Optional<F> again(Opponent live, TrainingListener listener) {
    if (isCandidate(live)) {
      return Optional.of(candidate());
    }
    try {
      return Optional.of(settings(live));
    } catch (IllegalArgumentException unknown) {
      listener.log("the live version's settings are not known here: " + unknown.getMessage());
      return Optional.empty();
    }
  }

  private Beside beside(Beside.Opponent opponent, int version, F other) {
    return new Beside(opponent, version, split(), compare(candidate(), other));
  }
}
