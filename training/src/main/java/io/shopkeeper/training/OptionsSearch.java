package io.shopkeeper.training;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.training.TrainingListener;
import io.shopkeeper.ml.training.TriedOptions;
import io.shopkeeper.ml.tuning.Objective;
import io.shopkeeper.ml.tuning.SearchDimension;
import io.shopkeeper.ml.tuning.Trial;
import io.shopkeeper.ml.tuning.Tuning;
import io.shopkeeper.ml.tuning.TuningResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for options as a {@link TuningOrder} wants it, and tells of each trial. */
public final class OptionsSearch {

  private OptionsSearch() {}

  /**
   * What was found.
   *
   * @param options the best
   * @param score theirs: the best of many and so a little too good
   * @param trials all, in their order
   */
  public record Found<O extends Record>(O options, double score, List<TriedOptions> trials) {

    /** The trials as a table for people. */
    public byte[] table() {
      List<String> names = List.copyOf(trials.getFirst().options().keySet());
      var table = new CsvTable();
      table.row(cells(List.of("trial", "share", "score", "seconds", "problem"), names));
      for (TriedOptions trial : trials) {
        table.row(
            cells(
                List.of(
                    trial.number(),
                    Double.toString(trial.share()),
                    Double.toString(trial.score()),
                    trial.seconds(),
                    trial.problem()),
                names.stream().map(trial.options()::get).toList()));
      }
      return table.bytes();
    }

    private static Object[] cells(List<?> first, List<?> others) {
      return Stream.concat(first.stream(), others.stream()).toArray();
    }

    /** The score of each trial with the full resource, and the best up to it, as curves. */
    public Map<String, List<Double>> curves() {
      var scores = new ArrayList<Double>();
      trials.stream().filter(TriedOptions::isFull).forEach(trial -> scores.add(trial.score()));
      return Map.of("score trial", scores);
    }
  }

  /**
   * Looks. The same order, data and seed give the same trials, unless the time is over first.
   *
   * @param base the options to begin with
   * @throws IllegalArgumentException if these do not fit the data, or the order the algorithm
   */
  public static <O extends Record> Found<O> run(
      TuningOrder order,
      OptionsForm<O> form,
      O base,
      Objective<O> objective,
      long seed,
      TrainingListener listener) {
    Tuning<O> tuning = order.tuning(form, base);
    List<String> searched =
        tuning.space().dimensions().stream().map(SearchDimension::name).toList();
    List<TriedOptions> trials = new ArrayList<>();
    TuningResult<O> result =
        tuning.run(
            objective,
            seed,
            listener,
            (trial, best) -> {
              trials.add(tried(trial, form, searched));
              listener.tried(trials.getLast());
              if (trial.isFull()) {
                listener.measured("score trial", trial.number(), trial.score());
              }
            });
    return new Found<>(result.best().options(), result.best().score(), List.copyOf(trials));
  }

  private static <O extends Record> TriedOptions tried(
      Trial<O> trial, OptionsForm<O> form, List<String> searched) {
    Map<String, String> all = form.format(trial.options());
    Map<String, String> options = new LinkedHashMap<>();
    searched.forEach(name -> options.put(name, all.get(name)));
    return new TriedOptions(
        trial.number(),
        options,
        trial.share(),
        trial.score(),
        trial.seconds(),
        trial.problem().orElse(""));
  }
}
