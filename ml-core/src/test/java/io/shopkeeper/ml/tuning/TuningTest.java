package io.shopkeeper.ml.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shopkeeper.ml.algorithm.OptionsForm;
import io.shopkeeper.ml.algorithm.WrongOptionException;
import io.shopkeeper.ml.evaluation.NaiveBayes;
import io.shopkeeper.ml.evaluation.NestedCrossValidation;
import io.shopkeeper.ml.evaluation.TableEvaluator;
import io.shopkeeper.ml.evaluation.TableMetrics;
import io.shopkeeper.ml.evaluation.TwinColumns;
import io.shopkeeper.ml.split.Folds;
import io.shopkeeper.ml.table.LabelledTable;
import io.shopkeeper.ml.training.Listeners;
import io.shopkeeper.ml.training.TrainingCancelledException;
import io.shopkeeper.ml.training.TrainingListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TuningTest {

  private static final SearchSpace<Mixed> SPACE = SearchSpaceTest.SPACE.within("depth", 0, 9);

  static Stream<SearchStrategy> strategies() {
    return Stream.of(
        new RandomSearch(),
        new SuccessiveHalving(),
        new Hyperband(3, 1 / 9.0),
        new BayesianSearch());
  }

  /** Least at a rate of 0.02, a depth of 6, round. */
  private static double bowl(Mixed options) {
    return Math.pow(Math.log10(options.rate() / 0.02), 2)
        + Math.pow((options.depth() - 6) / 5, 2)
        + (options.kind() == Mixed.Kind.ROUND ? 0 : 0.5);
  }

  private static Objective<Mixed> objective(ToDoubleFunction<Mixed> loss) {
    return new Objective<>() {
      @Override
      public double score(Mixed options, double share, TrainingListener listener) {
        listener.stopIfCancelled();
        return loss.applyAsDouble(options);
      }

      @Override
      public boolean greaterIsBetter() {
        return false;
      }
    };
  }

  private static TuningResult<Mixed> run(SearchStrategy strategy, int trials, long seed) {
    return new Tuning<>(SPACE, strategy, Budget.ofTrials(trials))
        .run(
            objective(TuningTest::bowl),
            seed,
            TrainingListener.SILENT,
            (trial, best) -> {},
            () -> 0);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void findsSomethingBetterAgainAndAgain(SearchStrategy strategy) {
    TuningResult<Mixed> found = run(strategy, 30, 1);
    assertThat(found.trials().getFirst().options()).isEqualTo(Mixed.STANDARD);
    assertThat(found.best().score()).isLessThan(0.5 * bowl(Mixed.STANDARD));
    assertThat(found.best().isFull()).isTrue();
    assertThat(found.trials().stream().mapToDouble(Trial::share).sum())
        .isLessThanOrEqualTo(30 + 1e-9);
    assertThat(run(strategy, 30, 1)).isEqualTo(found);
    assertThat(run(strategy, 30, 2)).isNotEqualTo(found);
    assertThat(strategy.halves())
        .isEqualTo(found.trials().stream().anyMatch(trial -> !trial.isFull()));
  }

  private static double medianOfBest(SearchStrategy strategy, int trials) {
    double[] best =
        DoubleStream.iterate(1, seed -> seed + 1)
            .limit(7)
            .map(seed -> run(strategy, trials, (long) seed).best().score())
            .sorted()
            .toArray();
    return best[3];
  }

  @Test
  void aModelOfTheScoreNeedsFewerTrialsThanChance() {
    double random = medianOfBest(new RandomSearch(), 25);
    double bayesian = medianOfBest(new BayesianSearch(), 25);
    assertThat(bayesian).isLessThan(0.2 * random);
    assertThat(bayesian).isLessThan(0.02);
  }

  @Test
  void halvingSpendsLittleOnWhatIsBad() {
    TuningResult<Mixed> found = run(new SuccessiveHalving(3, 1 / 9.0), 4, 1);
    List<Double> shares = found.trials().stream().map(Trial::share).toList();
    assertThat(shares.subList(1, 10)).allMatch(share -> share < 0.12);
    assertThat(shares.subList(10, 13)).allMatch(share -> share > 0.3 && share < 0.34);
    assertThat(shares.get(13)).isEqualTo(1);
    List<Trial<Mixed>> third = found.trials().subList(10, 13);
    double worstKept = third.stream().mapToDouble(Trial::score).max().orElseThrow();
    assertThat(found.trials().subList(1, 10).stream().filter(trial -> trial.score() <= worstKept))
        .hasSize(3);
  }

  /** The table of the paper for R = 9 and η = 3, counted in ninths. */
  @Test
  void hyperbandRunsItsBrackets() {
    List<Integer> ninths =
        run(new Hyperband(3, 1 / 9.0), 12, 1).trials().stream()
            .map(trial -> (int) Math.round(9 * trial.share()))
            .toList();
    List<Integer> expected = new ArrayList<>(List.of(9));
    expected.addAll(Collections.nCopies(9, 1));
    expected.addAll(Collections.nCopies(3, 3));
    expected.add(9);
    expected.addAll(Collections.nCopies(5, 3));
    expected.addAll(List.of(9, 9, 9, 9));
    assertThat(ninths.subList(0, expected.size())).isEqualTo(expected);
  }

  @Test
  void failuresAreToldAndLeftBehind() {
    ToDoubleFunction<Mixed> loss =
        options -> {
          if (options.balanced()) {
            throw new IllegalArgumentException("needs two classes");
          }
          return options.kind() == Mixed.Kind.VERY_SHARP ? Double.NaN : bowl(options);
        };
    for (SearchStrategy strategy : strategies().toList()) {
      TuningResult<Mixed> found =
          new Tuning<>(SPACE, strategy, Budget.ofTrials(20))
              .run(objective(loss), 1, TrainingListener.SILENT, (trial, best) -> {});
      assertThat(found.trials().stream().flatMap(trial -> trial.problem().stream()))
          .isNotEmpty()
          .containsOnly("needs two classes");
      assertThat(found.best().options().balanced()).isFalse();
      assertThat(found.best().score()).isNotNaN();
    }
  }

  @Test
  void whatRecordsRefuseTogetherIsNoTrial() {
    TuningResult<Mixed> found =
        new Tuning<>(
                SearchSpaceTest.SPACE.within("depth", 9.5, 10).only("depth", "trees"),
                new RandomSearch(),
                Budget.ofTrials(60))
            .run(objective(TuningTest::bowl), 1, TrainingListener.SILENT, (trial, best) -> {});
    assertThat(found.trials()).hasSize(60).allMatch(trial -> trial.options().trees() <= 50);
  }

  @Test
  void whereTheFirstFailsTheDataIsWrong() {
    Objective<Mixed> fails =
        objective(
            options -> {
              throw new IllegalArgumentException("needs two classes");
            });
    assertThatThrownBy(
            () ->
                new Tuning<>(SPACE, new RandomSearch(), Budget.ofTrials(20))
                    .run(fails, 1, TrainingListener.SILENT, (trial, best) -> {}))
        .hasMessage("needs two classes");
  }

  @Test
  void aSmallSpaceIsSearchedOnce() {
    TuningResult<Mixed> found =
        new Tuning<>(SPACE.only("balanced", "kind"), new RandomSearch(), Budget.ofTrials(1000))
            .run(objective(TuningTest::bowl), 1, TrainingListener.SILENT, (trial, best) -> {});
    assertThat(found.trials()).hasSize(6);
  }

  @Test
  void timeEndsTheSearch() {
    long[] clock = {0};
    Objective<Mixed> slow =
        objective(
            options -> {
              clock[0] += 2_000_000_000L;
              return bowl(options);
            });
    TuningResult<Mixed> found =
        new Tuning<>(SPACE, new RandomSearch(), Budget.ofSeconds(9))
            .run(slow, 1, TrainingListener.SILENT, (trial, best) -> {}, () -> clock[0]);
    assertThat(found.trials()).hasSize(5);
    assertThat(found.trials().getFirst().seconds()).isEqualTo(2);
  }

  @Test
  void trialsAreToldAndCancellingStops() {
    List<Trial<Mixed>> heard = new ArrayList<>();
    var tuning = new Tuning<>(SPACE, new RandomSearch(), Budget.ofTrials(10));
    assertThatThrownBy(
            () ->
                tuning.run(
                    objective(TuningTest::bowl),
                    1,
                    Listeners.cancelledAfter(7),
                    (trial, best) -> heard.add(trial)))
        .isInstanceOf(TrainingCancelledException.class);
    assertThat(heard).hasSize(3);
    assertThat(heard.stream().map(Trial::number)).containsExactly(1, 2, 3);
  }

  @Test
  void resourcesAreRowsOrWhatAnOptionCounts() {
    Resource<Mixed> rows = Resource.rows();
    assertThat(rows.rows(0.3)).isEqualTo(0.3);
    assertThat(rows.options(Mixed.STANDARD, 0.3)).isEqualTo(Mixed.STANDARD);
    Resource<Mixed> trees = Resource.option(OptionsForm.of(Mixed.STANDARD), "trees");
    assertThat(trees.rows(0.3)).isEqualTo(1);
    assertThat(trees.options(Mixed.STANDARD, 0.3).trees()).isEqualTo(3);
    assertThat(trees.options(Mixed.STANDARD, 0.001).trees()).isEqualTo(1);
    assertThat(trees.options(Mixed.STANDARD, 1)).isEqualTo(Mixed.STANDARD);
    assertThatThrownBy(() -> Resource.option(OptionsForm.of(Mixed.STANDARD), "rate"))
        .hasMessage("there is no option of whole numbers rate");
  }

  /** The twin columns say all twice: half as sharp is right, as the search must find. */
  @Test
  void tunesAnAlgorithmAndNestedSaysWhatThatReaches() {
    LabelledTable data = TwinColumns.of(600, 2, 3);
    var algorithm = new NaiveBayes();
    var evaluator =
        new TableEvaluator(data, TableMetrics.find(data.target(), "log_loss").orElseThrow());
    var tuning =
        new Tuning<>(
            SearchSpace.of(algorithm).only("sharpness"), new BayesianSearch(), Budget.ofTrials(12));
    Objective<NaiveBayes.Options> objective =
        Objective.crossValidated(algorithm, evaluator, Folds.random(600, 3, 1), Resource.rows(), 1);
    TuningResult<NaiveBayes.Options> found =
        tuning.run(objective, 1, TrainingListener.SILENT, (trial, best) -> {});
    assertThat(found.best().options().sharpness()).isBetween(0.3, 0.9);
    assertThat(found.best().score()).isLessThan(found.trials().getFirst().score());
    var nested =
        NestedCrossValidation.run(
            algorithm,
            evaluator,
            Folds.random(600, 3, 2),
            tuning.chooser(
                (rows, seed) -> Folds.random(rows.length, 3, seed),
                (folds, seed) ->
                    Objective.crossValidated(algorithm, evaluator, folds, Resource.rows(), seed)),
            1,
            TrainingListener.SILENT);
    assertThat(nested.chosen()).allMatch(options -> options.sharpness() < 0.9);
    assertThat(nested.scores().mean()).isCloseTo(found.best().score(), within(0.03));
  }

  @Test
  void budgetsHaveLimits() {
    assertThatThrownBy(() -> Budget.ofTrials(0)).isInstanceOf(WrongOptionException.class);
    assertThatThrownBy(() -> Budget.ofSeconds(0)).isInstanceOf(WrongOptionException.class);
    assertThatThrownBy(() -> new Hyperband(1, 0.1)).isInstanceOf(WrongOptionException.class);
    assertThatThrownBy(() -> new SuccessiveHalving(3, 0)).isInstanceOf(WrongOptionException.class);
  }
}
